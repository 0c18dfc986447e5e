"""`/voorkeuren`: light or dark, Dutch or English, with or without the key that leads to the search box."""

from flask import Blueprint, make_response, request
from flask.typing import ResponseReturnValue

from samenspraak.web.shell.access import everyone
from samenspraak.web.shell.onward import go_on
from samenspraak.web.shell.preferences import remember

blueprint = Blueprint("preferences", __name__)


@blueprint.post("/voorkeuren")
@everyone
def update() -> ResponseReturnValue:
    """Remember a choice in a cookie and go back to the page; a choice that does not exist changes nothing."""
    response = make_response(go_on())
    chosen = request.form
    remember(response, language=chosen.get("language"), theme=chosen.get("theme"), shortcut=chosen.get("shortcut"))
    return response
