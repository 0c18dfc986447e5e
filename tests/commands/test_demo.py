"""`flask demo load` fills an empty database, once, and says how long it took."""

import re
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from samenspraak.core.db import reading
from samenspraak.questions.models.question import Question
from tests.support.demonstrations import Demonstration, opened
from tests.support.site import services_of

SECRET = "a-secret-of-at-least-thirty-two-characters"


@pytest.mark.sqlite_only
def test_loading_twice_is_loading_once(demonstration: Demonstration, tmp_path: Path) -> None:
    assert re.search(r"Loaded in \d+\.\d s, \d+ documents indexed", demonstration.told)
    with opened(demonstration.copy_to(tmp_path), tmp_path) as app:
        count = _questions(app)
        second = app.test_cli_runner().invoke(args=["demo", "load"])
        third = app.test_cli_runner().invoke(args=["demo", "load", "--if-empty"])
        assert "not empty: nothing was loaded" in second.output
        assert (third.output, third.exit_code) == ("", 0)
        assert _questions(app) == count > 100
        assert not services_of(app).index.needs_rebuild()


@pytest.mark.sqlite_only
def test_nothing_is_loaded_in_production(own_database_url: str, tmp_path: Path) -> None:
    with opened(own_database_url, tmp_path, "production", secret_key=SECRET) as app:
        outcome = app.test_cli_runner().invoke(args=["demo", "load"])
        assert "nothing was loaded" in outcome.output
        assert _questions(app) == 0


@pytest.mark.sqlite_only
def test_the_log_ins_are_printed(own_database_url: str, tmp_path: Path) -> None:
    with opened(own_database_url, tmp_path) as app:
        assert "roos.lessenaar@samenspraak.example" in app.test_cli_runner().invoke(args=["demo", "logins"]).output


def _questions(app: Flask) -> int:
    with reading(services_of(app).sessions) as session:
        return session.scalar(select(func.count()).select_from(Question)) or 0
