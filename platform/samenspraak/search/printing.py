"""A query as one could type it."""

from dataclasses import replace
from datetime import date

from samenspraak.search.grammar import LISTS, parse
from samenspraak.search.query import Part, Query


def printed(query: Query) -> str:
    """A query as one could type it: parsing that gives the same again, but for what was ignored."""
    parts = [_typed("", word) for word in (*query.words, *query.phrases)]
    parts += [_typed("-", text) for text in query.without]
    for field, name in LISTS.items():
        parts += [_part(Part(value, field)) for value in getattr(query, name)]
    parts += [" OR ".join(map(_part, group)) for group in query.either]
    parts += [_part(part, "-") for part in query.barred]
    parts += [f"na:{_day(query.since)}"] if query.since else []
    parts += [f"voor:{_day(query.before)}"] if query.before else []
    return " ".join((*parts, *(f"is:{state}" for state in query.states)))


def _part(part: Part, minus: str = "") -> str:
    return _typed(f"{minus}{part.field}:" if part.field else minus, part.value)


def _typed(before: str, value: str) -> str:
    """A value after what stands before it, between quotes when it would be read as something else without them."""
    bare, quoted = before + value, f'{before}"{value}"'
    is_bare = value != "OF" and replace(parse(bare), text="") == replace(parse(quoted), text="")
    return bare if is_bare else quoted


def _day(day: date) -> str:
    if day.day > 1:
        return f"{day.day}-{day.month}-{day.year}"
    return f"{day.year}-{day.month}" if day.month > 1 else f"{day.year}"
