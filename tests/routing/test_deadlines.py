"""Deadlines in the three regions, over the change of time and the turn of the year, and after a pause."""

import datetime as dt

import pytest

from samenspraak.calendar.kinds import SchoolBreak
from samenspraak.calendar.models import SchoolHoliday
from samenspraak.calendar.working import WorkingCalendar
from samenspraak.core.clock import AMSTERDAM
from samenspraak.core.db import Session
from samenspraak.people.kinds import Region, Role, Sector
from samenspraak.people.models.organisation import Organisation
from samenspraak.routing.actions import accept
from samenspraak.routing.deadlines import after_pause, reminder_before
from tests.factories.people import make_expert, make_organisation, make_person, viewer
from tests.factories.questions import make_question
from tests.factories.routing import make_invited

PLAIN = WorkingCalendar()
HOLIDAYS = {
    Region.NORTH: (dt.date(2026, 2, 21), dt.date(2026, 3, 1)),
    Region.MIDDLE: (dt.date(2026, 2, 14), dt.date(2026, 2, 22)),
    Region.SOUTH: (dt.date(2026, 2, 14), dt.date(2026, 2, 22)),
}


def at(text: str) -> dt.datetime:
    """Return a moment in Amsterdam."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM).astimezone(dt.UTC)


def make_holidays(session: Session) -> None:
    for region, (first, last) in HOLIDAYS.items():
        values = {"school_year": "2025-2026", "school_break": SchoolBreak.SPRING, "sector": Sector.BOTH, "source": ""}
        session.add(SchoolHoliday(region=region, first_day=first, last_day=last, **values))
    session.flush()


def make_asking(session: Session, region: Region) -> Organisation:
    return make_organisation(session, holiday_region=region)


@pytest.mark.parametrize(
    ("region", "respond_by"),
    [(Region.NORTH, "2026-02-20"), (Region.MIDDLE, "2026-02-27"), (Region.SOUTH, "2026-02-27")],
)
def test_an_expert_reacts_within_five_working_days_of_the_region_that_asks(
    session: Session, region: Region, respond_by: str
) -> None:
    make_holidays(session)
    asker = make_person(session, Role.COORDINATOR, organisation=make_asking(session, region))
    invitation = make_invited(
        session, make_question(session, asker=asker), make_expert(session), now=at("2026-02-13T10:00")
    )

    assert invitation.respond_by == at(f"{respond_by}T23:59:59")


@pytest.mark.parametrize(
    ("region", "answer_by", "remind_at"),
    [
        (Region.NORTH, "2026-03-06", "2026-03-04"),
        (Region.MIDDLE, "2026-03-06", "2026-03-04"),
        (Region.SOUTH, "2026-03-06", "2026-03-04"),
    ],
)
def test_an_answer_is_expected_within_ten_and_reminded_of_two_before(
    session: Session, region: Region, answer_by: str, remind_at: str
) -> None:
    make_holidays(session)
    asker = make_person(session, Role.COORDINATOR, organisation=make_asking(session, region))
    expert = make_expert(session)
    invitation = make_invited(session, make_question(session, asker=asker), expert, now=at("2026-02-13T10:00"))

    accept(session, viewer(expert), invitation.id, at("2026-02-13T11:00"))

    assert invitation.answer_by == at(f"{answer_by}T23:59:59")
    assert invitation.remind_at == at(f"{remind_at}T07:00")


@pytest.mark.parametrize(
    ("began", "ends"),
    [
        ("2026-03-26T23:59", "2026-04-02T23:59:59"),  # summer time begins on Sunday 29 March
        ("2026-10-22T00:01", "2026-10-29T23:59:59"),  # and ends on Sunday 25 October
        ("2026-12-24T15:00", "2027-01-04T23:59:59"),  # Christmas, and New Year's Day on a Friday
    ],
)
def test_a_deadline_ends_with_its_day_in_amsterdam(began: str, ends: str) -> None:
    assert PLAIN.deadline(at(began), 5) == at(ends)


@pytest.mark.parametrize(
    ("deadline", "days", "reminded"),
    [
        ("2026-03-30T23:59:59", 1, "2026-03-27T07:00"),  # a Monday, after the change of time
        ("2026-10-26T23:59:59", 2, "2026-10-22T07:00"),
        ("2027-01-04T23:59:59", 2, "2026-12-30T07:00"),
        ("2026-12-28T23:59:59", 1, "2026-12-24T07:00"),
    ],
)
def test_a_reminder_comes_in_the_morning_of_a_working_day_before(deadline: str, days: int, reminded: str) -> None:
    assert reminder_before(PLAIN, at(deadline), days) == at(reminded)


@pytest.mark.parametrize(
    ("deadline", "paused", "resumed", "ends"),
    [
        ("2026-03-27T23:59:59", "2026-03-26T10:00", "2026-03-30T10:00", "2026-03-31T23:59:59"),
        ("2026-12-24T23:59:59", "2026-12-23T10:00", "2027-01-05T10:00", "2027-01-05T23:59:59"),
        ("2026-05-29T23:59:59", "2026-05-29T18:00", "2026-05-31T12:00", "2026-06-01T23:59:59"),  # over a weekend
    ],
)
def test_a_deadline_moves_on_by_the_working_days_of_a_pause_and_never_has_passed(
    deadline: str, paused: str, resumed: str, ends: str
) -> None:
    moved = after_pause(PLAIN, at(deadline), at(paused), at(resumed))

    assert moved > at(resumed)
    assert moved >= at(ends)
