"""The blueprint that all views on questions put themselves on."""

from flask import Blueprint

blueprint = Blueprint("questions", __name__)
