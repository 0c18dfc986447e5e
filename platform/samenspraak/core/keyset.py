"""Lists in parts, by the place of the row where a part begins: rows that come or go meanwhile move nothing.

A list is ordered by keys, of which the last one is different for each row. A cursor holds the keys of one row.
"""

import base64
import binascii
import dataclasses
import datetime as dt
import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, and_, or_

from samenspraak.core.db import Session

LONGEST_CURSOR = 1600
"""A name of 200 letters of any script fits, beside the other keys."""
_MOST_EXPORTED_AT_ONCE = 500

Row = TypeVar("Row")
Other = TypeVar("Other")
Value = str | int | dt.datetime | dt.date


@dataclasses.dataclass(frozen=True)
class Key:
    """What a list is ordered by: an expression that is never NULL, and the type of its values."""

    expression: SQLColumnExpression[Any]
    kind: type[Value]
    descending: bool = False


@dataclasses.dataclass(frozen=True)
class Cursor:
    """The place of one row in a list, and whether what comes before it is wanted, not what comes after."""

    values: tuple[Value, ...]
    backwards: bool = False


@dataclasses.dataclass(frozen=True)
class Part(Generic[Row]):
    """Rows of a list in its order, and where the parts before and after it begin, if there are any."""

    rows: Sequence[Row]
    before: Cursor | None = None
    after: Cursor | None = None

    def with_rows(self, rows: Sequence[Other]) -> "Part[Other]":
        """Return the same part with other rows in the place of these."""
        return Part(rows, self.before, self.after)


def read_part(
    session: Session, wanted: Select[*tuple[Any, ...]], keys: Sequence[Key], cursor: Cursor | None, limit: int
) -> Part[Any]:
    """Return the rows of a statement after (or before) a cursor, with the columns that were selected."""
    backwards = cursor is not None and cursor.backwards
    if cursor is not None:
        wanted = wanted.where(_beyond(keys, cursor))
    order = [key.expression.desc() if key.descending is not backwards else key.expression.asc() for key in keys]
    selected = wanted.add_columns(*(key.expression.label(f"keyset_{at}") for at, key in enumerate(keys)))
    found = list(session.execute(selected.order_by(None).order_by(*order).limit(limit + 1)))
    more, rows = len(found) > limit, found[:limit]
    rows = rows[::-1] if backwards else rows
    if not rows:
        return Part(())
    first, last = (tuple(row[-len(keys) :]) for row in (rows[0], rows[-1]))
    has_before, has_after = (more, True) if backwards else (cursor is not None, more)
    return Part(
        [row[: -len(keys)] for row in rows],
        Cursor(first, backwards=True) if has_before else None,
        Cursor(last) if has_after else None,
    )


def walk(read: Callable[[Cursor | None, int], Part[Row]], most: int) -> Iterator[Row]:
    """Yield the rows of a whole list, a part at a time, and at most so many."""
    cursor: Cursor | None = None
    while most > 0:
        part = read(cursor, min(most, _MOST_EXPORTED_AT_ONCE))
        yield from part.rows
        most -= len(part.rows)
        cursor = part.after
        if cursor is None:
            return


def write_cursor(cursor: Cursor) -> str:
    """Return a cursor as an address holds it; its direction is not part of it."""
    values = [value if isinstance(value, str | int) else value.isoformat() for value in cursor.values]
    written = json.dumps(values, ensure_ascii=False)
    return base64.urlsafe_b64encode(written.encode()).decode().rstrip("=")


def read_cursor(written: str, keys: Sequence[Key], *, backwards: bool) -> Cursor | None:
    """Return the cursor that an address holds for a list with these keys; None for what is none."""
    if not written or len(written) > LONGEST_CURSOR:
        return None
    try:
        values = json.loads(base64.b64decode(written + "=" * (-len(written) % 4), altchars=b"-_", validate=True))
        return Cursor(tuple(_value(value, key) for value, key in zip(values, keys, strict=True)), backwards)
    except (ValueError, TypeError, binascii.Error, RecursionError, OverflowError):
        return None


def _value(value: object, key: Key) -> Value:
    if key.kind is int and type(value) is int and abs(value) < 2**63:
        return value
    if key.kind is not int and isinstance(value, str) and "\0" not in value:
        return value if key.kind is str else _moment(value, key.kind)
    raise ValueError(value)


def _moment(value: str, kind: type[Value]) -> Value:
    if kind is dt.date:
        return dt.date.fromisoformat(value)
    moment = dt.datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError(value)
    return moment.astimezone(dt.UTC)


def _beyond(keys: Sequence[Key], cursor: Cursor) -> ColumnElement[bool]:
    """The condition of what comes after a cursor: a later first key, or the same and a later second one, and so on."""
    choices = []
    for at, (key, value) in enumerate(zip(keys, cursor.values, strict=True)):
        wants_less = key.descending is not cursor.backwards
        later = key.expression < value if wants_less else key.expression > value
        same = [each.expression == known for each, known in zip(keys[:at], cursor.values[:at], strict=True)]
        choices.append(and_(*same, later))
    return or_(*choices)
