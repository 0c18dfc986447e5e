"""What the clock does for questions: reminders, time-outs, escalation. Each due thing is a unit of its own.

Two workers may find the same thing due. Whoever is first acts under the lock of the question and changes what made it
due in that same transaction; the other sees that, and does nothing. A worker that dies leaves nothing half done.
"""

import dataclasses
import datetime as dt
import enum
from collections.abc import Sequence

from sqlalchemy import ColumnElement, exists, select

from samenspraak.core.db import Session
from samenspraak.routing.actions import IS_PAUSED, expire, overdue
from samenspraak.routing.choosing import Finder, choose_next, is_due
from samenspraak.routing.deadlines import calendar_of, reminder_before
from samenspraak.routing.desks.actions import time_out
from samenspraak.routing.kinds import DeskCaseState, RouteStage, RouteStepKind
from samenspraak.routing.long_pauses import pauses_to_remind, remind_asker
from samenspraak.routing.models.desk import DeskCase
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.models.route import Route
from samenspraak.routing.moves import hold
from samenspraak.routing.queries import HAS_ANSWERED
from samenspraak.routing.route import hold_route, keep_step
from samenspraak.routing.rules import OPEN

MOST_AT_ONCE = 200
REMIND_DESK = 1
"""Working days before the deadline of a desk."""


_IS_PAUSED_CASE: ColumnElement[bool] = exists().where(
    Route.question_id == DeskCase.question_id, Route.paused_at.is_not(None)
)


class DueKind(enum.StrEnum):
    """What is due."""

    TIME_OUT = "time_out"
    REMINDER = "reminder"
    ROUTE = "route"
    DESK_TIME_OUT = "desk_time_out"
    DESK_REMINDER = "desk_reminder"
    LONG_PAUSE = "long_pause"


@dataclasses.dataclass(frozen=True)
class Due:
    """One thing to do; `key` is an invitation, a question or a desk case."""

    kind: DueKind
    key: int


def list_due(session: Session, now: dt.datetime) -> Sequence[Due]:
    """Return what is due, in the order of questions, a bounded number of each kind; takes no lock."""
    found = {
        DueKind.TIME_OUT: overdue(now).with_only_columns(Invitation.id).order_by(Invitation.question_id),
        DueKind.REMINDER: select(Invitation.id)
        .where(Invitation.remind_at <= now, Invitation.state.in_(OPEN), ~HAS_ANSWERED, ~IS_PAUSED)
        .order_by(Invitation.question_id),
        DueKind.DESK_TIME_OUT: select(DeskCase.id)
        .where(DeskCase.state == DeskCaseState.OPEN, DeskCase.respond_by < now, ~_IS_PAUSED_CASE)
        .order_by(DeskCase.question_id),
        DueKind.ROUTE: select(Route.question_id)
        .where(Route.due_at <= now, Route.paused_at.is_(None))
        .order_by(Route.question_id),
    }
    due = [Due(kind, key) for kind, wanted in found.items() for key in session.scalars(wanted.limit(MOST_AT_ONCE))]
    counted = {
        DueKind.DESK_REMINDER: _cases_to_remind(session, now),
        DueKind.LONG_PAUSE: pauses_to_remind(session, now, MOST_AT_ONCE),
    }
    return [*due, *(Due(kind, key) for kind, keys in counted.items() for key in keys)]


def act_on(session: Session, due: Due, find: Finder, now: dt.datetime) -> bool:
    """Do one due thing; false when it is not due any more."""
    if due.kind is DueKind.ROUTE:
        return go_on(session, due.key, find, now)
    acts = {
        DueKind.TIME_OUT: expire,
        DueKind.REMINDER: remind,
        DueKind.DESK_TIME_OUT: _time_out_desk,
        DueKind.DESK_REMINDER: _remind_desk,
        DueKind.LONG_PAUSE: remind_asker,
    }
    return acts[due.kind](session, due.key, now)


def remind(session: Session, invitation_id: int, now: dt.datetime) -> bool:
    """Remind an expert of the deadline that runs, once."""
    invitation = hold(session, invitation_id)
    still = select(Invitation.id).where(
        Invitation.id == invitation_id,
        Invitation.remind_at <= now,
        Invitation.state.in_(OPEN),
        ~HAS_ANSWERED,
        ~IS_PAUSED,
    )
    if session.scalar(still) is None:
        return False
    invitation.remind_at = None
    keep_step(session, invitation.question_id, RouteStepKind.REMINDED, None, now, person_id=invitation.expert_id)
    return True


def go_on(session: Session, question_id: int, find: Finder, now: dt.datetime) -> bool:
    """Bring a question on whose own moment has come: choose an expert, or remind who has it in hand, once."""
    route = hold_route(session, question_id)
    if not is_due(route, now):
        return False
    if route.stage is RouteStage.EXPERTS:
        choose_next(session, question_id, find, now)
        return True
    route.due_at = None
    if route.stage in {RouteStage.MODERATOR, RouteStage.ANSWERED}:
        keep_step(session, question_id, RouteStepKind.REMINDED, None, now)
    session.flush()
    return True


def _time_out_desk(session: Session, case_id: int, now: dt.datetime) -> bool:
    case = _hold_case(session, case_id)
    return case is not None and time_out(session, case, now)


def _remind_desk(session: Session, case_id: int, now: dt.datetime) -> bool:
    case = _hold_case(session, case_id)
    if case is None or case.reminded_at is not None:
        return False
    case.reminded_at = now
    keep_step(
        session,
        case.question_id,
        RouteStepKind.REMINDED,
        None,
        now,
        person_id=case.assigned_to_id,
        organisation_id=case.desk_id,
    )
    return True


def _hold_case(session: Session, case_id: int) -> DeskCase | None:
    """Lock the question of a case, and return the case if it is still open and its clock goes on."""
    route = hold_route(session, session.get_one(DeskCase, case_id).question_id)
    wanted = select(DeskCase).where(DeskCase.id == case_id, DeskCase.state == DeskCaseState.OPEN)
    case = session.scalar(wanted.execution_options(populate_existing=True))
    return case if route.paused_at is None else None


def _cases_to_remind(session: Session, now: dt.datetime) -> list[int]:
    cases = session.execute(
        select(DeskCase.id, DeskCase.question_id, DeskCase.respond_by)
        .where(DeskCase.state == DeskCaseState.OPEN, DeskCase.reminded_at.is_(None), ~_IS_PAUSED_CASE)
        .order_by(DeskCase.question_id)
        .limit(MOST_AT_ONCE)
    ).all()
    return [
        case_id
        for case_id, question_id, respond_by in cases
        if reminder_before(calendar_of(session, question_id), respond_by, REMIND_DESK) <= now
    ]
