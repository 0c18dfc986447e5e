"""The blueprint that all views on standing put themselves on."""

from flask import Blueprint

blueprint = Blueprint("standings", __name__, url_prefix="/moderatie")
