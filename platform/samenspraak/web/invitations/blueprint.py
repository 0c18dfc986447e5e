"""The blueprint that all views on what an expert is asked put themselves on."""

from flask import Blueprint

blueprint = Blueprint("invitations", __name__)
