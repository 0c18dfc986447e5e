"""When things happen in the demonstration: in office hours of working days before the present."""

import datetime as dt
from functools import cached_property

from samenspraak.calendar.queries import national_calendar
from samenspraak.core.clock import AMSTERDAM, local_day
from samenspraak.demonstration.chance import draw

LONGEST_AGO = 150
_DAY = dt.timedelta(days=1)
_OPENS = dt.time(8, 40)
_MINUTES_OPEN = 6 * 60


class Agenda:
    """Working days around the present. Day 1 is the last working day before today; day -1 is the first after it."""

    def __init__(self, now: dt.datetime) -> None:
        self.now = now
        self.today = local_day(now)

    def day(self, before: int) -> dt.date:
        """Return the working day that lies so many before today; with a number below zero, after it."""
        return self._past[before - 1] if before > 0 else national_calendar().add(self.today, -before)

    def moment(self, before: int, *key: object) -> dt.datetime:
        """Return a moment of such a day in the past, the same for the same key."""
        opening = dt.datetime.combine(self.day(before), _OPENS, AMSTERDAM)
        return (opening + dt.timedelta(minutes=draw(_MINUTES_OPEN, *key))).astimezone(dt.UTC)

    @cached_property
    def _past(self) -> list[dt.date]:
        days: list[dt.date] = []
        day = self.today
        while len(days) < LONGEST_AGO:
            day -= _DAY
            days += [day] if national_calendar().is_working_day(day) else []
        return days


class Diary:
    """The moments of one question, asked for in order: each comes after the one before."""

    def __init__(self, agenda: Agenda, story: str) -> None:
        self._agenda = agenda
        self._story = story
        self._number = 0
        self._last = dt.datetime.min.replace(tzinfo=dt.UTC)

    def next(self, before: int) -> dt.datetime:
        """Return the next moment, on the working day that lies so many before today."""
        self._number += 1
        pause = dt.timedelta(minutes=4 + draw(25, self._story, "pause", self._number))
        moment = self._agenda.moment(before, self._story, self._number)
        self._last = max(moment, self._last + pause)
        return self._last
