"""`flask audit verify`: says that the chain is whole, or which row is the first that is not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import text

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.config import Settings
from samenspraak.factory import create_app
from tests.support.site import NOON, services_of

pytestmark = pytest.mark.sqlite_only


@pytest.fixture
def app(own_database_url: str, tmp_path: Path) -> Iterator[Flask]:
    """The application over a chain of three acts."""
    app = create_app(Settings(mode="test", database_url=own_database_url, data_folder=tmp_path, log_level="ERROR"))
    _add(app, 3)
    yield app
    services_of(app).engine.dispose()


def _add(app: Flask, number: int) -> None:
    with services_of(app).sessions.begin() as session:
        for each in range(number):
            record_act(session, Act.WARNING_SEEN, 1, Thing.WARNING, each, NOON)


def _meddle(app: Flask, statement: str) -> None:
    """Change the table past its triggers, as who owns the database can."""
    with services_of(app).sessions.begin() as session:
        for each in ("changed", "deleted"):
            session.execute(text(f"DROP TRIGGER audit_entry_not_{each}"))
        session.execute(text(statement))


def _verify(app: Flask, *options: str) -> Result:
    return app.test_cli_runner().invoke(args=["audit", "verify", *options])


def test_a_whole_chain_is_told_with_its_head(app: Flask) -> None:
    told = _verify(app)
    assert told.exit_code == 0, told.output
    assert "3 rows, each as it was written." in told.output
    number, code = told.output.split()[-1].split(":")
    assert (number, len(code)) == ("3", 64)


def test_the_first_broken_row_is_named(app: Flask) -> None:
    _meddle(app, "UPDATE audit_entry SET reason = 'anders' WHERE id = 2")
    told = _verify(app)
    assert told.exit_code == 1
    assert "Row 2 is broken: it does not say any more what it said when it was written." in told.output
    assert "The 1 rows before it" in told.output


def test_an_end_that_was_cut_off_shows_against_a_head_that_was_noted(app: Flask) -> None:
    head = _verify(app).output.split()[-1]
    _meddle(app, "DELETE FROM audit_entry WHERE id = 3")
    assert _verify(app).exit_code == 0
    told = _verify(app, "--head", head)
    assert told.exit_code == 1
    assert "Row 3 is broken: it is not there, nor is any row after it" in told.output
    assert "is no head" in _verify(app, "--head", "three").output


def test_heads_are_kept_in_a_file_elsewhere(app: Flask, tmp_path: Path) -> None:
    kept = tmp_path / "heads"
    assert _verify(app, "--kept", str(kept)).exit_code == 0
    _add(app, 2)
    assert _verify(app, "--kept", str(kept)).exit_code == 0
    assert [line.split(":")[0] for line in kept.read_text().splitlines()] == ["3", "5"]
    _meddle(app, "DELETE FROM audit_entry WHERE id > 2")
    told = _verify(app, "--kept", str(kept))
    assert told.exit_code == 1
    assert "Row 3 is broken" in told.output
    assert len(kept.read_text().splitlines()) == 2, "a broken chain adds no head"
    kept.write_text("niets")
    assert "the last line is no head" in _verify(app, "--kept", str(kept)).output
