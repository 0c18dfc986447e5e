"""The blueprint that all views on themes put themselves on."""

from flask import Blueprint

blueprint = Blueprint("themes", __name__)
