"""What a desk does of itself when something happens to a question that it has in hand."""

import datetime as dt

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.people.events import RolesChanged
from samenspraak.questions.actions.guests import let_in, let_out
from samenspraak.questions.events import AnswerAccepted, AnswerGiven, QuestionClosed
from samenspraak.routing.desks.cases import asked_in_person, let_go, move
from samenspraak.routing.desks.queries import case_in_hand, cases_in_hand, works_at
from samenspraak.routing.desks.rules import Act
from samenspraak.routing.events import InvitationMoved
from samenspraak.routing.models.desk import DeskCase
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.moves import lock_question
from samenspraak.routing.rules import OPEN, InvitationState


def on_answer_given(session: Session, event: AnswerGiven, now: dt.datetime) -> None:
    """Count an answer of the desk, or of an expert whom it invited, as its response; another's ends its part."""
    case = _held_case(session, event.question_id)
    if case is None:
        return
    if _is_of_desk(session, case, event.author_id):
        move(session, case, Act.RESPOND, now)
    else:
        _end(session, case, now)


def on_invitation_moved(session: Session, event: InvitationMoved, now: dt.datetime) -> None:
    """Count an invitation by the desk as its response, and keep its people in whatever becomes of their own."""
    state = InvitationState(event.state)
    # Whoever moved it holds the question.
    case = None if state is InvitationState.PROPOSED else case_in_hand(session, event.question_id)
    if case is None:
        return
    if state is InvitationState.INVITED and works_at(session, event.by_id, case.desk_id):
        move(session, case, Act.RESPOND, now)
    if state not in OPEN and works_at(session, event.expert_id, case.desk_id):
        let_in(session, event.question_id, event.expert_id, now)


def on_question_settled(session: Session, event: AnswerAccepted | QuestionClosed, now: dt.datetime) -> None:
    """End the desk's part when an answer is accepted, or the question closed."""
    case = _held_case(session, event.question_id)
    if case is not None:
        _end(session, case, now)


def on_roles_changed(session: Session, event: RolesChanged, now: dt.datetime) -> None:
    """Let a new colleague in to what the desk has in hand; let one who left out, and put back what they had."""
    is_colleague = works_at(session, event.person_id, event.organisation_id)
    for case in cases_in_hand(session, event.organisation_id):
        lock_question(session, case.question_id)
        if is_colleague:
            let_in(session, case.question_id, event.person_id, now)
        else:
            _leave(session, case, event.person_id)


def _leave(session: Session, case: DeskCase, person_id: int) -> None:
    if case.assigned_to_id == person_id:
        case.assigned_to_id = None
    if person_id not in asked_in_person(session, case.question_id):
        let_out(session, case.question_id, person_id)


def _held_case(session: Session, question_id: int) -> DeskCase | None:
    lock_question(session, question_id)
    return case_in_hand(session, question_id)


def _end(session: Session, case: DeskCase, now: dt.datetime) -> None:
    move(session, case, Act.CLOSE, now)
    let_go(session, case)


def _is_of_desk(session: Session, case: DeskCase, author_id: int) -> bool:
    if works_at(session, author_id, case.desk_id):
        return True
    inviter = select(Invitation.invited_by_id).where(
        Invitation.question_id == case.question_id, Invitation.expert_id == author_id
    )
    return works_at(session, session.scalar(inviter), case.desk_id)
