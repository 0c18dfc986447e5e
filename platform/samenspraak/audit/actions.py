"""Adding to the audit, the one thing that is ever done with it."""

import datetime as dt

from sqlalchemy import func, select

from samenspraak.audit.kinds import Act, Thing
from samenspraak.audit.models import AuditEntry
from samenspraak.audit.rules import BEGINNING, Facts, Row, codes_only, hash_of
from samenspraak.core.db import Session

_CHAIN = 0x5A5A_A0D1
"""The lock of PostgreSQL that who adds to the chain holds until the end of the transaction."""


def record_act(
    session: Session,
    act: Act,
    by: int | None,
    thing: Thing,
    thing_id: int,
    now: dt.datetime,
    *,
    concerns: int | None = None,
    before: Facts | None = None,
    after: Facts | None = None,
    reason: str = "",
) -> AuditEntry:
    """Add one act to the chain, in the transaction of the act itself: both are there, or neither.

    `by` is who did it, None for the command line and Samenspraak itself; `concerns` the person to whose account or text
    it was done. `before` and `after` hold codes, numbers and hashes: `ValueError` for words. To be called last, when
    the rows that the act changes are locked: from here to the commit nobody else adds to the chain.
    """
    _one_at_a_time(session)
    last = session.execute(select(AuditEntry.id, AuditEntry.hash).order_by(AuditEntry.id.desc()).limit(1)).first()
    row = Row(
        id=last.id + 1 if last else 1,
        at=now.astimezone(dt.UTC),
        actor_id=by,
        subject_id=concerns,
        act=act.value,
        thing=thing.value,
        thing_id=thing_id,
        before=codes_only(before),
        after=codes_only(after),
        reason=reason.strip(),
        previous_hash=last.hash if last else BEGINNING,
    )
    entry = AuditEntry(**vars(row), hash=hash_of(row))
    session.add(entry)
    session.flush()
    return entry


def _one_at_a_time(session: Session) -> None:
    """Have PostgreSQL wait for whoever adds to the chain; SQLite writes one at a time anyway."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(_CHAIN)))
