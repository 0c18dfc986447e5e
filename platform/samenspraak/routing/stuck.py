"""Which questions got stuck, and in which way: counted and listed in SQL."""

import dataclasses
import datetime as dt
import enum
from collections.abc import Collection, Mapping

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from samenspraak.core.clock import local_day
from samenspraak.core.db import Session
from samenspraak.core.keyset import Cursor, Key, Part, read_part
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.question import Question
from samenspraak.questions.visibility import answer_counts
from samenspraak.routing.kinds import RouteStage
from samenspraak.routing.models.invitation import Invitation, InvitationStep
from samenspraak.routing.models.route import Route
from samenspraak.routing.rules import InvitationState


class Stall(enum.StrEnum):
    """Why a question without an answer is with the moderators, or that its day has passed; it may be both.

    Experts who let their time pass, or an asker who did not choose, are no stall: the clock sees to those by itself.
    """

    NOBODY_ASKED = "nobody_asked"
    NOBODY_ACCEPTED = "nobody_accepted"
    NO_ANSWER = "no_answer"
    PAST_WISH = "past_wish"


@dataclasses.dataclass(frozen=True, slots=True)
class StuckQuestion:
    """A question that waits for a moderator, and why."""

    question: Question
    stalls: tuple[Stall, ...]

    @property
    def item(self) -> str:
        """What the queue knows it by."""
        return str(self.question.id)

    @property
    def since(self) -> dt.datetime:
        """Since when it waits."""
        return self.question.asked_at


@dataclasses.dataclass(frozen=True, slots=True)
class StuckCounts:
    """How many questions are stuck, and in each way; one that is stuck in two ways counts once in the total."""

    total: int
    of: Mapping[Stall, int]


WITH_MODERATORS = (Stall.NOBODY_ASKED, Stall.NOBODY_ACCEPTED, Stall.NO_ANSWER)
OLDEST_FIRST = (Key(Question.asked_at, dt.datetime), Key(Question.id, int))


def depth_of_stuck(session: Session, now: dt.datetime, stalls: Collection[Stall]) -> tuple[int, dt.datetime | None]:
    """Return how many questions are stuck in one of these ways, and when the oldest was asked, in one statement."""
    found = select(func.count(), func.min(Question.asked_at)).where(*_which(_conditions(now), stalls))
    count, oldest = session.execute(found).one()
    return count, oldest


def part_of_stuck(
    session: Session, now: dt.datetime, stalls: Collection[Stall], cursor: Cursor | None, limit: int
) -> Part[StuckQuestion]:
    """Return questions that are stuck in one of these ways, the oldest first, with all ways in which each is.

    For moderators only: all questions are looked at.
    """
    conditions = _conditions(now)
    wanted = (
        select(Question, *conditions.values())
        .where(*_which(conditions, stalls))
        .options(joinedload(Question.organisation), selectinload(Question.themes))
    )
    part = read_part(session, wanted, OLDEST_FIRST, cursor, limit)
    return part.with_rows(
        [
            StuckQuestion(question, tuple(stall for stall, holds in zip(conditions, found, strict=True) if holds))
            for question, *found in part.rows
        ]
    )


def count_stuck(session: Session, now: dt.datetime) -> StuckCounts:
    """Return how many questions are stuck, in all and in each way, in one statement."""
    conditions = _conditions(now)
    row = session.execute(
        select(
            func.count(Question.id).filter(or_(*conditions.values())),
            *(func.count(Question.id).filter(condition) for condition in conditions.values()),
        ).where(_is_without_answer())
    ).one()
    return StuckCounts(row[0], dict(zip(conditions, row[1:], strict=True)))


def _which(conditions: Mapping[Stall, ColumnElement[bool]], stalls: Collection[Stall]) -> list[ColumnElement[bool]]:
    return [_is_without_answer(), or_(*(conditions[stall] for stall in stalls))]


def _conditions(now: dt.datetime) -> dict[Stall, ColumnElement[bool]]:
    asked = InvitationState.INVITED, InvitationState.DECLINED, InvitationState.EXPIRED, InvitationState.FORWARDED
    is_here, was_asked = _is_with_moderators(), _has_step(*asked)
    was_taken_on = _has_step(InvitationState.ACCEPTED)
    return {
        Stall.NOBODY_ASKED: and_(is_here, ~was_asked),
        Stall.NOBODY_ACCEPTED: and_(is_here, was_asked, ~was_taken_on),
        Stall.NO_ANSWER: and_(is_here, was_taken_on),
        Stall.PAST_WISH: and_(Question.wished_by.is_not(None), Question.wished_by < local_day(now)),
    }


def _is_with_moderators() -> ColumnElement[bool]:
    return exists().where(
        Route.question_id == Question.id, Route.stage == RouteStage.MODERATOR, Route.paused_at.is_(None)
    )


def _is_without_answer() -> ColumnElement[bool]:
    is_open = and_(Question.closed_at.is_(None), Question.merged_into_id.is_(None))
    return and_(is_open, ~exists().where(Answer.question_id == Question.id, answer_counts()))


def _has_step(*states: InvitationState) -> ColumnElement[bool]:
    return exists().where(
        InvitationStep.invitation_id == Invitation.id,
        Invitation.question_id == Question.id,
        InvitationStep.state.in_(states),
    )
