"""The route of a question: where it stands on its way to an answer, and what comes next.

Everything here happens under the lock of the question, so that two workers, or a worker and a person, never decide on
the same step twice. `advance` is the one function that decides what comes next, and `what_comes_next` tells it.
"""

import datetime as dt

from sqlalchemy import exists, func, select

from samenspraak.core.db import Session
from samenspraak.core.events import record
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.answer import Acceptance, Answer
from samenspraak.questions.models.question import Question
from samenspraak.questions.visibility import answer_counts
from samenspraak.routing.deadlines import calendar_of
from samenspraak.routing.desks.actions import take_in
from samenspraak.routing.desks.queries import case_in_hand
from samenspraak.routing.events import AskerToChoose, RouteMoved
from samenspraak.routing.invitable import find_to_route
from samenspraak.routing.kinds import Chooser, DeskCaseState, RouteStage, RouteStepKind
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.models.route import Route, RouteStep
from samenspraak.routing.moves import lock_question
from samenspraak.routing.queries import HAS_ANSWERED
from samenspraak.routing.rules import (
    MOST_TRIED,
    OPEN,
    WORKING_DAYS_OF_MODERATOR,
    WORKING_DAYS_TO_CHOOSE,
    InvitationState,
)
from samenspraak.routing.stages import RouteAct, next_stage


def begin(session: Session, question_id: int, now: dt.datetime) -> Route:
    """Give a question its route: the asker chooses, and when nothing happens for two working days Samenspraak does."""
    route = hold_route(session, question_id)
    if not has_open_invitation(session, question_id):
        route.due_at = calendar_of(session, question_id).deadline(now, WORKING_DAYS_TO_CHOOSE)
    session.flush()
    return route


def hold_route(session: Session, question_id: int) -> Route:
    """Lock a question, and return its route as it stands now."""
    lock_question(session, question_id)
    found = select(Route).where(Route.question_id == question_id).execution_options(populate_existing=True)
    route = session.scalar(found)
    if route is None:
        route = Route(question_id=question_id, stage=RouteStage.EXPERTS, chooser=Chooser.ASKER)
        session.add(route)
        session.flush()
    return route


def advance(session: Session, question_id: int, now: dt.datetime) -> None:
    """Decide what comes next for a question: wait for who has it in hand, else the asker's choice, or the next stage.

    Safe to call at any time; nothing happens while one waits for the asker, nor after an answer.
    """
    route = hold_route(session, question_id)
    if route.paused_at is not None:
        return
    if route.stage is RouteStage.EXPERTS:
        _advance_experts(session, route, now)
    elif route.stage is RouteStage.DESK and not _is_open_at_desk(session, question_id):
        to_moderator(session, route, None, now)
    session.flush()


def leave_to_samenspraak(session: Session, viewer: Viewer, question_id: int, now: dt.datetime) -> Route:
    """Leave the choice of experts to Samenspraak, from now on; harmless when it was left already."""
    find_to_route(session, viewer, question_id)
    route = hold_route(session, question_id)
    if route.chooser is not Chooser.SAMENSPRAAK:
        route.chooser = Chooser.SAMENSPRAAK
        keep_step(session, question_id, RouteStepKind.LEFT_TO_SAMENSPRAAK, viewer.person_id, now)
    advance(session, question_id, now)
    return route


def take_back(session: Session, viewer: Viewer, question_id: int, now: dt.datetime) -> Route:
    """Choose oneself again; harmless when one does already."""
    find_to_route(session, viewer, question_id)
    route = hold_route(session, question_id)
    if route.chooser is not Chooser.ASKER:
        route.chooser, route.due_at = Chooser.ASKER, None
        keep_step(session, question_id, RouteStepKind.TAKEN_BACK, viewer.person_id, now)
    advance(session, question_id, now)
    return route


def was_invited(session: Session, question_id: int, by_id: int | None, now: dt.datetime) -> None:
    """Note that experts were just invited: they have the question in hand now."""
    route = hold_route(session, question_id)
    earlier = route.stage
    route.stage = next_stage(route.stage, RouteAct.INVITE)
    if route.stage is RouteStage.EXPERTS:
        route.due_at = route.taken_by_id = None
    if earlier in {RouteStage.DESK, RouteStage.MODERATOR}:
        keep_step(session, question_id, RouteStepKind.TO_EXPERTS, by_id, now)
    session.flush()
    # Nobody waits for who has answered, as one whose answer is held: then it goes on as if nobody was asked.
    if not has_open_invitation(session, question_id):
        advance(session, question_id, now)


