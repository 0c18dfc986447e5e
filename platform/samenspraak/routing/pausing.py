"""Waiting for the asker: the clock of a question stands still until the asker has said what was asked."""

import datetime as dt

from sqlalchemy import exists, func, select

from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict, NotAllowed
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import RoleAssignment
from samenspraak.people.rules import Viewer
from samenspraak.questions.actions.commenting import comment
from samenspraak.questions.drafts import CommentDraft
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.questions import find_question
from samenspraak.questions.queries.seats import seats_of
from samenspraak.routing.deadlines import after_pause, calendar_of, shift
from samenspraak.routing.desks.queries import is_in_hand_of
from samenspraak.routing.kinds import DeskCaseState, RouteStepKind
from samenspraak.routing.models.desk import DeskCase
from samenspraak.routing.models.invitation import Invitation, InvitationStep
from samenspraak.routing.models.route import Route, RouteStep
from samenspraak.routing.queries import HAS_ANSWERED
from samenspraak.routing.route import advance, hold_route, keep_step
from samenspraak.routing.rules import MOST_PAUSED, OPEN, may_invite
from samenspraak.routing.stages import UNDER_WAY


def may_pause(session: Session, viewer: Viewer, question_id: int) -> bool:
    """Say whether someone has a question in hand: an expert who is asked, the desk that has it, or a moderator."""
    if viewer.person_id is None:
        return False
    if viewer.is_moderator:
        return True
    asked = exists().where(
        Invitation.question_id == question_id, Invitation.expert_id == viewer.person_id, Invitation.state.in_(OPEN)
    )
    return bool(session.scalar(select(asked | is_in_hand_of(viewer, question_id))))


def pause(session: Session, viewer: Viewer, question_id: int, words: str, now: dt.datetime) -> Route:
    """Ask the asker something, in a comment, and let the clock of the question stand still until they react.

    Raises `NotAllowed`, and `Conflict` with "already-paused", "paused-too-often" or for a question that is answered or
    over.
    """
    find_question(session, viewer, question_id)
    if not may_pause(session, viewer, question_id):
        raise NotAllowed
    route = hold_route(session, question_id)
    if route.paused_at is not None:
        raise Conflict("already-paused")
    if route.stage not in UNDER_WAY:
        raise Conflict(f"route-{route.stage.value}")
    if _count_pauses(session, viewer, question_id) >= MOST_PAUSED:
        raise Conflict("paused-too-often")
    comment(session, viewer, question_id, CommentDraft(words, asks_asker=True), now)
    route.paused_at, route.paused_by_id, route.reminded_at = now, viewer.person_id, None
    keep_step(session, question_id, RouteStepKind.PAUSED, viewer.person_id, now, reason=words)
    return route


def may_resume(session: Session, viewer: Viewer, question: Question, route: Route) -> bool:
    """Say whether someone may let the clock go on: whoever asked, whoever stopped it, and moderators."""
    if viewer.person_id is None:
        return False
    asked = may_invite(
        viewer, seats_of(session, viewer), asked_by=question.asker_id, asked_for=question.organisation_id
    )
    return asked or viewer.person_id == route.paused_by_id


def resume(session: Session, viewer: Viewer, question_id: int, now: dt.datetime) -> Route:
    """Let the clock of a question go on; harmless when it does."""
    question = find_question(session, viewer, question_id)
    route = hold_route(session, question_id)
    if not may_resume(session, viewer, question, route):
        raise NotAllowed
    go_on(session, route, viewer.person_id, now)
    return route


def resume_if_asked(session: Session, question_id: int, by_id: int, now: dt.datetime) -> None:
    """Let the clock go on because the asking side said something."""
    question = session.get_one(Question, question_id)
    route = hold_route(session, question_id)
    if route.paused_at is None or route.paused_by_id == by_id:
        return
    if by_id == question.asker_id or _coordinates(session, by_id, question.organisation_id):
        go_on(session, route, by_id, now)


def go_on(session: Session, route: Route, by_id: int | None, now: dt.datetime) -> None:
    """End a pause: every deadline moves on by the working days that it lost. The caller holds the lock."""
    if route.paused_at is None:
        return
    paused_at, calendar = route.paused_at, calendar_of(session, route.question_id)
    for invitation, since in _open_invitations(session, route.question_id):
        shift(calendar, invitation, max(paused_at, since), now)
    for case in _open_cases(session, route.question_id):
        case.respond_by = after_pause(calendar, case.respond_by, max(paused_at, case.arrived_at), now)
    if route.due_at is not None:
        route.due_at = after_pause(calendar, route.due_at, paused_at, now)
    route.paused_at = route.paused_by_id = route.reminded_at = None
    keep_step(session, route.question_id, RouteStepKind.RESUMED, by_id, now)
    advance(session, route.question_id, now)


def _count_pauses(session: Session, viewer: Viewer, question_id: int) -> int:
    wanted = select(func.count()).where(
        RouteStep.question_id == question_id,
        RouteStep.kind == RouteStepKind.PAUSED,
        RouteStep.by_id == viewer.person_id,
    )
    return session.scalar(wanted) or 0


def _coordinates(session: Session, person_id: int, organisation_id: int) -> bool:
    role = select(RoleAssignment.id).where(
        RoleAssignment.person_id == person_id,
        RoleAssignment.organisation_id == organisation_id,
        RoleAssignment.role == Role.COORDINATOR,
    )
    return session.scalar(role.limit(1)) is not None


def _open_invitations(session: Session, question_id: int) -> list[tuple[Invitation, dt.datetime]]:
    """Each invitation that has a deadline running, and since when."""
    since = select(func.max(InvitationStep.at)).where(InvitationStep.invitation_id == Invitation.id).scalar_subquery()
    rows = session.execute(
        select(Invitation, since)
        .where(Invitation.question_id == question_id, Invitation.state.in_(OPEN), ~HAS_ANSWERED)
        .execution_options(populate_existing=True)
    )
    return [(invitation, begun) for invitation, begun in rows]


def _open_cases(session: Session, question_id: int) -> list[DeskCase]:
    wanted = select(DeskCase).where(DeskCase.question_id == question_id, DeskCase.state == DeskCaseState.OPEN)
    return list(session.scalars(wanted.execution_options(populate_existing=True)))
