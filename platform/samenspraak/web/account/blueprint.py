"""The blueprint that all views on one's own account put themselves on."""

from flask import Blueprint

blueprint = Blueprint("account", __name__)
