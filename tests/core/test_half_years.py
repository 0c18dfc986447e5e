"""Halves of a year."""

import datetime as dt

from samenspraak.core.half_years import Half, half_of


def test_a_half_year_begins_at_midnight_in_the_netherlands() -> None:
    assert half_of(dt.datetime(2025, 6, 30, 21, 59, tzinfo=dt.UTC)) == Half(2025, 1)
    assert half_of(dt.datetime(2025, 6, 30, 22, 0, tzinfo=dt.UTC)) == Half(2025, 2)
    assert half_of(dt.datetime(2025, 12, 31, 23, 0, tzinfo=dt.UTC)) == Half(2026, 1)
