"""The databases of tests are what their fixtures promise."""

import pytest
from sqlalchemy import Engine, inspect, text

from samenspraak.core.db import Session, SessionFactory
from samenspraak.tables import ALL_TABLES


def test_the_schema_is_made_by_the_migrations(engine: Engine, database_kind: str) -> None:
    assert engine.dialect.name == database_kind
    assert {table.__tablename__ for table in ALL_TABLES} <= set(inspect(engine).get_table_names())


@pytest.mark.parametrize("time", ["first", "second"])
def test_what_a_test_commits_is_gone_in_the_next(session: Session, time: str) -> None:
    assert session.scalar(text("SELECT count(*) FROM outbox")) == 0
    session.execute(
        text("INSERT INTO outbox (effect, payload, created_at, available_at, tries) VALUES (:e, '{}', :t, :t, 0)"),
        {"e": time, "t": "2026-01-01 00:00:00+00:00"},
    )
    session.commit()
    assert session.scalar(text("SELECT effect FROM outbox")) == time


def test_a_database_of_the_tests_own_keeps_commits(sessions: SessionFactory) -> None:
    with sessions.begin() as session:
        session.execute(text("CREATE TABLE kept (id integer)"))
    with sessions() as session:
        assert session.scalar(text("SELECT count(*) FROM kept")) == 0


@pytest.mark.sqlite_only
def test_a_marked_test_runs_on_sqlite_alone(database_kind: str) -> None:
    assert database_kind == "sqlite"
