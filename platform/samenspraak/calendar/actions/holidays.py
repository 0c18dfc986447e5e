"""Keeping the table of school holidays: administrators add, change and remove. What they do counts from then on."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import ColumnElement, exists, or_, select, true

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.audit.rules import Facts
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


def add_holiday(session: Session, viewer: Viewer, draft: HolidayDraft, now: dt.datetime) -> SchoolHoliday:
    """Add a holiday; refuse (`Invalid`) wrong days, one that is there already, and one that overlaps another."""
    _refuse_others(viewer)
    _check(session, draft, 0)
    holiday = SchoolHoliday()
    _fill(holiday, draft)
    session.add(holiday)
    session.flush()
    forget_calendars(session)
    _record(session, Act.HOLIDAY_ADDED, viewer, holiday.id, now, after=_facts(holiday))
    return holiday


def change_holiday(
    session: Session, viewer: Viewer, holiday_id: int, draft: HolidayDraft, now: dt.datetime
) -> SchoolHoliday:
    """Change a holiday, under the same rules."""
    _refuse_others(viewer)
    holiday = find_holiday(session, holiday_id)
    _check(session, draft, holiday_id)
    before = _facts(holiday)
    _fill(holiday, draft)
    session.flush()
    forget_calendars(session)
    if _facts(holiday) != before:
        _record(session, Act.HOLIDAY_CHANGED, viewer, holiday_id, now, before=before, after=_facts(holiday))
    return holiday


def remove_holiday(session: Session, viewer: Viewer, holiday_id: int, now: dt.datetime) -> None:
    """Remove a holiday: its days count as working days from then on."""
    _refuse_others(viewer)
    holiday = find_holiday(session, holiday_id)
    session.delete(holiday)
    session.flush()
    forget_calendars(session)
    _record(session, Act.HOLIDAY_REMOVED, viewer, holiday_id, now, before=_facts(holiday))


def _record(
    session: Session,
    act: Act,
    viewer: Viewer,
    holiday_id: int,
    now: dt.datetime,
    before: Facts | None = None,
    after: Facts | None = None,
) -> None:
    record_act(session, act, viewer.person_id, Thing.HOLIDAY, holiday_id, now, before=before, after=after)


def _facts(holiday: SchoolHoliday) -> Facts:
    return {
        "school_year": holiday.school_year,
        "region": holiday.region.value,
        "school_break": holiday.school_break.value,
        "sector": holiday.sector.value,
        "first_day": holiday.first_day.isoformat(),
        "last_day": holiday.last_day.isoformat(),
    }


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
