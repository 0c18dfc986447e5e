"""Reads of the calendar: which days count for whom, and the table of school holidays."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from sqlalchemy import func, select

from samenspraak.calendar.models import SchoolHoliday
from samenspraak.calendar.working import WorkingCalendar
from samenspraak.core.db import Session
from samenspraak.core.errors import NotFound
from samenspraak.people.kinds import Region, Sector
from samenspraak.people.models.organisation import Organisation

_KEPT = "samenspraak.calendars"
_NATIONAL = WorkingCalendar()
_Key: TypeAlias = tuple[int, Sector]


def national_calendar() -> WorkingCalendar:
    """Return the calendar of public holidays alone, for what belongs to no region."""
    return _NATIONAL


def calendar_for(session: Session, organisation_id: int, sector: Sector) -> WorkingCalendar:
    """Return the calendar of an organisation: public holidays, and the school holidays of its region and a sector.

    It takes one statement, once in a session. Where the region is not known, only public holidays count.
    """
    kept: dict[_Key, WorkingCalendar] = session.info.setdefault(_KEPT, {})
    key = organisation_id, sector
    if key not in kept:
        kept[key] = calendar_from(_holidays_of(session, organisation_id), sector)
    return kept[key]


def forget_calendars(session: Session) -> None:
    """Have the calendars read anew, because school holidays or regions changed."""
    session.info.pop(_KEPT, None)


class Span(NamedTuple):
    """The days of one school holiday, and the sector that has it."""

    sector: Sector
    first_day: dt.date
    last_day: dt.date


@dataclass(frozen=True, slots=True)
class RegionCalendars:
    """The calendars of all regions, read at once."""

    holidays: Mapping[Region, Sequence[SchoolHoliday]]
    _made: dict[tuple[Region | None, Sector], WorkingCalendar] = field(default_factory=dict)

    def of(self, region: Region | None, sector: Sector) -> WorkingCalendar:
        """Return the calendar of a region and a sector; without a region that of public holidays."""
        key = region, sector
        if key not in self._made:
            self._made[key] = calendar_from(self.holidays.get(region, ()), sector) if region else _NATIONAL
        return self._made[key]


def region_calendars(session: Session) -> RegionCalendars:
    """Return the calendars of all regions, in one statement: for figures over many questions."""
    found: dict[Region, list[SchoolHoliday]] = {region: [] for region in Region}
    for holiday in session.scalars(select(SchoolHoliday)):
        found[holiday.region].append(holiday)
    return RegionCalendars(found)


def calendar_from(holidays: Iterable[SchoolHoliday], sector: Sector) -> WorkingCalendar:
    """Return the calendar that holidays of one region make for a sector.

    For both sectors together a day counts as soon as one of them has school.
    """
    return _calendar_from(frozenset(Span(each.sector, each.first_day, each.last_day) for each in holidays), sector)


def days_of(holiday: SchoolHoliday | Span) -> Iterable[dt.date]:
    """Return the days of a school holiday, both ends included."""
    length = (holiday.last_day - holiday.first_day).days + 1
    return (holiday.first_day + dt.timedelta(days=number) for number in range(length))


@lru_cache(maxsize=64)
def _calendar_from(holidays: frozenset[Span], sector: Sector) -> WorkingCalendar:
    """Kept in memory, because organisations of one region share it, and pages show deadlines all the time."""
    closed = {each: set[dt.date]() for each in (Sector.PRIMARY, Sector.SECONDARY)}
    for holiday in holidays:
        for each, days in closed.items():
            if holiday.sector in {each, Sector.BOTH}:
                days.update(days_of(holiday))
    wanted = closed.values() if sector is Sector.BOTH else [closed[sector]]
    shared = frozenset(set.intersection(*wanted))
    return WorkingCalendar(shared, max(shared, default=None))


def find_holiday(session: Session, holiday_id: int) -> SchoolHoliday:
    """Return one school holiday."""
    holiday = session.get(SchoolHoliday, holiday_id)
    if holiday is None:
        raise NotFound
    return holiday


def holidays_of(session: Session, school_year: str, region: Region | None = None) -> Sequence[SchoolHoliday]:
    """Return the holidays of a school year (in one region), by region and then by day."""
    found = select(SchoolHoliday).where(SchoolHoliday.school_year == school_year)
    if region:
        found = found.where(SchoolHoliday.region == region)
    return session.scalars(found.order_by(SchoolHoliday.region, SchoolHoliday.first_day, SchoolHoliday.id)).all()


def school_years(session: Session) -> Sequence[str]:
    """Return the school years that the table knows, the latest first."""
    return session.scalars(
        select(SchoolHoliday.school_year).distinct().order_by(SchoolHoliday.school_year.desc())
    ).all()


def known_until(session: Session) -> dict[Region, dt.date]:
    """Return the last day of the table of each region that has one."""
    last = select(SchoolHoliday.region, func.max(SchoolHoliday.last_day)).group_by(SchoolHoliday.region)
    return dict(session.execute(last).all())


def _holidays_of(session: Session, organisation_id: int) -> Sequence[SchoolHoliday]:
    return session.scalars(
        select(SchoolHoliday)
        .join(Organisation, Organisation.holiday_region == SchoolHoliday.region)
        .where(Organisation.id == organisation_id)
    ).all()
