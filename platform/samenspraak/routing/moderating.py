"""What moderators do with a question that came to them, beside inviting experts and closing it."""

import datetime as dt

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict, NotAllowed
from samenspraak.people.rules import Viewer
from samenspraak.questions.queries.questions import find_question
from samenspraak.routing.kinds import RouteStage, RouteStepKind
from samenspraak.routing.models.route import Route
from samenspraak.routing.route import hold_route, keep_step, to_desk


def take(session: Session, viewer: Viewer, question_id: int, now: dt.datetime) -> Route:
    """Take a question in hand oneself, also from another moderator; `Conflict` when it is with nobody of them."""
    route = _hold_of_moderators(session, viewer, question_id)
    if route.taken_by_id != viewer.person_id:
        route.taken_by_id = viewer.person_id
        keep_step(session, question_id, RouteStepKind.ASSIGNED, viewer.person_id, now, person_id=viewer.person_id)
        record_act(session, Act.QUESTION_TAKEN, viewer.person_id, Thing.QUESTION, question_id, now)
    return route


def send_to_desk(session: Session, viewer: Viewer, question_id: int, now: dt.datetime) -> Route:
    """Send a question to the desk of its sector; `Conflict` with "no-desk" when none is open, or it had it before."""
    route = _hold_of_moderators(session, viewer, question_id)
    if not to_desk(session, route, viewer.person_id, now):
        raise Conflict("no-desk")
    record_act(session, Act.QUESTION_TO_DESK, viewer.person_id, Thing.QUESTION, question_id, now)
    return route


def _hold_of_moderators(session: Session, viewer: Viewer, question_id: int) -> Route:
    find_question(session, viewer, question_id)
    if not viewer.is_moderator:
        raise NotAllowed
    route = hold_route(session, question_id)
    if route.stage is not RouteStage.MODERATOR:
        raise Conflict(f"route-{route.stage.value}")
    return route
