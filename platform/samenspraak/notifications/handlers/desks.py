"""What is told of questions at a desk."""

import datetime as dt

from samenspraak.core.db import Session
from samenspraak.notifications import links
from samenspraak.notifications.actions import post_letter
from samenspraak.notifications.handlers.cause import Cause, cause_of, tell_all, title_of
from samenspraak.notifications.letters import DeskLetter
from samenspraak.notifications.models import NoticeKind
from samenspraak.people.models.account import Person
from samenspraak.routing.desks.events import DeskCaseArrived, DeskCaseAssigned
from samenspraak.routing.desks.queries import colleagues_of
from samenspraak.routing.models.desk import DeskCase


def on_desk_case_arrived(session: Session, event: DeskCaseArrived, now: dt.datetime) -> None:
    """Tell everyone who works at the desk that a question came in, or came back."""
    case = session.get_one(DeskCase, event.case_id)
    cause = cause_of(session, event.question_id, None, f"desk:{case.id}:{case.respond_by.isoformat()}")
    colleagues = [each.id for each in colleagues_of(session, event.desk_id)]
    for person in tell_all(session, cause, NoticeKind.ARRIVED_AT_DESK, colleagues, now):
        post_letter(session, _letter(session, person, case, cause), f"arrived:{cause.name}", person.email, now)


def on_desk_case_assigned(session: Session, event: DeskCaseAssigned, now: dt.datetime) -> None:
    """Tell a colleague that a question was given to them; who took it themself knows."""
    case = session.get_one(DeskCase, event.case_id)
    cause = cause_of(session, event.question_id, event.by_id, f"assigned:{case.id}:{now.isoformat()}")
    for person in tell_all(session, cause, NoticeKind.ASSIGNED, [event.person_id], now):
        post_letter(session, _letter(session, person, case, cause), cause.name, person.email, now)


def _letter(session: Session, person: Person, case: DeskCase, cause: Cause) -> DeskLetter:
    return DeskLetter(
        name=person.name,
        url=links.desk_case(cause.question.id),
        title=cause.shown(cause.question.title),
        desk=title_of(session, case.desk_id),
        giver=cause.actor_name,
        respond_by=case.respond_by,
    )
