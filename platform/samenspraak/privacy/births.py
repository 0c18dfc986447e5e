"""A person's name together with a date of birth."""

from collections.abc import Iterator

from samenspraak.privacy.birth_context import birth_context
from samenspraak.privacy.births_bare import bare_birth
from samenspraak.privacy.births_told import told_birth
from samenspraak.privacy.dates import find_dates
from samenspraak.privacy.findings import Finding, Kind
from samenspraak.privacy.readings import Reading


def find_births(reading: Reading) -> Iterator[Finding]:
    """Yield each stretch from a name to a date of birth, or the other way round."""
    context = birth_context(reading)
    covered = 0
    for date in find_dates(context.text):
        span = told_birth(context, date) or bare_birth(context, date)
        if span and span[0] >= covered:
            covered = _with_closing_bracket(reading.text, *span)
            yield Finding(span[0], covered, Kind.NAME_BIRTHDATE)


def _with_closing_bracket(text: str, start: int, end: int) -> int:
    opened = text.count("(", start, end) > text.count(")", start, end)
    return end + 1 if opened and text[end : end + 1] == ")" else end
