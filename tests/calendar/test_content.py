"""The shipped tables: whole, with sources, and right where it is known how it was."""

import datetime as dt

import pytest

from samenspraak.calendar.content_files import shipped_divisions, shipped_holidays
from samenspraak.calendar.kinds import SchoolBreak
from samenspraak.calendar.queries import calendar_from
from samenspraak.calendar.regions import region_of
from samenspraak.calendar.rules import is_school_year
from samenspraak.calendar.working import WorkingCalendar
from samenspraak.people.kinds import Region, Sector

NORTH, MIDDLE, SOUTH = Region


def calendar_of(region: Region, sector: Sector = Sector.PRIMARY) -> WorkingCalendar:
    return calendar_from((each for each in shipped_holidays() if each.region is region), sector)


def test_every_school_year_has_five_holidays_in_every_region_for_both_sectors() -> None:
    holidays = shipped_holidays()
    assert all(is_school_year(each.school_year) and each.source for each in holidays)
    for begins in range(2012, 2028):
        for region in Region:
            of = [h for h in holidays if h.school_year == f"{begins}-{begins + 1}" and h.region is region]
            for sector in (Sector.PRIMARY, Sector.SECONDARY):
                assert {h.school_break for h in of if h.sector in {sector, Sector.BOTH}} == set(SchoolBreak)


@pytest.mark.parametrize(
    ("region", "sector", "last_at_school", "count", "expected"),
    [
        # Christmas 2026: all regions from 19 December to 3 January.
        (NORTH, Sector.PRIMARY, "2026-12-18", 1, "2027-01-04"),
        (MIDDLE, Sector.PRIMARY, "2026-12-18", 1, "2027-01-04"),
        (SOUTH, Sector.SECONDARY, "2026-12-17", 5, "2027-01-07"),
        # Summer 2013: in the north 6 July to 18 August for primary, to 25 August for secondary education.
        (NORTH, Sector.PRIMARY, "2013-07-05", 1, "2013-08-19"),
        (NORTH, Sector.SECONDARY, "2013-07-05", 1, "2013-08-26"),
        (NORTH, Sector.BOTH, "2013-07-05", 1, "2013-08-19"),
    ],
)
def test_a_deadline_passes_over_the_holidays_of_the_region(
    region: Region, sector: Sector, last_at_school: str, count: int, expected: str
) -> None:
    calendar = calendar_of(region, sector)

    assert calendar.add(dt.date.fromisoformat(last_at_school), count) == dt.date.fromisoformat(expected)


def test_regions_have_their_holidays_at_different_times() -> None:
    ends = {region: calendar_of(region).known_until for region in Region}
    starts = {
        region: min(day for day in calendar_of(region).closed if day >= dt.date(2027, 6, 15)) for region in Region
    }

    assert len(set(ends.values())) > 1
    assert len(set(starts.values())) == 3


def test_after_the_tables_only_public_holidays_count() -> None:
    for region in Region:
        calendar = calendar_of(region)
        assert calendar.known_until is not None
        after = calendar.known_until + dt.timedelta(days=60)
        assert calendar.add(after, 100) == WorkingCalendar().add(after, 100)


@pytest.mark.parametrize(
    ("province", "municipalities", "expected"),
    [
        ("Groningen", ["Groningen", "Noordenveld"], NORTH),
        ("Gelderland", ["Nijmegen", "Groesbeek"], SOUTH),
        ("Gelderland", ["Ede", "Nijmegen"], MIDDLE),  # the largest decides
        ("Flevoland", ["Zeewolde"], MIDDLE),
        ("Flevoland", ["Almere", "Zeewolde"], NORTH),
        ("Utrecht", ["De Ronde Venen"], MIDDLE),  # but for the part that was Abcoude
        ("Gelderland", ["Montferland"], MIDDLE),  # most of it
        ("Noord-Brabant", ["Woudrichem"], MIDDLE),
        ("Overijssel", ["Hattem"], NORTH),  # of another province
        ("Zuid-Holland", [], MIDDLE),
        ("Gelderland", [], None),
        ("Gelderland", ["Nergenshuizen", "TIEL"], MIDDLE),  # the next that is known, however written
        ("", [], None),
    ],
)
def test_an_area_lies_in_the_region_of_its_largest_municipality(
    province: str, municipalities: list[str], expected: Region | None
) -> None:
    assert region_of(province, municipalities, shipped_divisions()) is expected
