"""What waits for someone: an invitation to react to, an answer to give, an answer to accept."""

import dataclasses
import datetime as dt
import enum

from sqlalchemy import ColumnElement, exists, func, select

from samenspraak.core.db import Session
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.answer import Acceptance, Answer
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.impact import uses_to_tell
from samenspraak.questions.queries.waiting_answers import AnswerWait, WaitingAnswer, answers_waiting
from samenspraak.questions.visibility import answer_counts, is_visible_to
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.queries import HAS_ANSWERED
from samenspraak.routing.rules import OPEN, InvitationState

MOST_OF_A_KIND = 25


class WaitingKind(enum.StrEnum):
    """What someone is waited for."""

    REACT = "react"
    ANSWER = "answer"
    ACCEPT = "accept"
    SIGN = "sign"
    """An answer that they were asked to sign too."""
    RESTATE = "restate"
    """An answer of theirs that a moderator holds."""
    RENEW = "renew"
    """An answer of theirs of which the last day is over."""
    USE = "use"
    """An answer that they accepted six weeks ago: did they use it?"""


@dataclasses.dataclass(frozen=True)
class Waiting:
    """One thing that waits for someone, since a moment, and for an invitation until another."""

    kind: WaitingKind
    question_id: int
    title: str
    since: dt.datetime | None
    until: dt.datetime | None = None
    answer_id: int | None = None


_KINDS = {
    AnswerWait.SIGN: WaitingKind.SIGN,
    AnswerWait.RESTATE: WaitingKind.RESTATE,
    AnswerWait.RENEW: WaitingKind.RENEW,
}


def list_waiting(session: Session, viewer: Viewer, today: dt.date) -> list[Waiting]:
    """Return what waits for someone: invitations first, what must be done soonest in front."""
    if viewer.person_id is None:
        return []
    answers = [_of_answer(each) for each in answers_waiting(session, viewer, today)]
    used = [
        Waiting(WaitingKind.USE, each.question_id, each.title, each.asked_at) for each in uses_to_tell(session, viewer)
    ]
    return [*_invitations(session, viewer), *answers, *_unaccepted(session, viewer), *used]


def _of_answer(each: WaitingAnswer) -> Waiting:
    return Waiting(_KINDS[each.kind], each.question_id, each.title, each.since, answer_id=each.answer_id)


def _invitations(session: Session, viewer: Viewer) -> list[Waiting]:
    rows = session.execute(
        select(Invitation.state, Question.id, Question.title, Invitation.invited_at, Invitation.respond_by)
        .join(Question, Question.id == Invitation.question_id)
        .where(
            Invitation.expert_id == viewer.person_id,
            Invitation.state.in_(OPEN),
            ~HAS_ANSWERED,
            is_visible_to(viewer),
        )
        .order_by(Invitation.respond_by, Invitation.id)
        .limit(MOST_OF_A_KIND)
    ).all()
    return [_of_invitation(*row) for row in rows]


def _of_invitation(
    state: InvitationState, question_id: int, title: str, since: dt.datetime | None, respond_by: dt.datetime | None
) -> Waiting:
    if state is InvitationState.INVITED:
        return Waiting(WaitingKind.REACT, question_id, title, since, respond_by)
    return Waiting(WaitingKind.ANSWER, question_id, title, since)


def _unaccepted(session: Session, viewer: Viewer) -> list[Waiting]:
    last_answer = func.max(Answer.answered_at)
    rows = session.execute(
        select(Question.id, Question.title, last_answer)
        .join(Answer, Answer.question_id == Question.id)
        .where(Question.asker_id == viewer.person_id, Question.closed_at.is_(None), answer_counts(), ~_is_accepted())
        .group_by(Question.id, Question.title)
        .order_by(last_answer.desc(), Question.id.desc())
        .limit(MOST_OF_A_KIND)
    )
    return [Waiting(WaitingKind.ACCEPT, *row) for row in rows]


def _is_accepted() -> ColumnElement[bool]:
    return exists().where(Acceptance.question_id == Question.id)
