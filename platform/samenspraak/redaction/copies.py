"""Where words stand: row by row, over all of the places."""

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import or_, select, true

from samenspraak.audit.models import AuditEntry
from samenspraak.core.db import Session
from samenspraak.redaction.kinds import Copy
from samenspraak.redaction.places import PLACES, Place
from samenspraak.redaction.words import is_telling, pattern_of, without

_AT_ONCE = 500


@dataclasses.dataclass(frozen=True)
class Held:
    """A row that holds the words, and what its column would say without them."""

    place: Place
    key: int
    text: Any


def copies_of(session: Session, question_id: int, words: str) -> Iterator[Held]:
    """Yield all that holds the words: of the question and what hangs on it, and of the rest when they are telling."""
    pattern = pattern_of(words)
    for place in PLACES:
        yield from list(_in_place(session, place, question_id, pattern, everywhere=is_telling(words)))


def count_copies(session: Session, question_id: int, words: str) -> Counter[Copy]:
    """Return in how many texts of each sort the words stand."""
    return Counter(held.place.copy for held in copies_of(session, question_id, words))


def count_in_audit(session: Session, words: str) -> int:
    """Return in how many reasons of the audit the words stand, where nobody can take them out."""
    pattern = pattern_of(words)
    reasons = session.scalars(select(AuditEntry.reason).where(AuditEntry.reason != ""))
    return sum(pattern.search(reason) is not None for reason in reasons)


def _in_place(
    session: Session, place: Place, question_id: int, pattern: re.Pattern[str], *, everywhere: bool
) -> Iterator[Held]:
    near = place.near(question_id)
    which = or_(near, true() if place.among is None else place.among) if everywhere else near
    key = key_of(place)
    rows = session.execute(select(key, place.column).where(which).execution_options(yield_per=_AT_ONCE))
    for number, text in rows:
        changed = without(pattern, text)
        if changed != text:
            yield Held(place, number, changed)


def key_of(place: Place) -> Any:
    """Return the column by which a row of a place is known."""
    table: Any = place.column.class_
    return table.question_id if table.__tablename__ == "impact" else table.id
