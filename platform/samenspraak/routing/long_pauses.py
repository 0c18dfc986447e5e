"""Long waiting for the asker: after some working days they are reminded, once a pause; then it stays with them.

The clock stands still until the asker says something, or somebody who may lets the question go on without that.
"""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.questions.models.question import Question
from samenspraak.routing.deadlines import calendar_of
from samenspraak.routing.kinds import RouteStepKind
from samenspraak.routing.models.route import Route
from samenspraak.routing.route import hold_route, keep_step
from samenspraak.routing.rules import WORKING_DAYS_TO_SAY


def pauses_to_remind(session: Session, now: dt.datetime, limit: int) -> Sequence[int]:
    """Return the questions whose asker is to be reminded that one waits for them, a bounded number; takes no lock."""
    routes = session.scalars(
        select(Route)
        .where(Route.paused_at <= now - dt.timedelta(days=WORKING_DAYS_TO_SAY), Route.reminded_at.is_(None))
        .order_by(Route.paused_at)
        .limit(limit)
    )
    return sorted(route.question_id for route in routes if _is_long(session, route, now))


def remind_asker(session: Session, question_id: int, now: dt.datetime) -> bool:
    """Remind an asker that one waits for them; false when that was done, or the clock goes on again."""
    route = hold_route(session, question_id)
    if route.reminded_at is not None or not _is_long(session, route, now):
        return False
    route.reminded_at = now
    asker_id = session.get_one(Question, question_id).asker_id
    keep_step(session, question_id, RouteStepKind.REMINDED, None, now, person_id=asker_id)
    return True


def _is_long(session: Session, route: Route, now: dt.datetime) -> bool:
    if route.paused_at is None:
        return False
    return calendar_of(session, route.question_id).deadline(route.paused_at, WORKING_DAYS_TO_SAY) <= now
