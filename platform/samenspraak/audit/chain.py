"""Going through the chain, to find the first row that is not as it was written."""

import dataclasses
import enum
from collections.abc import Iterator

from sqlalchemy import select

from samenspraak.audit.models import AuditEntry
from samenspraak.audit.rules import BEGINNING, Row, hash_of
from samenspraak.core.db import Session

_AT_ONCE = 500
_FIELDS = tuple(field.name for field in dataclasses.fields(Row))


class Fault(enum.StrEnum):
    """What is wrong with a row."""

    CHANGED = "changed"
    """It does not say any more what its hash is over."""
    DOES_NOT_FOLLOW = "does_not_follow"
    """It was written after another row than the one that stands before it."""
    MISSING = "missing"
    """There is no row in this place, though there are later ones."""
    NOT_THE_NOTED = "not_the_noted"
    """It is there, and another one than was noted earlier."""
    CUT_OFF = "cut_off"
    """It was noted earlier, and neither it nor a later one is there."""


@dataclasses.dataclass(frozen=True)
class Head:
    """The last row of the chain at some moment: noted elsewhere, it shows later that the end was cut off."""

    id: int
    hash: str


EMPTY = Head(0, BEGINNING)


@dataclasses.dataclass(frozen=True)
class Verdict:
    """How many rows are as they were written, from the first on, the last of them, and the first that is not."""

    head: Head
    broken_id: int | None = None
    fault: Fault | None = None

    @property
    def is_whole(self) -> bool:
        """Whether no row is broken."""
        return self.fault is None


def verify(session: Session, noted: Head = EMPTY) -> Verdict:
    """Go through the whole chain, and compare it with a head that was noted earlier."""
    head = EMPTY
    for row, kept in _rows(session):
        fault = _fault(head, row, kept) or _against(noted, row.id, kept)
        if fault:
            return Verdict(head, head.id + 1 if fault is Fault.MISSING else row.id, fault)
        head = Head(row.id, kept)
    return Verdict(head, head.id + 1, Fault.CUT_OFF) if head.id < noted.id else Verdict(head)


def row_of(entry: AuditEntry) -> Row:
    """Return what an entry says, as its hash is taken."""
    return Row(**{name: getattr(entry, name) for name in _FIELDS})


def _fault(head: Head, row: Row, kept: str) -> Fault | None:
    if row.id != head.id + 1:
        return Fault.MISSING
    if hash_of(row) != kept:
        return Fault.CHANGED
    return Fault.DOES_NOT_FOLLOW if row.previous_hash != head.hash else None


def _against(noted: Head, entry_id: int, kept: str) -> Fault | None:
    return Fault.NOT_THE_NOTED if entry_id == noted.id and kept != noted.hash else None


def _rows(session: Session) -> Iterator[tuple[Row, str]]:
    """Yield all rows in order with the hash that each has; parts keep a long chain out of the memory."""
    wanted = select(*(getattr(AuditEntry, name) for name in _FIELDS), AuditEntry.hash).order_by(AuditEntry.id)
    part = session.execute(wanted.limit(_AT_ONCE)).all()
    while part:
        for *values, kept in part:
            yield Row(**dict(zip(_FIELDS, values, strict=True))), kept
        part = session.execute(wanted.where(AuditEntry.id > part[-1].id).limit(_AT_ONCE)).all()
