"""Working days, in which deadlines and delays are counted. Pure: school holidays and every day are passed in.

A working day is a weekday that the PyPI package `holidays` does not list as a public holiday of the Netherlands, and on
which the schools that count are open.
"""

import datetime as dt
from dataclasses import dataclass
from functools import cache

from samenspraak.calendar.public_days import public_days_in
from samenspraak.core.clock import AMSTERDAM, local_day

_DAY = dt.timedelta(days=1)
_SATURDAY = 5
_LAST_SECOND = dt.time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Which days count. `closed` holds the days on which schools have a holiday of their own, beside public holidays.

    After `known_until` no school holidays are known, so that public holidays alone count; None: none are known at all.
    """

    closed: frozenset[dt.date] = frozenset()
    known_until: dt.date | None = None

    def is_working_day(self, day: dt.date) -> bool:
        """Say whether a day counts."""
        return day.weekday() < _SATURDAY and day not in self.closed and day not in _public_holidays(day.year)

    def knows(self, moment: dt.datetime) -> bool:
        """Say whether school holidays are known up to a moment, so that a deadline then was counted in full."""
        return self.known_until is not None and local_day(moment) <= self.known_until

    def add(self, day: dt.date, count: int) -> dt.date:
        """Return the working day that comes `count` working days after a day, which itself does not count."""
        while count > 0:
            day += _DAY
            count -= self.is_working_day(day)
        return day

    def between(self, first: dt.date, last: dt.date) -> int:
        """Return the number of working days after the first day, up to and including the last; 0 when not later."""
        return sum(self.is_working_day(first + number * _DAY) for number in range(1, (last - first).days + 1))

    def deadline(self, now: dt.datetime, count: int) -> dt.datetime:
        """Return the last second, in Amsterdam, of the day that comes `count` working days after a moment."""
        return _moment(self.add(local_day(now), count), _LAST_SECOND)

    def shifted(self, moment: dt.datetime, paused_from: dt.datetime, paused_to: dt.datetime) -> dt.datetime:
        """Return a deadline moved on by the working days that a pause took, at the same time in Amsterdam."""
        lost = self.between(local_day(paused_from), local_day(paused_to))
        return _moment(self.add(local_day(moment), lost), moment.astimezone(AMSTERDAM).time()) if lost else moment


def _moment(day: dt.date, time: dt.time) -> dt.datetime:
    return dt.datetime.combine(day, time, AMSTERDAM).astimezone(dt.UTC)


@cache
def _public_holidays(year: int) -> frozenset[dt.date]:
    return frozenset(each.day for each in public_days_in(year))
