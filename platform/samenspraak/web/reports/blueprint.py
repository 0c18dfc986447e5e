"""The pages on which someone reports a post."""

from flask import Blueprint

blueprint = Blueprint("reports", __name__)
