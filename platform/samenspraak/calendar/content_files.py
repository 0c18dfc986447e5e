"""The school holidays and the division into regions that Samenspraak starts with, as shipped in `content/`."""

import csv
import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from samenspraak.calendar.kinds import SchoolBreak
from samenspraak.calendar.models import SchoolHoliday
from samenspraak.calendar.regions import Division
from samenspraak.people.kinds import Region, Sector

_CONTENT = Path(__file__).parent / "content"
_SECTORS = {"po": Sector.PRIMARY, "vo": Sector.SECONDARY, "po+vo": Sector.BOTH}


def shipped_holidays() -> list[SchoolHoliday]:
    """Return the shipped school holidays, each with its source."""
    return [
        SchoolHoliday(
            school_year=row["school_year"],
            region=Region(row["region"]),
            school_break=SchoolBreak(row["holiday"]),
            sector=_SECTORS[row["sector"]],
            first_day=dt.date.fromisoformat(row["start"]),
            last_day=dt.date.fromisoformat(row["end"]),
            source=row["source"],
        )
        for row in _rows("school-holidays.csv")
    ]


@cache
def shipped_divisions() -> tuple[Division, ...]:
    """Return which municipality, part of one, or whole province lies in which region."""
    return tuple(
        Division(row["province"], row["municipality"], row["part"], Region(row["region"]))
        for row in _rows("regions.csv")
    )


def _rows(name: str) -> Iterator[Mapping[str, str]]:
    with (_CONTENT / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
