"""The table of school holidays."""

import datetime as dt

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from samenspraak.calendar.kinds import SchoolBreak
from samenspraak.core.db import Model, stored
from samenspraak.people.kinds import Region, Sector


class SchoolHoliday(Model):
    """Days on which the schools of a region are closed, both ends included. Administrators keep the table."""

    __tablename__ = "school_holiday"
    __table_args__ = (
        UniqueConstraint("school_year", "region", "school_break", "sector"),
        CheckConstraint("first_day <= last_day", name="first_day_before_last_day"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    school_year: Mapped[str]
    """Two years, `2026-2027`."""
    region: Mapped[Region] = mapped_column(stored(Region), index=True)
    school_break: Mapped[SchoolBreak] = mapped_column(stored(SchoolBreak))
    sector: Mapped[Sector] = mapped_column(stored(Sector))
    first_day: Mapped[dt.date]
    last_day: Mapped[dt.date]
    source: Mapped[str] = mapped_column(default="")
