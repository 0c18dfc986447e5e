"""Working days in the Netherlands: deadlines and delays are counted in them. Pure: every day is passed in.

A working day is a weekday that the PyPI package `holidays` does not list as a public holiday.
"""

import datetime as dt
from functools import cache

from holidays import country_holidays

from samenspraak.core.clock import AMSTERDAM, local_day
from samenspraak.routing.rules import WORKING_DAYS_TO_RESPOND

_DAY = dt.timedelta(days=1)
_SATURDAY = 5


def is_working_day(day: dt.date) -> bool:
    """Say whether offices and schools work on a day, school holidays aside."""
    return day.weekday() < _SATURDAY and day not in _holidays(day.year)


def add_working_days(day: dt.date, count: int) -> dt.date:
    """Return the working day that comes `count` working days after a day, which itself does not count."""
    while count > 0:
        day += _DAY
        count -= is_working_day(day)
    return day


def working_days_between(first: dt.date, last: dt.date) -> int:
    """Return the number of working days after the first day, up to and including the last; 0 when it is not later."""
    days = (last - first).days
    return sum(is_working_day(first + number * _DAY) for number in range(1, days + 1))


def deadline(now: dt.datetime, count: int = WORKING_DAYS_TO_RESPOND) -> dt.datetime:
    """Return the last second, in Amsterdam, of the day that comes `count` working days after a moment."""
    day = add_working_days(local_day(now), count)
    return dt.datetime.combine(day, dt.time(23, 59, 59), AMSTERDAM).astimezone(dt.UTC)


def overdue_since(now: dt.datetime, count: int) -> dt.datetime:
    """Return the moment before which whatever began has had its `count` whole working days by now."""
    today = local_day(now)
    day = today
    while add_working_days(day, count) >= today:
        day -= _DAY
    return dt.datetime.combine(day + _DAY, dt.time(), AMSTERDAM).astimezone(dt.UTC)


@cache
def _holidays(year: int) -> frozenset[dt.date]:
    return frozenset(country_holidays("NL", years=year))
