"""Working days over weekends, the public holidays of the Netherlands, and school holidays that are passed in."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.calendar.working import WorkingCalendar
from samenspraak.core.clock import AMSTERDAM, local_day

NATIONAL = WorkingCalendar()
DAYS = st.dates(dt.date(2012, 1, 1), dt.date(2030, 12, 31))
COUNTS = st.integers(0, 12)


@st.composite
def calendars(draw: st.DrawFn) -> WorkingCalendar:
    """Calendars with some holidays of up to six weeks."""
    closed: set[dt.date] = set()
    for _number in range(draw(st.integers(0, 4))):
        first = draw(DAYS)
        closed.update(first + dt.timedelta(days=day) for day in range(draw(st.integers(1, 44))))
    return WorkingCalendar(frozenset(closed), max(closed, default=None))


@st.composite
def moments(draw: st.DrawFn) -> dt.datetime:
    """Moments at any time of the day in Amsterdam, also in the hours that a change of the clock skips or repeats."""
    minute = draw(st.integers(0, 24 * 60 - 1))
    return dt.datetime.combine(draw(DAYS), dt.time(minute // 60, minute % 60), AMSTERDAM).astimezone(dt.UTC)


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
def test_working_days_pass_over_weekends_and_public_holidays(first: str, count: int, expected: str) -> None:
    assert NATIONAL.add(dt.date.fromisoformat(first), count) == dt.date.fromisoformat(expected)


def test_a_deadline_is_the_end_of_the_fifth_working_day_in_amsterdam() -> None:
    evening = dt.datetime(2013, 3, 14, 23, 30, tzinfo=dt.UTC)  # already Friday in Amsterdam

    until = NATIONAL.deadline(evening, 5)

    assert until.astimezone(AMSTERDAM) == dt.datetime(2013, 3, 22, 23, 59, 59, tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("friday", "monday_evening"),
    [
        (dt.datetime(2013, 10, 25, 10, tzinfo=dt.UTC), dt.datetime(2013, 10, 28, 22, 59, 59, tzinfo=dt.UTC)),
        (dt.datetime(2026, 3, 27, 11, tzinfo=dt.UTC), dt.datetime(2026, 3, 30, 21, 59, 59, tzinfo=dt.UTC)),
    ],
)
def test_a_deadline_keeps_to_the_clock_on_the_wall_when_it_goes_back_or_forward(
    friday: dt.datetime, monday_evening: dt.datetime
) -> None:
    assert NATIONAL.deadline(friday, 1) == monday_evening
    assert NATIONAL.shifted(NATIONAL.deadline(friday, 0), friday, monday_evening) == monday_evening


def test_what_is_known_ends_with_the_last_school_holiday() -> None:
    last = dt.date(2028, 8, 20)
    calendar = WorkingCalendar(frozenset({last}), last)

    assert calendar.knows(dt.datetime(2028, 8, 20, 21, tzinfo=dt.UTC))
    assert not calendar.knows(dt.datetime(2028, 8, 20, 22, tzinfo=dt.UTC))  # the day after, in Amsterdam
    assert not NATIONAL.knows(dt.datetime(2013, 1, 1, tzinfo=dt.UTC))


@given(calendars(), DAYS, COUNTS)
def test_adding_and_counting_agree(calendar: WorkingCalendar, day: dt.date, count: int) -> None:
    later = calendar.add(day, count)

    assert calendar.between(day, later) == count
    assert calendar.between(later, day) == 0
    assert count == 0 or calendar.is_working_day(later)


@given(calendars(), DAYS, COUNTS, COUNTS)
def test_adding_twice_is_adding_the_sum(calendar: WorkingCalendar, day: dt.date, first: int, second: int) -> None:
    assert calendar.add(calendar.add(day, first), second) == calendar.add(day, first + second)


@given(calendars(), moments(), COUNTS)
def test_a_deadline_is_the_last_second_of_the_day_that_adding_gives(
    calendar: WorkingCalendar, now: dt.datetime, count: int
) -> None:
    until = calendar.deadline(now, count)

    assert local_day(until) == calendar.add(local_day(now), count)
    assert local_day(until + dt.timedelta(seconds=1)) == local_day(until) + dt.timedelta(days=1)


@given(calendars(), moments(), COUNTS, st.integers(0, 60), st.integers(0, 60))
def test_a_pause_gives_back_exactly_the_working_days_it_took(
    calendar: WorkingCalendar, now: dt.datetime, count: int, until_pause: int, length: int
) -> None:
    paused_from = now + dt.timedelta(days=until_pause)
    paused_to = paused_from + dt.timedelta(days=length)
    before = calendar.deadline(now, count)

    after = calendar.shifted(before, paused_from, paused_to)

    lost = calendar.between(local_day(paused_from), local_day(paused_to))
    assert calendar.between(local_day(before), local_day(after)) == lost
    assert after == (calendar.deadline(now, count + lost) if lost else before)
    if local_day(paused_from) <= local_day(before):
        left = calendar.between(local_day(paused_from), local_day(before))
        assert calendar.between(local_day(paused_to), local_day(after)) == left


@given(calendars(), moments(), COUNTS)
def test_school_holidays_never_bring_a_deadline_forward(
    calendar: WorkingCalendar, now: dt.datetime, count: int
) -> None:
    assert calendar.deadline(now, count) >= NATIONAL.deadline(now, count)
