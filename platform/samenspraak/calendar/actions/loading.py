"""Taking over the shipped school holidays and regions. What stands is left as it is, so that twice is once."""

from dataclasses import dataclass

from sqlalchemy import select

from samenspraak.calendar.content_files import shipped_divisions, shipped_holidays
from samenspraak.calendar.models import SchoolHoliday
from samenspraak.calendar.queries import forget_calendars
from samenspraak.calendar.regions import region_of
from samenspraak.core.db import Session
from samenspraak.people.kinds import OrganisationKind
from samenspraak.people.models.organisation import Organisation


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many holidays were new, and how many partnerships got their region."""

    holidays: int
    regions: int


def load_calendar(session: Session) -> Loaded:
    """Add the school years that are missing, region by region, and give partnerships without a region theirs.

    A school year of a region of which the table holds anything is left alone: what an administrator removed stays away.
    """
    known = set(session.execute(select(SchoolHoliday.school_year, SchoolHoliday.region).distinct()))
    fresh = [each for each in shipped_holidays() if (each.school_year, each.region) not in known]
    session.bulk_save_objects(fresh)  # all at once: nobody needs their ids
    return Loaded(len(fresh), place_partnerships(session))


def place_partnerships(session: Session) -> int:
    """Give each partnership without a region the one where most of it lies; return how many got one."""
    lost = select(Organisation).where(
        Organisation.kind == OrganisationKind.PARTNERSHIP, Organisation.holiday_region.is_(None)
    )
    return sum(place(session, each).holiday_region is not None for each in session.scalars(lost).all())


def place(session: Session, organisation: Organisation) -> Organisation:
    """Give an organisation its region, when it is a partnership that has none; who chose one keeps it."""
    if organisation.kind is OrganisationKind.PARTNERSHIP and organisation.holiday_region is None:
        where = organisation.province, organisation.municipalities
        organisation.holiday_region = region_of(*where, shipped_divisions())
        session.flush()
    forget_calendars(session)
    return organisation
