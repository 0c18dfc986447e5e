"""What administrators change counts at once; what is wrong is refused, and loading leaves their work alone."""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest
from sqlalchemy import func, select

from samenspraak.calendar.actions.holidays import HolidayDraft, add_holiday, change_holiday, remove_holiday
from samenspraak.calendar.actions.loading import load_calendar
from samenspraak.calendar.kinds import SchoolBreak
from samenspraak.calendar.models import SchoolHoliday
from samenspraak.calendar.queries import calendar_for, holidays_of, national_calendar
from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid, NotAllowed
from samenspraak.people.kinds import OrganisationKind, Region, Role, Sector
from samenspraak.people.rules import Viewer
from tests.factories.calendar import make_holiday
from tests.factories.people import make_organisation
from tests.support.site import NOON
from tests.support.statements import statements_of

KEEPER = Viewer(1, "Bert", frozenset({Role.ADMINISTRATOR}))
FRIDAY = dt.date(2013, 3, 15)
WEEK = HolidayDraft(
    "2012-2013", Region.NORTH, SchoolBreak.MAY, Sector.BOTH, dt.date(2013, 3, 16), dt.date(2013, 3, 24), "Afspraak"
)


def next_day(session: Session, organisation_id: int, sector: Sector = Sector.PRIMARY) -> dt.date:
    return calendar_for(session, organisation_id, sector).add(FRIDAY, 1)


def test_a_holiday_counts_from_when_it_is_added_until_it_is_removed(session: Session) -> None:
    partnership = make_organisation(session, holiday_region=Region.NORTH)
    other = make_organisation(session, holiday_region=Region.SOUTH)
    assert next_day(session, partnership.id) == dt.date(2013, 3, 18)

    holiday = add_holiday(session, KEEPER, WEEK, NOON)

    assert next_day(session, partnership.id) == dt.date(2013, 3, 25)
    assert next_day(session, other.id) == dt.date(2013, 3, 18)
    change_holiday(session, KEEPER, holiday.id, dataclasses.replace(WEEK, last_day=dt.date(2013, 3, 19)), NOON)
    assert next_day(session, partnership.id) == dt.date(2013, 3, 20)
    remove_holiday(session, KEEPER, holiday.id, NOON)
    assert next_day(session, partnership.id) == dt.date(2013, 3, 18)


@pytest.mark.sqlite_only
def test_a_holiday_of_one_sector_counts_for_that_sector_alone(session: Session) -> None:
    partnership = make_organisation(session, holiday_region=Region.NORTH)
    add_holiday(session, KEEPER, dataclasses.replace(WEEK, sector=Sector.SECONDARY), NOON)

    assert next_day(session, partnership.id, Sector.PRIMARY) == dt.date(2013, 3, 18)
    assert next_day(session, partnership.id, Sector.SECONDARY) == dt.date(2013, 3, 25)
    assert next_day(session, partnership.id, Sector.BOTH) == dt.date(2013, 3, 18)


def test_an_organisation_without_region_knows_public_holidays_alone(session: Session) -> None:
    nowhere = make_organisation(session, holiday_region=None)
    make_holiday(session)

    calendar = calendar_for(session, nowhere.id, Sector.PRIMARY)

    assert calendar == national_calendar()
    assert calendar.known_until is None


def test_a_calendar_takes_one_statement_a_session(session: Session) -> None:
    partnership = make_organisation(session, holiday_region=Region.NORTH)
    with statements_of(session.get_bind()) as statements:
        for _number in range(3):
            calendar_for(session, partnership.id, Sector.PRIMARY)

    assert len(statements) == 1


@pytest.mark.sqlite_only
@pytest.mark.parametrize(
    ("change", "field", "reason"),
    [
        ({"school_year": "2012"}, "school_year", "no-school-year"),
        ({"school_year": "2012-2014"}, "school_year", "no-school-year"),
        ({"school_year": "2014-2015"}, "first_day", "outside-school-year"),
        ({"last_day": dt.date(2013, 3, 1)}, "last_day", "last-before-first"),
        ({"last_day": dt.date(2013, 7, 1)}, "last_day", "holiday-too-long"),
        ({"school_break": SchoolBreak.SPRING}, "school_break", "holiday-there"),
        ({"first_day": dt.date(2013, 2, 24)}, "first_day", "holiday-overlaps"),
        ({"first_day": dt.date(2013, 2, 24), "sector": Sector.PRIMARY}, "first_day", "holiday-overlaps"),
    ],
)
def test_what_is_wrong_with_a_holiday_is_named(
    session: Session, change: Mapping[str, Any], field: str, reason: str
) -> None:
    make_holiday(session)

    with pytest.raises(Invalid) as refusal:
        add_holiday(session, KEEPER, dataclasses.replace(WEEK, **change), NOON)

    assert (refusal.value.field, refusal.value.reason) == (field, reason)


@pytest.mark.sqlite_only
def test_sectors_and_regions_may_have_their_holidays_at_once(session: Session) -> None:
    summer = dataclasses.replace(WEEK, sector=Sector.PRIMARY)
    add_holiday(session, KEEPER, summer, NOON)
    add_holiday(session, KEEPER, dataclasses.replace(summer, sector=Sector.SECONDARY), NOON)
    add_holiday(session, KEEPER, dataclasses.replace(WEEK, region=Region.SOUTH), NOON)

    assert len(holidays_of(session, "2012-2013")) == 3


@pytest.mark.sqlite_only
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_administrators_keep_the_table(session: Session, role: Role) -> None:
    someone = Viewer(1, "Iemand", frozenset({role}))
    holiday = make_holiday(session)

    for act in (
        lambda: add_holiday(session, someone, WEEK, NOON),
        lambda: change_holiday(session, someone, holiday.id, WEEK, NOON),
        lambda: remove_holiday(session, someone, holiday.id, NOON),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_loading_fills_in_what_is_missing_and_leaves_what_stands(session: Session) -> None:
    utrecht = make_organisation(session, province="Utrecht", municipalities=["Utrecht"])
    chosen = make_organisation(session, province="Utrecht", municipalities=["Utrecht"], holiday_region=Region.SOUTH)
    council = make_organisation(session, kind=OrganisationKind.SECTOR_COUNCIL, province="Utrecht")
    load_calendar(session)
    assert session.scalar(select(func.count()).select_from(SchoolHoliday)) == 243
    assert (utrecht.holiday_region, chosen.holiday_region, council.holiday_region) == (
        Region.MIDDLE,
        Region.SOUTH,
        None,
    )
    removed, moved = holidays_of(session, "2013-2014", Region.NORTH)[:2]
    changed = HolidayDraft(
        moved.school_year,
        moved.region,
        moved.school_break,
        moved.sector,
        moved.first_day,
        moved.last_day + dt.timedelta(days=1),
    )
    change_holiday(session, KEEPER, moved.id, changed, NOON)
    remove_holiday(session, KEEPER, removed.id, NOON)

    again = load_calendar(session)

    assert (again.holidays, again.regions) == (0, 0)
    assert len(holidays_of(session, "2013-2014", Region.NORTH)) == 4
    assert moved.last_day == changed.last_day
