"""Events: handlers run inside the transaction, effects are written with it, all of it or nothing."""

import dataclasses
import datetime as dt

import pytest
from sqlalchemy import select

from samenspraak.core.db import Session, SessionFactory, reading
from samenspraak.core.events import Event, Wiring, record, unit_of_work
from samenspraak.core.outbox import OutboxRow
from samenspraak.people.models.account import Attempt
from tests.support.site import NOON


@dataclasses.dataclass(frozen=True)
class Rang(Event):
    number: int


@dataclasses.dataclass(frozen=True)
class Opened(Event):
    number: int


def open_the_door(session: Session, event: Rang, now: dt.datetime) -> None:
    session.add(Attempt(subject=f"door {event.number}", at=now))
    record(session, Opened(event.number))


WIRING = Wiring(inside={Rang: [open_the_door]}, after={Rang: ["call"], Opened: ["greet"]})


def rows(sessions: SessionFactory) -> tuple[list[str], list[tuple[str, dict[str, int]]]]:
    with reading(sessions) as session:
        effects = [(row.effect, row.payload) for row in session.scalars(select(OutboxRow).order_by(OutboxRow.id))]
        return list(session.scalars(select(Attempt.subject))), effects


def test_a_handler_and_its_own_events_join_the_transaction(sessions: SessionFactory) -> None:
    with unit_of_work(sessions, WIRING, lambda: NOON) as session:
        record(session, Rang(7))

    assert rows(sessions) == (["door 7"], [("call", {"number": 7}), ("greet", {"number": 7})])


def ring_and_fall(sessions: SessionFactory) -> None:
    with unit_of_work(sessions, WIRING, lambda: NOON) as session:
        record(session, Rang(7))
        session.add(Attempt(subject="window", at=NOON))
        session.flush()
        raise ZeroDivisionError


def test_an_exception_undoes_all(sessions: SessionFactory) -> None:
    with pytest.raises(ZeroDivisionError):
        ring_and_fall(sessions)

    assert rows(sessions) == ([], [])


def ring_with_a_handler_that_falls(sessions: SessionFactory) -> None:
    def fall(_session: Session, _event: Rang, _now: dt.datetime) -> None:
        raise ZeroDivisionError

    wiring = Wiring(inside={Rang: [open_the_door, fall]}, after={Rang: ["call"]})
    with unit_of_work(sessions, wiring, lambda: NOON) as session:
        record(session, Rang(7))


def test_a_failing_handler_undoes_all(sessions: SessionFactory) -> None:
    with pytest.raises(ZeroDivisionError):
        ring_with_a_handler_that_falls(sessions)

    assert rows(sessions) == ([], [])
