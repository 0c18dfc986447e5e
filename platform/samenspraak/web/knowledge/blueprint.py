"""The blueprint that all views on articles put themselves on."""

from flask import Blueprint

blueprint = Blueprint("knowledge", __name__)
