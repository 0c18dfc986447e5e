"""Reads of the audit, a part of the list at a time: the newest first."""

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, func, select

from samenspraak.audit.kinds import TOLD_OPENLY, Act, Thing
from samenspraak.audit.models import AuditEntry
from samenspraak.core.db import Session
from samenspraak.core.keyset import Cursor, Key, Part, read_part

NEWEST_FIRST = (Key(AuditEntry.at, dt.datetime, descending=True), Key(AuditEntry.id, int, descending=True))


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which acts to list; None: whichever. `since` is included, `until` is not."""

    actor_ids: Collection[int] | None = None
    subject_ids: Collection[int] | None = None
    """Whom it concerned, as far as that is told openly."""
    act: Act | None = None
    thing: Thing | None = None
    since: dt.datetime | None = None
    until: dt.datetime | None = None


def part_of_acts(session: Session, wanted: Wanted, cursor: Cursor | None, limit: int) -> Part[AuditEntry]:
    """Return a part of the acts, the newest first."""
    return _part(session, _conditions(wanted), cursor, limit)


def count_acts(session: Session, wanted: Wanted) -> int:
    """Return how many acts there are."""
    return _count(session, _conditions(wanted))


def part_of_acts_on(session: Session, person_id: int | None, cursor: Cursor | None, limit: int) -> Part[AuditEntry]:
    """Return a part of the acts that concerned someone, the newest first."""
    return _part(session, [AuditEntry.subject_id == person_id], cursor, limit)


def count_acts_on(session: Session, person_id: int | None) -> int:
    """Return how many acts concerned someone."""
    return _count(session, [AuditEntry.subject_id == person_id])


def _part(
    session: Session, conditions: list[ColumnElement[bool]], cursor: Cursor | None, limit: int
) -> Part[AuditEntry]:
    part = read_part(session, select(AuditEntry).where(*conditions), NEWEST_FIRST, cursor, limit)
    return part.with_rows([entry for (entry,) in part.rows])


def _count(session: Session, conditions: list[ColumnElement[bool]]) -> int:
    return session.scalar(select(func.count()).select_from(AuditEntry).where(*conditions)) or 0


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    is_open = AuditEntry.thing.in_([thing.value for thing in TOLD_OPENLY])
    asked: dict[str, Callable[[Any], ColumnElement[bool]]] = {
        "actor_ids": AuditEntry.actor_id.in_,
        "subject_ids": lambda ids: AuditEntry.subject_id.in_(ids) & is_open,
        "act": AuditEntry.act.__eq__,
        "thing": AuditEntry.thing.__eq__,
        "since": AuditEntry.at.__ge__,
        "until": AuditEntry.at.__lt__,
    }
    return [limit(value) for name, limit in asked.items() if (value := getattr(wanted, name)) is not None]
