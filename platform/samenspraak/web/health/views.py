"""`/healthz`: the process answers. `/readyz`: database and index answer too."""

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue

from samenspraak.core.db import answers
from samenspraak.web.shell.access import everyone
from samenspraak.web.shell.context import services, session

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
@everyone
def healthz() -> ResponseReturnValue:
    """Say that this process is alive."""
    return jsonify(status="ok")


@blueprint.get("/readyz")
@everyone
def readyz() -> ResponseReturnValue:
    """Say whether each part that a page needs is there; 503 when the database is not."""
    database = answers(session())
    index = not services().index.needs_rebuild()
    return jsonify(database=database, index=index), 200 if database else 503
