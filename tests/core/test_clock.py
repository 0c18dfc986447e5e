"""Days are those of the Netherlands, in winter and summer."""

import datetime as dt

import pytest

from samenspraak.core.clock import local_day


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (dt.datetime(2013, 1, 1, 22, 59, tzinfo=dt.UTC), dt.date(2013, 1, 1)),
        (dt.datetime(2013, 1, 1, 23, 0, tzinfo=dt.UTC), dt.date(2013, 1, 2)),
        (dt.datetime(2013, 7, 1, 21, 59, tzinfo=dt.UTC), dt.date(2013, 7, 1)),
        (dt.datetime(2013, 7, 1, 22, 0, tzinfo=dt.UTC), dt.date(2013, 7, 2)),
    ],
)
def test_a_day_begins_at_midnight_in_amsterdam(moment: dt.datetime, day: dt.date) -> None:
    assert local_day(moment) == day
