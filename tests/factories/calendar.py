"""Makes school holidays for tests."""

import datetime as dt
from typing import Any

from samenspraak.calendar.kinds import SchoolBreak
from samenspraak.calendar.models import SchoolHoliday
from samenspraak.core.db import Session
from samenspraak.people.kinds import Region, Sector


def make_holiday(session: Session, **values: Any) -> SchoolHoliday:
    """Make a school holiday: unless told otherwise the spring holiday of 2013 in the north."""
    given = {
        "school_year": "2012-2013",
        "region": Region.NORTH,
        "school_break": SchoolBreak.SPRING,
        "sector": Sector.BOTH,
        "first_day": dt.date(2013, 2, 16),
        "last_day": dt.date(2013, 2, 24),
        "source": "Een regeling",
    } | values
    holiday = SchoolHoliday(**given)
    session.add(holiday)
    session.flush()
    return holiday
