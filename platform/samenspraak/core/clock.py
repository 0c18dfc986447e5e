"""Moments: UTC inside, Amsterdam on screen. The present is passed in, never asked for below the edge."""

import datetime as dt
from collections.abc import Callable
from typing import TypeAlias
from zoneinfo import ZoneInfo

Clock: TypeAlias = Callable[[], dt.datetime]

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def utc_now() -> dt.datetime:
    """Return the present moment, aware and in UTC."""
    return dt.datetime.now(dt.UTC)


def local_day(moment: dt.datetime) -> dt.date:
    """Return the day on the calendar in the Netherlands at a moment."""
    return moment.astimezone(AMSTERDAM).date()
