"""The blueprint that the views of this family stand on."""

from flask import Blueprint

from samenspraak.web.search.noting import note_opening

blueprint = Blueprint("search", __name__)
blueprint.after_app_request(note_opening)
