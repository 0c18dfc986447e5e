"""Which questions got stuck, and in which way: counted and listed in SQL."""

import dataclasses
import datetime as dt
import enum
from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from samenspraak.calendar.queries import national_calendar
from samenspraak.core.clock import local_day
from samenspraak.core.db import Session
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.question import Question
from samenspraak.routing.models.invitation import Invitation, InvitationStep
from samenspraak.routing.rules import OPEN, InvitationState

WORKING_DAYS_TO_INVITE = 2
WORKING_DAYS_TO_ANSWER = 10


class Stall(enum.StrEnum):
    """A way in which a question without an answer is stuck; it may be stuck in more than one."""

    NOBODY_ASKED = "nobody_asked"
    NOBODY_ACCEPTED = "nobody_accepted"
    NO_ANSWER = "no_answer"
    PAST_WISH = "past_wish"


@dataclasses.dataclass(frozen=True, slots=True)
class StuckQuestion:
    """A question that waits for a moderator, and why."""

    question: Question
    stalls: tuple[Stall, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class StuckCounts:
    """How many questions are stuck, and in each way; one that is stuck in two ways counts once in the total."""

    total: int
    of: Mapping[Stall, int]


def stuck(session: Session, now: dt.datetime, stall: Stall | None, offset: int, limit: int) -> Sequence[StuckQuestion]:
    """Return the stuck questions (of one kind), the oldest first. For moderators only: all questions are looked at."""
    conditions = _conditions(now)
    rows = session.execute(
        select(Question, *conditions.values())
        .where(_has_no_answer(), conditions[stall] if stall else or_(*conditions.values()))
        .order_by(Question.asked_at, Question.id)
        .offset(offset)
        .limit(limit)
        .options(joinedload(Question.organisation), selectinload(Question.themes))
    )
    return [
        StuckQuestion(question, tuple(stall for stall, holds in zip(conditions, found, strict=True) if holds))
        for question, *found in rows
    ]


def count_stuck(session: Session, now: dt.datetime) -> StuckCounts:
    """Return how many questions are stuck, in all and in each way, in one statement."""
    conditions = _conditions(now)
    row = session.execute(
        select(
            func.count(Question.id).filter(or_(*conditions.values())),
            *(func.count(Question.id).filter(condition) for condition in conditions.values()),
        ).where(_has_no_answer())
    ).one()
    return StuckCounts(row[0], dict(zip(conditions, row[1:], strict=True)))


def _conditions(now: dt.datetime) -> dict[Stall, ColumnElement[bool]]:
    national = national_calendar()
    was_asked = InvitationState.DECLINED, InvitationState.EXPIRED
    return {
        Stall.NOBODY_ASKED: and_(
            Question.asked_at < national.overdue_since(now, WORKING_DAYS_TO_INVITE), ~_has_invitation(*OPEN, *was_asked)
        ),
        Stall.NOBODY_ACCEPTED: and_(_has_invitation(*was_asked), ~_has_invitation(*OPEN)),
        Stall.NO_ANSWER: _taken_on_before(national.overdue_since(now, WORKING_DAYS_TO_ANSWER)),
        Stall.PAST_WISH: and_(Question.wished_by.is_not(None), Question.wished_by < local_day(now)),
    }


def _taken_on_before(moment: dt.datetime) -> ColumnElement[bool]:
    taken_on_at = (
        select(func.max(InvitationStep.at))
        .where(InvitationStep.invitation_id == Invitation.id, InvitationStep.state == InvitationState.ACCEPTED)
        .scalar_subquery()
    )
    return exists().where(
        Invitation.question_id == Question.id, Invitation.state == InvitationState.ACCEPTED, taken_on_at < moment
    )


def _has_no_answer() -> ColumnElement[bool]:
    return ~exists().where(Answer.question_id == Question.id)


def _has_invitation(*states: InvitationState) -> ColumnElement[bool]:
    return exists().where(Invitation.question_id == Question.id, Invitation.state.in_(states))
