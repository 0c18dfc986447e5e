"""`flask demo load` fills an empty database, once, and says how long it took."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from samenspraak.config import Settings
from samenspraak.core.db import reading
from samenspraak.factory import create_app
from samenspraak.questions.models.question import Question
from tests.support.site import NOON, services_of

SECRET = "a-secret-of-at-least-thirty-two-characters"


@pytest.fixture
def app(own_database_url: str, tmp_path: Path) -> Iterator[Flask]:
    yield from _app("test", own_database_url, tmp_path)


@pytest.mark.sqlite_only
def test_loading_twice_is_loading_once(app: Flask) -> None:
    first = app.test_cli_runner().invoke(args=["demo", "load"])
    count = _questions(app)
    second = app.test_cli_runner().invoke(args=["demo", "load"])
    third = app.test_cli_runner().invoke(args=["demo", "load", "--if-empty"])
    assert re.search(r"Loaded in \d+\.\d s, \d+ documents indexed", first.output)
    assert "not empty: nothing was loaded" in second.output
    assert (third.output, third.exit_code) == ("", 0)
    assert _questions(app) == count > 100
    assert not services_of(app).index.needs_rebuild()


@pytest.mark.sqlite_only
def test_nothing_is_loaded_in_production(own_database_url: str, tmp_path: Path) -> None:
    for app in _app("production", own_database_url, tmp_path, secret_key=SECRET):
        outcome = app.test_cli_runner().invoke(args=["demo", "load"])
        assert "nothing was loaded" in outcome.output
        assert _questions(app) == 0


@pytest.mark.sqlite_only
def test_the_log_ins_are_printed(app: Flask) -> None:
    assert "roos.lessenaar@samenspraak.example" in app.test_cli_runner().invoke(args=["demo", "logins"]).output


def _app(mode: str, url: str, folder: Path, **settings: str) -> Iterator[Flask]:
    given = Settings(mode=mode, database_url=url, data_folder=folder, log_level="ERROR", **settings)
    app = create_app(given, clock=lambda: NOON)
    yield app
    services_of(app).engine.dispose()


def _questions(app: Flask) -> int:
    with reading(services_of(app).sessions) as session:
        return session.scalar(select(func.count()).select_from(Question)) or 0
