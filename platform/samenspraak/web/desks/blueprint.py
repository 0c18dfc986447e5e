"""The blueprint that all views on desks put themselves on."""

from flask import Blueprint

blueprint = Blueprint("desks", __name__, url_prefix="/bureau")
