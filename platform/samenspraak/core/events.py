"""What happened, told upward: an action records an event; the wiring says who listens.

Handlers run inside the transaction that records the event. Effects outside the database (index, mail) are written as
outbox rows in that same transaction and carried out after it, by the worker.
"""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeAlias

from samenspraak.core import outbox
from samenspraak.core.clock import Clock
from samenspraak.core.db import Session, SessionFactory

_RECORDED = "samenspraak.events"


@dataclasses.dataclass(frozen=True)
class Event:
    """Something that happened. Fields are plain numbers and texts, so that an outbox row can hold them."""


Handler: TypeAlias = Callable[[Session, Any, dt.datetime], None]


@dataclasses.dataclass(frozen=True)
class Wiring:
    """Who listens: handlers inside the transaction, and names of effects after it, each by type of event."""

    inside: Mapping[type[Event], Sequence[Handler]]
    after: Mapping[type[Event], Sequence[str]]


def record(session: Session, event: Event) -> None:
    """Tell what happened; it takes effect when the unit that the session belongs to is committed."""
    session.info.setdefault(_RECORDED, []).append(event)


def settle(session: Session, wiring: Wiring, now: dt.datetime) -> None:
    """Run the handlers of all recorded events and write their effects to the outbox; nothing is committed yet."""
    session.flush()
    for event in _recorded(session):
        for handle in wiring.inside.get(type(event), ()):
            handle(session, event, now)
            session.flush()
        for effect in wiring.after.get(type(event), ()):
            outbox.enqueue(session, effect, dataclasses.asdict(event), now)


def commit(session: Session, wiring: Wiring, now: dt.datetime) -> None:
    """Settle all recorded events, and commit all of it or nothing."""
    settle(session, wiring, now)
    session.commit()


@contextmanager
def unit_of_work(sessions: SessionFactory, wiring: Wiring, clock: Clock) -> Iterator[Session]:
    """Give a session that is committed with its events at the end, or rolled back at an exception."""
    with sessions() as session:
        yield session
        commit(session, wiring, clock())


def _recorded(session: Session) -> Iterator[Event]:
    """Yield the events in order, also those that handlers record meanwhile."""
    events: list[Event] = session.info.get(_RECORDED, [])
    while events:
        yield events.pop(0)
