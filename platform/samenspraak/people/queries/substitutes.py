"""Who can stand in for an expert who is away, looked up by name; and for whom an expert stands in."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased

from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid
from samenspraak.people.models.account import Person
from samenspraak.people.models.expert import AwayPeriod, ExpertProfile

MOST_NAMES = 100


@dataclass(frozen=True, slots=True)
class StoodInFor:
    """That someone named this expert for the days that they are away."""

    person_id: int
    name: str
    first_day: dt.date
    last_day: dt.date


def find_substitute(session: Session, person_id: int, name: str) -> int:
    """Return the one listed expert of a name, or of whose name these words are a part; never the one who is away.

    Refuses (`Invalid`) a name that nobody or more than one has.
    """
    wanted = " ".join(name.split())
    for names in (
        func.lower(Person.name) == wanted.lower(),
        Person.name.icontains(wanted, autoescape=True),
    ):
        found = session.scalars(_others(person_id).where(names).limit(2)).all()
        if len(found) == 1:
            return found[0]
        if found:
            raise Invalid("substitute", "several-of-name")
    raise Invalid("substitute", "nobody-of-name")


def names_of_others(session: Session, profile: ExpertProfile) -> Sequence[str]:
    """Return the names of other listed experts to choose from, colleagues first; a hundred at most."""
    return session.scalars(
        _others(profile.person_id)
        .with_only_columns(Person.name)
        .order_by(ExpertProfile.organisation_id != profile.organisation_id, func.lower(Person.name), Person.id)
        .limit(MOST_NAMES)
    ).all()


def stood_in_for(session: Session, person_id: int, today: dt.date) -> Sequence[StoodInFor]:
    """Return for whom an expert stands in, from today on."""
    absent = aliased(Person)
    rows = session.execute(
        select(AwayPeriod.person_id, absent.name, AwayPeriod.first_day, AwayPeriod.last_day)
        .join(absent, absent.id == AwayPeriod.person_id)
        .where(AwayPeriod.substitute_id == person_id, AwayPeriod.last_day >= today)
        .order_by(AwayPeriod.first_day, absent.name)
    )
    return [StoodInFor(*row) for row in rows]


def _others(person_id: int) -> Select[int]:
    return (
        select(ExpertProfile.person_id)
        .join(Person, Person.id == ExpertProfile.person_id)
        .where(ExpertProfile.is_listed, Person.is_active, ExpertProfile.person_id != person_id)
    )
