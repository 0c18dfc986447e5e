"""The public holidays of the Netherlands, computed for any year by the PyPI package `holidays`."""

import datetime as dt
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from typing import NamedTuple

import holidays

SOURCE_VERSION = version("holidays")
"""The version of the package that computes them."""
_LANGUAGES = {"nl": "nl", "en": "en_US"}


class PublicDay(NamedTuple):
    """A public holiday by its name."""

    day: dt.date
    name: str


@cache
def public_days_in(year: int, language: str = "nl") -> tuple[PublicDay, ...]:
    """Return the public holidays of a year in their order, by their names in a language that screens know."""
    found = holidays.country_holidays("NL", years=year, language=_LANGUAGES[language])
    return tuple(PublicDay(day, name) for day, name in sorted(found.items()))


def public_days_between(first: dt.date, last: dt.date, language: str = "nl") -> Sequence[PublicDay]:
    """Return the public holidays from one day up to and including another."""
    years = range(first.year, last.year + 1)
    return [each for year in years for each in public_days_in(year, language) if first <= each.day <= last]
