"""What the route of a question makes of what happens elsewhere: answers, acceptance, closing, reactions, desks."""

import datetime as dt

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.questions.events import (
    AcceptanceWithdrawn,
    AnswerAccepted,
    AnswerGiven,
    AnswerHeld,
    AnswerReleased,
    CommentPlaced,
    QuestionAsked,
    QuestionClosed,
    QuestionReopened,
    TextRevised,
)
from samenspraak.questions.kinds import CloseReason
from samenspraak.questions.models.question import Question
from samenspraak.routing.deadlines import calendar_of
from samenspraak.routing.events import DeskCaseLeft
from samenspraak.routing.kinds import RouteStage, RouteStepKind
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.models.route import Route
from samenspraak.routing.moves import move
from samenspraak.routing.pausing import resume_if_asked
from samenspraak.routing.queries import HAS_ANSWERED
from samenspraak.routing.route import (
    advance,
    begin,
    has_answer,
    has_open_invitation,
    hold_route,
    is_over,
    keep_step,
    to_moderator,
)
from samenspraak.routing.rules import OPEN, WORKING_DAYS_TO_JUDGE, Act, InvitationState
from samenspraak.routing.stages import RouteAct, next_stage


def on_question_asked(session: Session, event: QuestionAsked, now: dt.datetime) -> None:
    """Begin the route."""
    begin(session, event.question_id, now)


def on_answer_given(session: Session, event: AnswerGiven | AnswerReleased, now: dt.datetime) -> None:
    """From now on the asker is to say whether it helps; after some days they are reminded, once."""
    route = hold_route(session, event.question_id)
    if route.stage in {RouteStage.ANSWERED, RouteStage.ENDED} or not has_answer(session, event.question_id):
        return
    _answered(session, route, now)


def on_answer_held(session: Session, event: AnswerHeld, now: dt.datetime) -> None:
    """An answer that is held is none: with no other, the moderator who holds it has the question in hand."""
    route = hold_route(session, event.question_id)
    if has_answer(session, event.question_id):
        return
    is_idle = route.stage is RouteStage.EXPERTS and not has_open_invitation(session, event.question_id)
    if route.stage is RouteStage.ANSWERED or is_idle:
        to_moderator(session, route, event.by_id, now)
        route.taken_by_id = event.by_id


def on_answer_accepted(session: Session, event: AnswerAccepted, now: dt.datetime) -> None:
    """The question is over: who was asked and has not reacted need not any more."""
    _end(session, event.question_id, event.by_id, {InvitationState.INVITED}, now)


def on_acceptance_withdrawn(session: Session, event: AcceptanceWithdrawn, now: dt.datetime) -> None:
    """The question is under way again."""
    _go_on_again(session, event.question_id, event.by_id, now)


def on_question_closed(session: Session, event: QuestionClosed, now: dt.datetime) -> None:
    """The question is over: nobody need answer any more. Who answered was not asked in vain."""
    because = session.get_one(Question, event.question_id).closed_because
    _end(session, event.question_id, event.by_id, OPEN, now, because)


def on_question_reopened(session: Session, event: QuestionReopened, now: dt.datetime) -> None:
    """The question is under way again, unless an answer stays accepted."""
    if is_over(session, event.question_id):
        keep_step(session, event.question_id, RouteStepKind.REOPENED, event.by_id, now)
    _go_on_again(session, event.question_id, event.by_id, now)


def on_comment_placed(session: Session, event: CommentPlaced, now: dt.datetime) -> None:
    """A reaction of the asker ends the waiting for it."""
    resume_if_asked(session, event.question_id, event.author_id, now)


def on_text_revised(session: Session, event: TextRevised, now: dt.datetime) -> None:
    """So does a change of the question."""
    if event.answer_id is None:
        resume_if_asked(session, event.question_id, event.by_id, now)


def on_desk_case_left(session: Session, event: DeskCaseLeft, now: dt.datetime) -> None:
    """What a desk passes on, or leaves lying, goes to the moderators."""
    route = hold_route(session, event.question_id)
    if route.stage is RouteStage.DESK:
        to_moderator(session, route, None, now)


def _answered(session: Session, route: Route, now: dt.datetime) -> None:
    route.stage = next_stage(route.stage, RouteAct.ANSWER)
    route.due_at = calendar_of(session, route.question_id).deadline(now, WORKING_DAYS_TO_JUDGE)
    _end_pause(route)
    keep_step(session, route.question_id, RouteStepKind.ANSWERED, None, now)


def _end(
    session: Session,
    question_id: int,
    by_id: int,
    closing: frozenset[InvitationState] | set[InvitationState],
    now: dt.datetime,
    because: CloseReason | None = None,
) -> None:
    route = hold_route(session, question_id)
    wanted = select(Invitation).where(
        Invitation.question_id == question_id, Invitation.state.in_(closing), ~HAS_ANSWERED
    )
    for invitation in session.scalars(wanted.execution_options(populate_existing=True)).all():
        move(session, invitation, Act.WITHDRAW, by_id, now)
    was_over = route.stage is RouteStage.ENDED
    route.stage, route.due_at = next_stage(route.stage, RouteAct.END), None
    _end_pause(route)
    if because or not was_over:
        keep_step(session, question_id, RouteStepKind.ENDED, by_id, now, reason=because.value if because else "")


def _go_on_again(session: Session, question_id: int, by_id: int, now: dt.datetime) -> None:
    route = hold_route(session, question_id)
    if route.stage is not RouteStage.ENDED or is_over(session, question_id):
        return
    keep_step(session, question_id, RouteStepKind.REOPENED, by_id, now)
    if has_answer(session, question_id):
        _answered(session, route, now)
        return
    route.stage, route.due_at = next_stage(route.stage, RouteAct.REOPEN), None
    advance(session, question_id, now)


def _end_pause(route: Route) -> None:
    route.paused_at = route.paused_by_id = route.taken_by_id = route.reminded_at = None
