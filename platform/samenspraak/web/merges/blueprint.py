"""The blueprint of the pages on questions that ask the same."""

from flask import Blueprint

blueprint = Blueprint("merges", __name__)
