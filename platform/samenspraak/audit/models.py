"""The table of acts. Its rows are added and read, never changed or deleted: triggers of the database see to that."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, Index
from sqlalchemy.orm import Mapped, mapped_column

from samenspraak.core.db import Model


class AuditEntry(Model):
    """One act. `hash` is over this row and the hash of the row before it.

    Persons are numbers without a foreign key: the room stands below people, and a row outlives who is named in it. Act
    and thing are texts without a list of the database: a table that never changes cannot get a new list either.
    """

    __tablename__ = "audit_entry"
    __table_args__ = (Index("ix_audit_entry_thing", "thing", "thing_id"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """The place in the chain: 1, 2, 3, without a gap."""
    at: Mapped[dt.datetime] = mapped_column(index=True)
    actor_id: Mapped[int | None] = mapped_column(index=True)
    """Who did it; None: the command line, or Samenspraak itself."""
    subject_id: Mapped[int | None] = mapped_column(index=True)
    """The person whom it concerns: whose account, profile or text it was done to."""
    act: Mapped[str] = mapped_column(index=True)
    """A value of `kinds.Act`."""
    thing: Mapped[str]
    """A value of `kinds.Thing`."""
    thing_id: Mapped[int]
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    reason: Mapped[str]
    previous_hash: Mapped[str]
    hash: Mapped[str]
