"""The blueprint that all views on following put themselves on."""

from flask import Blueprint

blueprint = Blueprint("following", __name__)
