"""When things of a set happened; where a set has no dates, the order of its numbered posts tells the time."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

Row = Mapping[str, Any]


def moment(value: str | None) -> datetime | None:
    """A date or date and time of a set, taken as UTC."""
    if not value:
        return None
    found = datetime.fromisoformat(value)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def with_moments(threads: list[Row], questions: list[Row]) -> tuple[list[Row], list[Row]]:
    """The rows of a set; without dates but numbered, they are dated by number: ages are relative, any unit will do."""
    if any(_has_date(row) for row in (*threads, *questions)) or not _are_numbered(threads):
        return threads, questions
    return [_numbered(row) for row in threads], [_numbered(row) for row in questions]


def _has_date(row: Row) -> bool:
    return any(each.get("date") for each in (row, *_answers(row)))


def _are_numbered(threads: Iterable[Row]) -> bool:
    return all(_number(each) is not None for row in threads for each in (row, *_answers(row)))


def _numbered(row: Row) -> Row:
    found = {**row, "date": _date(row)}
    return {**found, "answers": [{**each, "date": _date(each)} for each in _answers(row)]} if _answers(row) else found


def _date(row: Row) -> str | None:
    number = _number(row)
    return None if number is None else datetime.fromtimestamp(number, UTC).isoformat()


def _number(row: Row) -> int | None:
    name = str(row.get("id") or "")
    return int(name) if name.isdecimal() else None


def _answers(row: Row) -> list[Row]:
    return list(row.get("answers") or ())
