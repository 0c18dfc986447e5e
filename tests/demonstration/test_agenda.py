"""Things happen in office hours of working days, in order, and the same each time."""

import datetime as dt

import pytest

from samenspraak.calendar.queries import national_calendar
from samenspraak.core.clock import AMSTERDAM
from samenspraak.demonstration.agenda import Agenda, Diary
from samenspraak.demonstration.loading import plan
from tests.support.site import NOON


def test_day_one_is_the_last_working_day() -> None:
    monday = NOON + dt.timedelta(days=4)
    assert Agenda(monday).day(1) == dt.date(2013, 3, 15)


def test_a_day_below_zero_lies_ahead() -> None:
    assert Agenda(NOON).day(-2) == dt.date(2013, 3, 18)


@pytest.mark.parametrize("number", range(20))
def test_a_moment_lies_in_office_hours(number: int) -> None:
    moment = Agenda(NOON).moment(number + 1, "story", number).astimezone(AMSTERDAM)
    assert national_calendar().is_working_day(moment.date())
    assert 8 <= moment.hour < 15


def test_moments_of_one_day_come_one_after_the_other() -> None:
    diary = Diary(Agenda(NOON), "story")
    moments = [diary.next(3) for _ in range(8)]
    assert moments == sorted(set(moments))


def test_the_same_day_gives_the_same_plan() -> None:
    assert plan(NOON) == plan(NOON)


@pytest.mark.parametrize("hour", [0, 5, 23])
def test_all_is_past_at_any_hour_of_the_day(hour: int) -> None:
    now = NOON.replace(hour=hour)
    assert max(each.at for each in plan(now)) < now
