"""Keeping the table of school holidays: administrators add, change and remove. What they do counts from then on."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import ColumnElement, exists, or_, select, true

from samenspraak.calendar.kinds import SchoolBreak
from samenspraak.calendar.models import SchoolHoliday
from samenspraak.calendar.queries import find_holiday, forget_calendars
from samenspraak.calendar.rules import first_day_of, is_school_year, last_day_of
from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid, NotAllowed
from samenspraak.people.kinds import Region, Sector
from samenspraak.people.rules import Viewer

LONGEST_HOLIDAY = 70
"""Days: more is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class HolidayDraft:
    """A school holiday as an administrator fills it in; both days are included."""

    school_year: str
    region: Region
    school_break: SchoolBreak
    sector: Sector
    first_day: dt.date
    last_day: dt.date
    source: str = ""


def add_holiday(session: Session, viewer: Viewer, draft: HolidayDraft) -> SchoolHoliday:
    """Add a holiday; refuse (`Invalid`) wrong days, one that is there already, and one that overlaps another."""
    _refuse_others(viewer)
    _check(session, draft, 0)
    holiday = SchoolHoliday()
    _fill(holiday, draft)
    session.add(holiday)
    session.flush()
    forget_calendars(session)
    return holiday


def change_holiday(session: Session, viewer: Viewer, holiday_id: int, draft: HolidayDraft) -> SchoolHoliday:
    """Change a holiday, under the same rules."""
    _refuse_others(viewer)
    holiday = find_holiday(session, holiday_id)
    _check(session, draft, holiday_id)
    _fill(holiday, draft)
    session.flush()
    forget_calendars(session)
    return holiday


def remove_holiday(session: Session, viewer: Viewer, holiday_id: int) -> None:
    """Remove a holiday: its days count as working days from then on."""
    _refuse_others(viewer)
    session.delete(find_holiday(session, holiday_id))
    session.flush()
    forget_calendars(session)


def _refuse_others(viewer: Viewer) -> None:
    if not viewer.is_administrator:
        raise NotAllowed


def _check(session: Session, draft: HolidayDraft, own_id: int) -> None:
    _check_days(draft)
    others = SchoolHoliday.id != own_id, SchoolHoliday.region == draft.region, _shares_sector(draft.sector)
    same = SchoolHoliday.school_year == draft.school_year, SchoolHoliday.school_break == draft.school_break
    if session.scalar(select(exists().where(*others, *same))):
        raise Invalid("school_break", "holiday-there")
    overlaps = SchoolHoliday.first_day <= draft.last_day, SchoolHoliday.last_day >= draft.first_day
    if session.scalar(select(exists().where(*others, *overlaps))):
        raise Invalid("first_day", "holiday-overlaps")


def _check_days(draft: HolidayDraft) -> None:
    if not is_school_year(draft.school_year):
        raise Invalid("school_year", "no-school-year")
    if draft.last_day < draft.first_day:
        raise Invalid("last_day", "last-before-first")
    if (draft.last_day - draft.first_day).days >= LONGEST_HOLIDAY:
        raise Invalid("last_day", "holiday-too-long")
    if not first_day_of(draft.school_year) <= draft.first_day <= last_day_of(draft.school_year):
        raise Invalid("first_day", "outside-school-year")


def _shares_sector(sector: Sector) -> ColumnElement[bool]:
    if sector is Sector.BOTH:
        return true()
    return or_(SchoolHoliday.sector == sector, SchoolHoliday.sector == Sector.BOTH)


def _fill(holiday: SchoolHoliday, draft: HolidayDraft) -> None:
    holiday.school_year = draft.school_year
    holiday.region = draft.region
    holiday.school_break = draft.school_break
    holiday.sector = draft.sector
    holiday.first_day = draft.first_day
    holiday.last_day = draft.last_day
    holiday.source = draft.source
