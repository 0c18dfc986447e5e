"""Working days over weekends and the holidays of the Netherlands."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.clock import AMSTERDAM, local_day
from samenspraak.routing.working_days import (
    add_working_days,
    deadline,
    is_working_day,
    overdue_since,
    working_days_between,
)

DAYS = st.dates(dt.date(2012, 1, 1), dt.date(2030, 12, 31))


@pytest.mark.parametrize(
    ("first", "count", "expected"),
    [
        ("2013-03-14", 1, "2013-03-15"),
        ("2013-03-14", 5, "2013-03-21"),
        ("2013-03-16", 1, "2013-03-18"),  # begun on a Saturday
        ("2013-03-28", 1, "2013-04-02"),  # over Good Friday and Easter Monday
        ("2013-12-24", 2, "2013-12-30"),  # over Christmas
        ("2013-12-31", 1, "2014-01-02"),  # over New Year
        ("2013-04-29", 1, "2013-05-01"),  # Queen's Day, the last one
        ("2015-04-24", 1, "2015-04-28"),  # King's Day on a Monday
        ("2014-04-25", 1, "2014-04-28"),  # King's Day on a Saturday, a day early
        ("2025-05-02", 1, "2025-05-06"),  # Liberation Day, free once in five years
        ("2024-05-03", 1, "2024-05-06"),
    ],
)
def test_working_days_pass_over_weekends_and_holidays(first: str, count: int, expected: str) -> None:
    assert add_working_days(dt.date.fromisoformat(first), count) == dt.date.fromisoformat(expected)


def test_a_deadline_is_the_end_of_the_fifth_working_day_in_amsterdam() -> None:
    evening = dt.datetime(2013, 3, 14, 23, 30, tzinfo=dt.UTC)  # already Friday in Amsterdam

    until = deadline(evening)

    assert until.astimezone(AMSTERDAM) == dt.datetime(2013, 3, 22, 23, 59, 59, tzinfo=AMSTERDAM)


def test_a_deadline_keeps_to_the_clock_of_summer() -> None:
    friday = dt.datetime(2013, 3, 29, 11, tzinfo=dt.UTC)  # the clock goes forward on the Sunday after

    assert deadline(friday, 1) == dt.datetime(2013, 4, 2, 21, 59, 59, tzinfo=dt.UTC)


@given(DAYS, st.integers(1, 15))
def test_adding_and_counting_agree(day: dt.date, count: int) -> None:
    later = add_working_days(day, count)

    assert is_working_day(later)
    assert working_days_between(day, later) == count
    assert working_days_between(later, day) == 0


@given(DAYS, st.integers(1, 12))
def test_what_is_overdue_is_exactly_what_had_its_working_days(today: dt.date, count: int) -> None:
    now = dt.datetime.combine(today, dt.time(12), AMSTERDAM)
    since = overdue_since(now, count)

    last_overdue, first_in_time = local_day(since - dt.timedelta(seconds=1)), local_day(since)

    assert add_working_days(last_overdue, count) < today <= add_working_days(first_in_time, count)
