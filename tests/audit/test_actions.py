"""Adding to the chain."""

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from samenspraak.audit.actions import record_act
from samenspraak.audit.chain import Head, verify
from samenspraak.audit.kinds import Act, Thing
from samenspraak.audit.models import AuditEntry
from samenspraak.audit.rules import BEGINNING
from samenspraak.core.db import Session, SessionFactory

AT = dt.datetime(2026, 9, 1, 12, 0, 0, 123456, tzinfo=dt.timezone(dt.timedelta(hours=2)))


def test_an_act_is_kept_as_it_was_told(session: Session) -> None:
    before, after = {"is_open": False}, {"is_open": True, "days": 2}
    told = record_act(
        session, Act.DESK_CHANGED, 3, Thing.DESK, 7, AT, concerns=4, before=before, after=after, reason=" Vol "
    )
    session.expire_all()
    kept = session.get_one(AuditEntry, told.id)
    assert (kept.id, kept.at, kept.actor_id, kept.subject_id) == (1, AT, 3, 4)
    assert (kept.act, kept.thing, kept.thing_id) == ("desk_changed", "desk", 7)
    assert (kept.before, kept.after, kept.reason, kept.previous_hash) == (before, after, "Vol", BEGINNING)


def test_each_act_follows_the_one_before_it(session: Session) -> None:
    first, second = (record_act(session, Act.WARNING_SEEN, 3, Thing.WARNING, each, AT) for each in (1, 2))
    assert (second.id, second.previous_hash) == (2, first.hash)
    session.expire_all()
    assert verify(session).head == Head(2, second.hash)


def test_an_act_that_is_rolled_back_leaves_no_row_and_no_gap(sessions: SessionFactory) -> None:
    with sessions() as session:
        record_act(session, Act.WARNING_SEEN, 3, Thing.WARNING, 1, AT)
        session.rollback()
    with sessions.begin() as session:
        assert record_act(session, Act.WARNING_SEEN, 3, Thing.WARNING, 1, AT).id == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET reason = 'iets anders'",
        "UPDATE audit_entry SET id = id + 1",
        "DELETE FROM audit_entry",
        "INSERT INTO audit_entry SELECT * FROM audit_entry",
    ],
)
def test_the_database_refuses_to_change_or_delete_a_row(session: Session, statement: str) -> None:
    record_act(session, Act.WARNING_SEEN, 3, Thing.WARNING, 1, AT)
    with pytest.raises(DBAPIError), session.begin_nested():
        session.connection().exec_driver_sql(statement)
    assert session.scalars(select(AuditEntry.reason)).all() == [""]


@pytest.mark.sqlite_only
def test_sqlite_refuses_to_replace_a_row(session: Session) -> None:
    record_act(session, Act.WARNING_SEEN, 3, Thing.WARNING, 1, AT)
    with pytest.raises(DBAPIError, match="never changed"), session.begin_nested():
        session.connection().exec_driver_sql("REPLACE INTO audit_entry SELECT * FROM audit_entry")


def test_postgresql_refuses_to_empty_the_table(session: Session, database_kind: str) -> None:
    statement = "TRUNCATE audit_entry" if database_kind == "postgresql" else "DELETE FROM audit_entry"
    record_act(session, Act.WARNING_SEEN, 3, Thing.WARNING, 1, AT)
    with pytest.raises(DBAPIError, match="never changed"), session.begin_nested():
        session.connection().exec_driver_sql(statement)


def test_processes_that_add_at_once_make_one_chain(own_database_url: str, sessions: SessionFactory) -> None:
    paths = os.pathsep.join(str(Path(__file__).parents[2] / folder) for folder in ("platform", "."))
    program = Path(__file__).with_name("adding.py")
    adding = [
        subprocess.Popen([sys.executable, program, own_database_url, "20", str(each)], env={"PYTHONPATH": paths})
        for each in (1, 2, 3)
    ]
    assert [each.wait(timeout=60) for each in adding] == [0, 0, 0]
    with sessions() as session:
        verdict = verify(session)
        assert (verdict.is_whole, verdict.head.id) == (True, 60)
        assert set(session.scalars(select(AuditEntry.actor_id))) == {1, 2, 3}
