"""The blueprint that all views on experts put themselves on."""

from flask import Blueprint

blueprint = Blueprint("experts", __name__)
