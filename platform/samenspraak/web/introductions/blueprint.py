"""The blueprint that all views on introductions put themselves on."""

from flask import Blueprint

blueprint = Blueprint("introductions", __name__)
