"""Halves of a year, in which figures are counted."""

import datetime as dt
from dataclasses import dataclass

from samenspraak.core.clock import local_day


@dataclass(frozen=True, slots=True, order=True)
class Half:
    """A half of a year: 1 is January to June."""

    year: int
    number: int


def half_of(moment: dt.datetime) -> Half:
    """Return the half year, in the Netherlands, that a moment is in."""
    day = local_day(moment)
    return Half(day.year, 1 if day.month <= 6 else 2)
