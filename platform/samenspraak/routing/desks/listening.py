"""What a desk does of itself when something happens to a question that it has in hand."""

import datetime as dt

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.questions.actions.guests import let_in
from samenspraak.questions.events import AnswerAccepted, AnswerGiven, QuestionClosed
from samenspraak.routing.desks.cases import let_go, move
from samenspraak.routing.desks.queries import case_in_hand, works_at
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
    case = _held_case(session, event.question_id)
    if case is None:
        return
    state = InvitationState(event.state)
    if state is InvitationState.INVITED and works_at(session, event.by_id, case.desk_id):
        move(session, case, Act.RESPOND, now)
    if state not in OPEN and works_at(session, event.expert_id, case.desk_id):
        let_in(session, event.question_id, event.expert_id, now)


def on_question_settled(session: Session, event: AnswerAccepted | QuestionClosed, now: dt.datetime) -> None:
    """End the desk's part when an answer is accepted, or the question closed."""
    case = _held_case(session, event.question_id)
    if case is not None:
        _end(session, case, now)


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
