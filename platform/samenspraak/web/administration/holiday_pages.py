"""What the pages on days off show."""

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence

from samenspraak.calendar.kinds import SchoolBreak
from samenspraak.calendar.models import SchoolHoliday
from samenspraak.calendar.public_days import SOURCE_VERSION, PublicDay
from samenspraak.people.kinds import Region, Sector
from samenspraak.web.administration.holiday_form import HolidayForm
from samenspraak.web.shell.page import Crumb


@dataclasses.dataclass(frozen=True)
class HolidayRow:
    """One holiday of a school year: its days in each region of which they are known."""

    school_break: SchoolBreak
    sector: Sector
    of: Mapping[Region, SchoolHoliday]


@dataclasses.dataclass(frozen=True)
class HolidaySource:
    """Where days come from; empty: nobody filled it in. `told` are the holidays, each with its regions."""

    source: str
    told: Mapping[SchoolBreak, Sequence[Region]]


@dataclasses.dataclass(frozen=True)
class HolidaysPage:
    """The days off of one school year, all regions beside each other. `known_until` is the last day of each table."""

    title: str
    crumbs: tuple[Crumb, ...]
    years: Sequence[str]
    year: str
    rows: Sequence[HolidayRow]
    known_until: Mapping[Region, dt.date]
    ending: Sequence[Region]
    sources: Sequence[HolidaySource]
    public_days: Sequence[PublicDay]
    regions: Sequence[Region] = tuple(Region)
    version: str = SOURCE_VERSION


@dataclasses.dataclass(frozen=True)
class HolidayPage:
    """Adding or changing a holiday."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: HolidayForm
    holiday_id: int | None


def rows_of(holidays: Sequence[SchoolHoliday]) -> list[HolidayRow]:
    """Put the holidays of one school year in rows, in the order of the year."""
    found: dict[tuple[SchoolBreak, Sector], dict[Region, SchoolHoliday]] = {}
    for holiday in sorted(holidays, key=lambda each: (each.first_day, each.sector)):
        found.setdefault((holiday.school_break, holiday.sector), {})[holiday.region] = holiday
    return [HolidayRow(school_break, sector, of) for (school_break, sector), of in found.items()]


def sources_of(holidays: Sequence[SchoolHoliday]) -> list[HolidaySource]:
    """Return where the holidays of one school year come from, in the order of the year."""
    found: dict[str, dict[SchoolBreak, list[Region]]] = {}
    for holiday in sorted(holidays, key=lambda each: (each.first_day, list(Region).index(each.region))):
        regions = found.setdefault(holiday.source, {}).setdefault(holiday.school_break, [])
        if holiday.region not in regions:
            regions.append(holiday.region)
    return [HolidaySource(source, told) for source, told in found.items()]
