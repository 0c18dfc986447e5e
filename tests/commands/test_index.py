"""`flask index` rebuilds the index, compares it with the database, and mends it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask

from samenspraak.config import Settings
from samenspraak.core import outbox
from samenspraak.factory import create_app
from samenspraak.questions.models.question import Question
from tests.factories.questions import make_question
from tests.support.site import NOON, services_of

pytestmark = pytest.mark.sqlite_only


@pytest.fixture
def app(own_database_url: str, tmp_path: Path) -> Iterator[Flask]:
    settings = Settings(mode="test", database_url=own_database_url, data_folder=tmp_path, log_level="ERROR")
    app = create_app(settings, clock=lambda: NOON)
    yield app
    services_of(app).engine.dispose()


def run(app: Flask, *words: str) -> Result:
    return app.test_cli_runner().invoke(args=["index", *words])


def test_a_missing_index_is_told_and_mended(app: Flask) -> None:
    with services_of(app).sessions.begin() as session:
        make_question(session)
    outcome = run(app, "check", "--dry-run")
    assert outcome.exit_code == 1
    assert "needs a rebuild" in outcome.output
    assert "1 documents in the index." in run(app, "check").output
    assert (run(app, "check", "--dry-run").exit_code, services_of(app).index.needs_rebuild()) == (0, False)


def test_a_rebuild_tells_how_many_there_are(app: Flask) -> None:
    with services_of(app).sessions.begin() as session:
        make_question(session)
        make_question(session)
    assert "2 documents in the index." in run(app, "rebuild").output


def test_what_differs_is_told_by_name_and_mended(app: Flask) -> None:
    run(app, "rebuild")
    with services_of(app).sessions.begin() as session:
        question: Question = make_question(session)
        outbox.enqueue(session, "index_question", {"question_id": question.id}, NOON)
    outcome = run(app, "check", "--dry-run")
    assert outcome.exit_code == 1
    assert f"question {question.id}: missing" in outcome.output
    assert "1 effects wait for the worker" in outcome.output
    assert "Mended: 1." in run(app, "check").output
    assert "Differences: 0." in run(app, "check").output


def test_changed_bytes_inside_a_file_are_found_and_mended(app: Flask, tmp_path: Path) -> None:
    with services_of(app).sessions.begin() as session:
        make_question(session)
    run(app, "rebuild")
    segment = next(tmp_path.glob("index/g*/questions/*.seg"))
    content = bytearray(segment.read_bytes())
    content[len(content) // 2] ^= 1
    segment.write_bytes(content)
    outcome = run(app, "check", "--dry-run")
    assert outcome.exit_code == 1
    assert "not what was written" in outcome.output
    assert "1 documents in the index." in run(app, "check").output
    assert "Differences: 0." in run(app, "check", "--dry-run").output
