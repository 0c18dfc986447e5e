"""How a case moves: under the lock of its question, by the table; who reads the question while the desk has it."""

import datetime as dt

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.errors import NotFound
from samenspraak.questions.actions.guests import let_in, let_out
from samenspraak.routing.desks.queries import colleagues_of
from samenspraak.routing.desks.rules import IN_HAND, Act, next_state
from samenspraak.routing.kinds import RouteStepKind
from samenspraak.routing.models.desk import DeskCase
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.models.route import RouteStep
from samenspraak.routing.moves import lock_question
from samenspraak.routing.rules import OPEN


def hold(session: Session, case_id: int) -> DeskCase:
    """Lock a case by its question, and return it as it stands now."""
    question_id = session.scalar(select(DeskCase.question_id).where(DeskCase.id == case_id))
    if question_id is None:
        raise NotFound
    lock_question(session, question_id)
    found = select(DeskCase).where(DeskCase.id == case_id).execution_options(populate_existing=True)
    return session.scalars(found).one()


def move(session: Session, case: DeskCase, act: Act, now: dt.datetime) -> None:
    """Bring a case that is held into its next state; refuse (`Conflict`) what its state does not allow."""
    case.state = next_state(case.state, act)
    case.closed_at = None if case.state in IN_HAND else now
    if act is Act.RESPOND and case.responded_at is None:
        case.responded_at = now
    session.flush()


def add_step(
    session: Session,
    case: DeskCase,
    kind: RouteStepKind,
    now: dt.datetime,
    *,
    by_id: int | None = None,
    person_id: int | None = None,
    reason: str = "",
) -> None:
    """Keep a step of the question's way that its desk made."""
    session.add(
        RouteStep(
            question_id=case.question_id,
            kind=kind,
            at=now,
            by_id=by_id,
            person_id=person_id,
            organisation_id=case.desk_id,
            reason=reason,
        )
    )
    session.flush()


def welcome(session: Session, case: DeskCase, now: dt.datetime) -> None:
    """Let the people of the desk in to the question, also one that few may read."""
    for colleague in colleagues_of(session, case.desk_id):
        let_in(session, case.question_id, colleague.id, now)


def let_go(session: Session, case: DeskCase) -> None:
    """Let the people of the desk out again; who is asked in person or answered stays."""
    staying = asked_in_person(session, case.question_id)
    for colleague in colleagues_of(session, case.desk_id):
        if colleague.id not in staying:
            let_out(session, case.question_id, colleague.id)


def asked_in_person(session: Session, question_id: int) -> set[int]:
    """Return whose own invitation for a question stands, so that they may read it whatever the desk does."""
    asked = select(Invitation.expert_id).where(Invitation.question_id == question_id, Invitation.state.in_(OPEN))
    return set(session.scalars(asked))
