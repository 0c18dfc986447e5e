"""The blueprint that all views of the audit put themselves on."""

from flask import Blueprint

blueprint = Blueprint("audit", __name__)
