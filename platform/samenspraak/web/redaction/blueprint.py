"""The pages on which words are taken out of posts."""

from flask import Blueprint

blueprint = Blueprint("redaction", __name__)
