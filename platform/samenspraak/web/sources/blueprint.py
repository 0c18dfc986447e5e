"""The blueprint that all views on sources put themselves on."""

from flask import Blueprint

blueprint = Blueprint("sources", __name__)
