"""On whom questions wait, and until when: as conditions and an order for lists of questions."""

import datetime as dt
import enum

from sqlalchemy import ColumnElement, and_, case, exists, func, literal, not_, or_, select

from samenspraak.core.db import UtcDateTime
from samenspraak.core.keyset import Key
from samenspraak.questions.models.answer import Acceptance, Answer
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.ordering import NEWEST_FIRST
from samenspraak.questions.visibility import answer_counts
from samenspraak.routing.kinds import Chooser, DeskCaseState, RouteStage
from samenspraak.routing.models.desk import DeskCase
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.models.route import Route
from samenspraak.routing.queries import HAS_ANSWERED
from samenspraak.routing.rules import OPEN, InvitationState

NEVER = dt.datetime(9999, 12, 31, tzinfo=dt.UTC)
"""Stands behind every deadline."""


class WaitsOn(enum.StrEnum):
    """Who is to act for a question that is under way."""

    ASKER = "asker"
    EXPERT = "expert"
    DESK = "desk"
    MODERATOR = "moderator"


def waits_on(who: WaitsOn) -> ColumnElement[bool]:
    """Return the condition on `Question` that holds where it waits on them, as `next_steps` tells it."""
    accepted = exists().where(Acceptance.question_id == Question.id)
    answered = exists().where(Answer.question_id == Question.id, answer_counts())
    under_way = and_(Question.closed_at.is_(None), not_(accepted))
    nobody_asked = and_(not_(_at(RouteStage.DESK, RouteStage.MODERATOR)), not_(_has_invited()), not_(_is_left_to_us()))
    asker_acts = or_(answered, _paused(), nobody_asked)
    if who is WaitsOn.ASKER:
        return and_(under_way, asker_acts)
    stage = {
        WaitsOn.EXPERT: and_(not_(_at(RouteStage.DESK, RouteStage.MODERATOR)), _has_invited()),
        WaitsOn.DESK: _at(RouteStage.DESK),
        WaitsOn.MODERATOR: _at(RouteStage.MODERATOR),
    }[who]
    return and_(under_way, not_(answered), not_(_paused()), stage)


def first_due_first() -> tuple[Key, ...]:
    """What must be reacted to soonest stands first; what has no deadline stands last."""
    return (Key(_due_at(), dt.datetime), Key(Question.id, int))


def asker_first() -> tuple[Key, ...]:
    """What waits on its asker stands first; of each the newest."""
    return (Key(case((waits_on(WaitsOn.ASKER), 0), else_=1), int), *NEWEST_FIRST)


def _at(*stages: RouteStage) -> ColumnElement[bool]:
    return exists().where(Route.question_id == Question.id, Route.stage.in_(stages))


def _is_left_to_us() -> ColumnElement[bool]:
    return exists().where(Route.question_id == Question.id, Route.chooser == Chooser.SAMENSPRAAK)


def _paused() -> ColumnElement[bool]:
    return exists().where(Route.question_id == Question.id, Route.paused_at.is_not(None))


def _has_invited() -> ColumnElement[bool]:
    return exists().where(Invitation.question_id == Question.id, Invitation.state.in_(OPEN), ~HAS_ANSWERED)


def _due_at() -> ColumnElement[dt.datetime]:
    never = literal(NEVER, UtcDateTime())
    deadline = case((Invitation.state == InvitationState.INVITED, Invitation.respond_by), else_=Invitation.answer_by)
    invited = select(func.min(deadline)).where(
        Invitation.question_id == Question.id, Invitation.state.in_(OPEN), ~HAS_ANSWERED
    )
    desk = select(func.min(DeskCase.respond_by)).where(
        DeskCase.question_id == Question.id, DeskCase.state == DeskCaseState.OPEN
    )
    return func.coalesce(
        invited.correlate(Question).scalar_subquery(), desk.correlate(Question).scalar_subquery(), never
    )
