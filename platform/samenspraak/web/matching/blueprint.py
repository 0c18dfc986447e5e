"""The blueprint that all views on choosing experts put themselves on."""

from flask import Blueprint

blueprint = Blueprint("matching", __name__)