def go_on_from_experts(session: Session, route: Route, now: dt.datetime) -> None:
    """Bring a question for which no expert is left to the desk of its sector, or to the moderators."""
    if not to_desk(session, route, None, now):
        to_moderator(session, route, None, now)


def to_desk(session: Session, route: Route, by_id: int | None, now: dt.datetime) -> bool:
    """Bring a question to the desk of its sector council; false when none is open for it."""
    stage = next_stage(route.stage, RouteAct.TO_DESK)
    case = take_in(session, session.get_one(Question, route.question_id), now)
    if case is None:
        return False
    route.stage, route.due_at, route.taken_by_id = stage, None, None
    keep_step(session, route.question_id, RouteStepKind.TO_DESK, by_id, now, organisation_id=case.desk_id)
    return True


def to_moderator(session: Session, route: Route, by_id: int | None, now: dt.datetime, reason: str = "") -> None:
    """Bring a question to the moderators of OCW; they are reminded once when nothing happens."""
    route.stage = next_stage(route.stage, RouteAct.TO_MODERATOR)
    route.taken_by_id = None
    route.due_at = calendar_of(session, route.question_id).deadline(now, WORKING_DAYS_OF_MODERATOR)
    keep_step(session, route.question_id, RouteStepKind.TO_MODERATOR, by_id, now, reason=reason)


def keep_step(
    session: Session,
    question_id: int,
    kind: RouteStepKind,
    by_id: int | None,
    now: dt.datetime,
    *,
    person_id: int | None = None,
    organisation_id: int | None = None,
    reason: str = "",
) -> RouteStep:
    """Keep a step on the way of a question for good, and tell of it. The caller holds the lock."""
    step = RouteStep(
        question_id=question_id,
        kind=kind,
        at=now,
        by_id=by_id,
        person_id=person_id,
        organisation_id=organisation_id,
        reason=reason,
    )
    session.add(step)
    session.flush()
    record(session, RouteMoved(question_id, step.id, kind.value, by_id))
    return step


def has_open_invitation(session: Session, question_id: int) -> bool:
    """Say whether an expert who has not answered is asked for a question, or took it on."""
    return bool(
        session.scalar(
            select(exists().where(Invitation.question_id == question_id, Invitation.state.in_(OPEN), ~HAS_ANSWERED))
        )
    )


def has_answer(session: Session, question_id: int) -> bool:
    """Say whether an answer stands that counts for everyone."""
    return bool(session.scalar(select(exists().where(Answer.question_id == question_id, answer_counts()))))


def is_tried_out(session: Session, question_id: int) -> bool:
    """Say whether as many experts fell out as Samenspraak tries by itself."""
    fell_out = InvitationState.DECLINED, InvitationState.EXPIRED
    count = select(func.count()).where(Invitation.question_id == question_id, Invitation.state.in_(fell_out))
    return (session.scalar(count) or 0) >= MOST_TRIED


def is_over(session: Session, question_id: int) -> bool:
    """Say whether a question was closed, or an answer to it accepted."""
    accepted = select(exists().where(Acceptance.question_id == question_id))
    return is_closed(session, question_id) or bool(session.scalar(accepted))


def is_closed(session: Session, question_id: int) -> bool:
    """Say whether a question was closed."""
    return session.get_one(Question, question_id).closed_at is not None


def _advance_experts(session: Session, route: Route, now: dt.datetime) -> None:
    question_id = route.question_id
    if has_open_invitation(session, question_id):
        route.due_at = None
    elif case_in_hand(session, question_id):
        go_on_from_experts(session, route, now)
    elif route.chooser is Chooser.ASKER:
        if route.due_at is None:
            route.due_at = calendar_of(session, question_id).deadline(now, WORKING_DAYS_TO_CHOOSE)
            record(session, AskerToChoose(question_id, route.due_at.isoformat()))
    elif is_tried_out(session, question_id):
        go_on_from_experts(session, route, now)
    else:
        route.due_at = now


def _is_open_at_desk(session: Session, question_id: int) -> bool:
    case = case_in_hand(session, question_id)
    return case is not None and case.state is DeskCaseState.OPEN
