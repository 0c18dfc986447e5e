"""The blueprint that all views on the administration put themselves on."""

from flask import Blueprint

blueprint = Blueprint("administration", __name__, url_prefix="/beheer")
