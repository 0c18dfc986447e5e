"""Who could be asked for a question, each with all that rules need to know: read in a constant number of statements."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sqlalchemy import ColumnElement, Select, select

from samenspraak.core.clock import local_day
from samenspraak.core.db import Session
from samenspraak.matching.availability import back_from, last_day_away, substitute_on
from samenspraak.matching.eligibility import Candidate
from samenspraak.people.models.account import Person, RoleAssignment
from samenspraak.people.models.expert import AwayPeriod, DeclaredTie, ExpertProfile
from samenspraak.questions.models.question import Question


@dataclass(frozen=True, slots=True)
class Load:
    """How much an expert has: in hand or asked this week, and the same over the last four weeks."""

    week: int = 0
    lately: int = 0


@dataclass(frozen=True, slots=True)
class Absence:
    """Until when an expert is away, and whom they named for now."""

    back: dt.datetime
    substitute: int | None


def find_candidates(
    session: Session,
    question: Question,
    now: dt.datetime,
    load: Mapping[int, Load],
    refused: Mapping[int, Mapping[int, float]] = MappingProxyType({}),
    only: Collection[int] | None = None,
) -> list[Candidate]:
    """Return every listed expert (of `only`) as a candidate for a question.

    `load` is what each has in hand, `refused` how alike the questions are of which each said "niet mijn vak".
    """
    away, near, tied = absences(session, local_day(now)), _near(session, question), _tied(session, question)
    asked_for = organisations_of(question)
    nothing = Load()
    return [
        Candidate(
            person=person,
            capacity=capacity,
            week_load=load.get(person, nothing).week,
            lately=load.get(person, nothing).lately,
            away_until=away[person].back if person in away else None,
            substitute=away[person].substitute if person in away else None,
            is_asker=person == question.asker_id,
            shares_organisation=organisation in asked_for or person in near,
            has_tie=person in tied,
            refused=refused.get(person, {}),
        )
        for person, organisation, capacity in session.execute(_listed(only))
    ]


def organisations_of(question: Question) -> frozenset[int]:
    """Return the organisations that want to know: the one that asks, and the member that it asks for."""
    return frozenset({question.organisation_id} | ({question.on_behalf_of_id} if question.on_behalf_of_id else set()))


def absences(session: Session, today: dt.date) -> dict[int, Absence]:
    """Return who is away today, until when, and who was named in their place."""
    periods: dict[int, list[tuple[dt.date, dt.date, int | None]]] = defaultdict(list)
    ahead = select(AwayPeriod.person_id, AwayPeriod.first_day, AwayPeriod.last_day, AwayPeriod.substitute_id)
    for row in session.execute(ahead.where(AwayPeriod.last_day >= today)):
        periods[row.person_id].append((row.first_day, row.last_day, row.substitute_id))
    found: dict[int, Absence] = {}
    for person, known in periods.items():
        last = last_day_away(((first_day, last_day) for first_day, last_day, _who in known), today)
        if last is not None:
            found[person] = Absence(back_from(last), substitute_on(known, today))
    return found


def _listed(only: Collection[int] | None) -> Select[int, int, int]:
    profiles = ExpertProfile.__table__.c  # rows of the table alone: there may be thousands
    experts = select(profiles.person_id, profiles.organisation_id, profiles.weekly_capacity).join(
        Person, Person.id == ExpertProfile.person_id
    )
    conditions: list[ColumnElement[bool]] = [ExpertProfile.is_listed.is_(True), Person.is_active.is_(True)]
    if only is not None:
        conditions.append(ExpertProfile.person_id.in_(only))
    return experts.where(*conditions).order_by(ExpertProfile.person_id)


def _near(session: Session, question: Question) -> set[int]:
    """Who has a role in an organisation that wants to know."""
    seats = select(RoleAssignment.person_id).where(RoleAssignment.organisation_id.in_(organisations_of(question)))
    return set(session.scalars(seats))


def _tied(session: Session, question: Question) -> set[int]:
    """Who declared a tie with an organisation that wants to know."""
    ties = select(DeclaredTie.person_id).where(DeclaredTie.organisation_id.in_(organisations_of(question)))
    return set(session.scalars(ties))
