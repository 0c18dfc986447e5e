"""A site with a few views of its own on trial, for what the shell does around any view."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from sqlalchemy import Engine

from samenspraak.config import Settings
from samenspraak.core import errors
from samenspraak.factory import create_app
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Attempt
from samenspraak.web.shell.access import everyone, only, signed_in
from samenspraak.web.shell.context import now, session
from samenspraak.web.shell.session import keep
from tests.support.site import NOON, Site, services_of, within

REFUSALS = {
    "not-found": errors.NotFound(),
    "not-allowed": errors.NotAllowed(),
    "conflict": errors.Conflict("invitation-declined"),
    "too-many": errors.TooMany(60),
    "invalid": errors.Invalid("title", "too-long"),
    "fault": ZeroDivisionError(),
}


trial_views = Blueprint("trial", __name__, url_prefix="/proef")
"""Views that do what views do, one thing each."""


@trial_views.get("/iedereen")
@everyone
def for_everyone() -> ResponseReturnValue:
    return "iedereen"


@trial_views.route("/ingelogd", methods=["GET", "POST"])
@signed_in
def for_signed_in() -> ResponseReturnValue:
    return "ingelogd"


@trial_views.get("/moderator")
@only(Role.MODERATOR)
def for_moderators() -> ResponseReturnValue:
    return "moderator"


@trial_views.get("/vergeten")
def undeclared() -> ResponseReturnValue:
    return "zonder besluit"


@trial_views.route("/weigering/<name>", methods=["GET", "POST"])
@everyone
def refuse(name: str) -> ResponseReturnValue:
    raise REFUSALS[name]


@trial_views.route("/code/<int:code>", methods=["GET", "POST"])
@everyone
def answer_with(code: int) -> ResponseReturnValue:
    abort(code)


@trial_views.route("/schrijf/<int:code>", methods=["GET", "POST"])
@everyone
def write(code: int) -> ResponseReturnValue:
    session().add(Attempt(subject="proef", at=now()))
    session().flush()
    if request.args.get("bewaar"):
        keep()
    return "geschreven", code


@pytest.fixture
def trial(engine: Engine, database_url: str, tmp_path: Path) -> Iterator[Site]:
    """The site with the views on trial."""
    settings = Settings(mode="test", database_url=database_url, data_folder=tmp_path, log_level="ERROR")
    app = create_app(settings, clock=lambda: NOON)
    app.register_blueprint(trial_views)
    opened = services_of(app)
    opened.engine.dispose()
    with engine.connect() as connection:
        transaction = connection.begin()
        app.extensions["samenspraak"] = dataclasses.replace(opened, sessions=within(connection))
        with services_of(app).sessions() as arranging:
            yield Site(app, arranging)
        transaction.rollback()
