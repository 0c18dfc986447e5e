"""Makes desks, and questions at them, for tests."""

import datetime as dt
from typing import Any

from samenspraak.core.db import Session
from samenspraak.people.kinds import OrganisationKind, Role, Sector
from samenspraak.people.models.account import Person
from samenspraak.people.models.organisation import Organisation
from samenspraak.questions.models.question import Question
from samenspraak.routing.desks.cases import welcome
from samenspraak.routing.kinds import DeskCaseState
from samenspraak.routing.models.desk import Desk, DeskCase
from tests.factories.people import make_organisation, make_person
from tests.support.site import NOON


def make_desk(session: Session, *, organisation: Organisation | None = None, **values: Any) -> Desk:
    """Make an open desk, of a new sector council in primary education unless told otherwise."""
    organisation = organisation or make_organisation(
        session, kind=OrganisationKind.SECTOR_COUNCIL, name="PO-Raad", sector=Sector.PRIMARY
    )
    given = {"working_days_to_respond": 5, "is_open": True} | values
    desk = Desk(organisation_id=organisation.id, organisation=organisation, **given)
    session.add(desk)
    session.flush()
    return desk


def make_colleague(session: Session, desk: Desk, *roles: Role, name: str = "") -> Person:
    """Make someone who works at a desk, as an expert unless told otherwise."""
    organisation = session.get_one(Organisation, desk.organisation_id)
    return make_person(session, *(roles or (Role.EXPERT,)), organisation=organisation, name=name)


def make_case(session: Session, desk: Desk, question: Question, **values: Any) -> DeskCase:
    """Bring a question to a desk, an hour ago with a week to respond, and let its people in."""
    given = {
        "state": DeskCaseState.OPEN,
        "arrived_at": NOON - dt.timedelta(hours=1),
        "respond_by": NOON + dt.timedelta(days=7),
        "reason": "",
    } | values
    case = DeskCase(desk_id=desk.organisation_id, question_id=question.id, **given)
    session.add(case)
    session.flush()
    welcome(session, case, NOON)
    session.flush()
    return case
