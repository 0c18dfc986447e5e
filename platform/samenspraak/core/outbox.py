"""The outbox: effects outside the database, written in the transaction that causes them, carried out by the worker.

A worker takes rows under a lease. When it dies, the lease runs out and another takes them; an effect must therefore be
idempotent. A row that fails is tried again ever later, and parked after the last try, where administrators see it.
"""

import datetime as dt
import secrets
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import JSON, Index, Select, delete, func, or_, select, update
from sqlalchemy.orm import Mapped, mapped_column

from samenspraak.core.db import Model, Session

LEASE = dt.timedelta(seconds=15)
"""How long what a dead worker held stays out of reach; a living one renews before each effect."""

FIRST_RETRY = dt.timedelta(seconds=2)
MOST_TRIES = 8
KEPT = dt.timedelta(days=7)
"""How long a row that was carried out stays, to look back at."""


class OutboxRow(Model):
    """One effect to carry out. Order is that of the ids."""

    __tablename__ = "outbox"
    __table_args__ = (Index("ix_outbox_due", "done_at", "parked_at", "available_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    effect: Mapped[str]
    payload: Mapped[dict[str, Any]] = mapped_column(JSON)
    created_at: Mapped[dt.datetime]
    available_at: Mapped[dt.datetime]
    leased_until: Mapped[dt.datetime | None]
    lease: Mapped[str | None]
    tries: Mapped[int] = mapped_column(default=0)
    done_at: Mapped[dt.datetime | None]
    parked_at: Mapped[dt.datetime | None]
    error: Mapped[str | None]


class NotYet(Exception):
    """What an effect raises that cannot be carried out now, through no fault of its own: it is never parked for it."""

    def __init__(self, reason: str, wait: dt.timedelta) -> None:
        super().__init__(reason)
        self.wait = wait


def enqueue(session: Session, effect: str, payload: Mapping[str, Any], now: dt.datetime) -> OutboxRow:
    """Write one effect to be carried out after this transaction."""
    row = OutboxRow(effect=effect, payload=dict(payload), created_at=now, available_at=now, tries=0)
    session.add(row)
    return row


def has_due(session: Session, now: dt.datetime) -> bool:
    """Say whether there is anything to take; needs no write lock."""
    return session.scalar(select(_due(now).exists())) or False


def take(session: Session, now: dt.datetime, most: int = 50) -> Sequence[OutboxRow]:
    """Lease the oldest due rows, so that no other worker takes them until the lease runs out."""
    lease = secrets.token_hex(8)
    due = _due(now).order_by(OutboxRow.id).limit(most).with_for_update(skip_locked=True)
    ids = session.scalars(due).all()
    session.execute(
        update(OutboxRow)
        .where(OutboxRow.id.in_(ids))
        .values(lease=lease, leased_until=now + LEASE, tries=OutboxRow.tries + 1)
    )
    return session.scalars(
        select(OutboxRow).where(OutboxRow.id.in_(ids)).order_by(OutboxRow.id).execution_options(populate_existing=True)
    ).all()


def renew(session: Session, row_ids: Collection[int], lease: str | None, now: dt.datetime) -> set[int]:
    """Begin the lease of rows anew; return those that are still ours."""
    ours = session.scalars(
        update(OutboxRow)
        .where(OutboxRow.id.in_(row_ids), OutboxRow.lease == lease, OutboxRow.done_at.is_(None))
        .values(leased_until=now + LEASE)
        .returning(OutboxRow.id)
    )
    return set(ours)


def finish(session: Session, row_id: int, lease: str | None, now: dt.datetime) -> bool:
    """Mark a row as carried out; false when its lease went to another worker meanwhile."""
    done = session.execute(
        update(OutboxRow)
        .where(OutboxRow.id == row_id, OutboxRow.lease == lease, OutboxRow.done_at.is_(None))
        .values(done_at=now, leased_until=None, error=None)
        .returning(OutboxRow.id)
    )
    return done.first() is not None


def fail(row: OutboxRow, error: str, now: dt.datetime) -> None:
    """Try a row again later, twice as late each time, or park it after the last try."""
    row.error = error[:2000]
    row.leased_until = None
    row.available_at = now + FIRST_RETRY * 2 ** (row.tries - 1)
    if row.tries >= MOST_TRIES:
        row.parked_at = now


def postpone(row: OutboxRow, reason: str, wait: dt.timedelta, now: dt.datetime) -> None:
    """Try a row again after a while, without counting this as a failure."""
    row.error = reason[:2000]
    row.leased_until = None
    row.available_at = now + wait
    row.tries -= 1


def count_waiting(session: Session) -> int:
    """Return how many effects have yet to be carried out, parked ones aside."""
    waiting = select(func.count()).where(OutboxRow.done_at.is_(None), OutboxRow.parked_at.is_(None))
    return session.scalar(waiting) or 0


def _due(now: dt.datetime) -> Select[int]:
    return select(OutboxRow.id).where(
        OutboxRow.done_at.is_(None),
        OutboxRow.parked_at.is_(None),
        OutboxRow.available_at <= now,
        or_(OutboxRow.leased_until.is_(None), OutboxRow.leased_until <= now),
    )


def forget_done(session: Session, now: dt.datetime) -> int:
    """Delete what was carried out longer ago than `KEPT`; return how many rows."""
    old = delete(OutboxRow).where(OutboxRow.done_at < now - KEPT).returning(OutboxRow.id)
    return len(session.scalars(old).all())
