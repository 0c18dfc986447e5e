"""Rules of the table of school holidays: school years, and when the table ends."""

import datetime as dt
import re

from samenspraak.core.clock import local_day

_FORM = re.compile(r"(20[0-9]{2})-(20[0-9]{2})")
_AHEAD = dt.timedelta(days=365)


def is_school_year(text: str) -> bool:
    """Say whether a text names a school year as it is stored: `2026-2027`."""
    found = _FORM.fullmatch(text)
    return found is not None and int(found[2]) == int(found[1]) + 1


def first_day_of(school_year: str) -> dt.date:
    """Return the first day on which a holiday of a school year may begin: 1 August."""
    return dt.date(int(school_year[:4]), 8, 1)


def last_day_of(school_year: str) -> dt.date:
    """Return the last day on which a holiday of a school year may begin: a summer holiday may start in August."""
    return dt.date(int(school_year[5:]), 8, 31)


def span_of(school_year: str) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of a school year, which turns on 1 August."""
    return first_day_of(school_year), dt.date(int(school_year[5:]), 7, 31)


def school_year_at(day: dt.date) -> str:
    """Return the school year that a day falls in, which turns on 1 August."""
    begins = day.year if day.month >= 8 else day.year - 1
    return f"{begins}-{begins + 1}"


def next_school_year(school_year: str) -> str:
    """Return the school year after one."""
    begins = int(school_year[5:])
    return f"{begins}-{begins + 1}"


def ends_soon(last_day: dt.date | None, now: dt.datetime) -> bool:
    """Say whether a table of school holidays ends within a year, or holds none."""
    return last_day is None or last_day < local_day(now) + _AHEAD
