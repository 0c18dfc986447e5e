"""Going through a chain with which someone meddled, past the triggers, as who owns the database can."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import ColumnElement, delete, update

from samenspraak.audit.actions import record_act
from samenspraak.audit.chain import EMPTY, Fault, Head, Verdict, row_of, verify
from samenspraak.audit.kinds import Act, Thing
from samenspraak.audit.models import AuditEntry
from samenspraak.audit.rules import hash_of
from samenspraak.core.db import Session

AT = dt.datetime(2026, 9, 1, 10, tzinfo=dt.UTC)
UNGUARDED = {
    "sqlite": tuple(f"DROP TRIGGER audit_entry_not_{each}" for each in ("changed", "deleted", "replaced")),
    "postgresql": ("ALTER TABLE audit_entry DISABLE TRIGGER ALL",),
}


@pytest.fixture
def chain(session: Session, database_kind: str) -> Session:
    """Five acts in a database without its triggers."""
    for number in range(1, 6):
        record_act(session, Act.ROLE_GIVEN, 3, Thing.PERSON, number, AT, after={"role": "expert"}, reason="Afgesproken")
    for statement in UNGUARDED[database_kind]:
        session.connection().exec_driver_sql(statement)
    return session


def _change(session: Session, entry_id: int, **values: Any) -> None:
    session.execute(update(AuditEntry).where(AuditEntry.id == entry_id).values(**values))
    session.expire_all()


def _delete(session: Session, which: ColumnElement[bool]) -> None:
    session.execute(delete(AuditEntry).where(which))
    session.expire_all()


def _found(session: Session, noted: Head = EMPTY) -> tuple[int | None, Fault | None]:
    verdict = verify(session, noted)
    assert verdict.is_whole is (verdict.fault is None)
    return verdict.broken_id, verdict.fault


def test_an_empty_chain_is_whole(session: Session) -> None:
    assert verify(session) == Verdict(EMPTY)


def test_a_chain_that_nobody_touched_is_whole(chain: Session) -> None:
    assert verify(chain) == Verdict(Head(5, chain.get_one(AuditEntry, 5).hash))


@pytest.mark.parametrize(
    "change",
    [
        {"reason": "Niet afgesproken"},
        {"actor_id": 4},
        {"actor_id": None},
        {"subject_id": 9},
        {"thing_id": 9},
        {"act": "role_taken"},
        {"at": AT + dt.timedelta(days=1)},
        {"after": {"role": "moderator"}},
        {"before": {}},
        {"hash": "0" * 64},
    ],
    ids=str,
)
def test_a_row_that_was_changed_is_named(chain: Session, change: dict[str, Any]) -> None:
    _change(chain, 3, **change)
    assert _found(chain) == (3, Fault.CHANGED)


def test_a_row_that_was_changed_with_its_own_hash_breaks_the_next_one(chain: Session) -> None:
    _change(chain, 3, reason="Niet afgesproken")
    _change(chain, 3, hash=hash_of(row_of(chain.get_one(AuditEntry, 3))))
    assert _found(chain) == (4, Fault.DOES_NOT_FOLLOW)


def test_a_row_that_was_deleted_is_named(chain: Session) -> None:
    _delete(chain, AuditEntry.id == 1)
    assert _found(chain) == (1, Fault.MISSING)


def test_a_deleted_row_is_found_when_the_others_close_the_gap(chain: Session) -> None:
    _delete(chain, AuditEntry.id == 3)
    for each in (4, 5):
        _change(chain, each, id=each - 1)
    assert _found(chain) == (3, Fault.CHANGED)


def test_rows_that_changed_places_are_found(chain: Session) -> None:
    for number, other in ((2, 99), (3, 2), (99, 3)):
        _change(chain, number, id=other)
    assert _found(chain) == (2, Fault.CHANGED)


def test_a_row_that_was_put_before_the_first_is_found(chain: Session) -> None:
    _change(chain, 5, id=0)
    assert _found(chain) == (1, Fault.MISSING)


def test_an_end_that_was_cut_off_shows_against_a_noted_head_alone(chain: Session) -> None:
    noted = verify(chain).head
    _delete(chain, AuditEntry.id > 3)
    assert _found(chain) == (None, None)
    assert _found(chain, noted) == (4, Fault.CUT_OFF)


def test_an_end_that_was_written_anew_shows_against_a_noted_head(chain: Session) -> None:
    noted = verify(chain).head
    _delete(chain, AuditEntry.id > 3)
    for _ in range(3):
        record_act(chain, Act.ROLE_TAKEN, 4, Thing.PERSON, 8, AT)
    assert _found(chain) == (None, None)
    assert _found(chain, noted) == (5, Fault.NOT_THE_NOTED)


def test_a_chain_that_went_on_still_holds_the_noted_head(chain: Session) -> None:
    noted = verify(chain).head
    record_act(chain, Act.ROLE_TAKEN, 4, Thing.PERSON, 8, AT)
    assert _found(chain, noted) == (None, None)
