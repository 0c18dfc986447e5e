"""Until when an expert is away: pure, over the periods that the expert entered."""

import datetime as dt
from collections.abc import Iterable

from samenspraak.core.clock import AMSTERDAM

_DAY = dt.timedelta(days=1)


def last_day_away(periods: Iterable[tuple[dt.date, dt.date]], today: dt.date) -> dt.date | None:
    """Return the last day of the absence that today falls in, or None for who is there today.

    Periods (first and last day, both included) that touch or overlap make one absence.
    """
    last: dt.date | None = None
    for first_day, last_day in sorted(periods):
        if first_day <= (last + _DAY if last else today) and last_day >= today:
            last = max(last or last_day, last_day)
    return last


def back_from(last_day: dt.date) -> dt.datetime:
    """Return the moment at which an absence ends: the first of the day after it, in Amsterdam."""
    return dt.datetime.combine(last_day + _DAY, dt.time(), AMSTERDAM)
