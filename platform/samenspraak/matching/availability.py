"""Until when an expert is away: pure, over the periods that the expert entered."""

import datetime as dt
from collections.abc import Iterable

from samenspraak.core.clock import AMSTERDAM, local_day

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


def substitute_on(periods: Iterable[tuple[dt.date, dt.date, int | None]], today: dt.date) -> int | None:
    """Return who was named for today, in the period that began last; None when nobody was."""
    named = [(first, who) for first, last, who in periods if first <= today <= last and who is not None]
    return max(named)[1] if named else None


def last_day_before(back: dt.datetime) -> dt.date:
    """Return the last day of an absence that ends at a moment."""
    return local_day(back) - _DAY


def back_from(last_day: dt.date) -> dt.datetime:
    """Return the moment at which an absence ends: the first of the day after it, in Amsterdam."""
    return dt.datetime.combine(last_day + _DAY, dt.time(), AMSTERDAM)
