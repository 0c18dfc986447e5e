"""What is told of the way of a question: reminders, going on, waiting for the asker."""

import datetime as dt
from collections.abc import Iterable, Sequence

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.notifications import links
from samenspraak.notifications.actions import post_letter
from samenspraak.notifications.handlers.cause import Cause, cause_of, tell_all, title_of
from samenspraak.notifications.letters import MovedOnLetter, RemindedLetter, WaitsLetter
from samenspraak.notifications.models import NoticeKind
from samenspraak.people.queries.viewers import moderator_ids
from samenspraak.routing.desks.queries import case_in_hand, colleagues_of
from samenspraak.routing.events import AskerToChoose, RouteMoved
from samenspraak.routing.kinds import RouteStage, RouteStepKind
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.models.route import Route, RouteStep
from samenspraak.routing.rules import OPEN, InvitationState

_K = RouteStepKind


def on_route_moved(session: Session, event: RouteMoved, now: dt.datetime) -> None:
    """Tell who has the question in hand now, and who asked it, what happened."""
    step = session.get_one(RouteStep, event.step_id)
    cause = cause_of(session, event.question_id, event.by_id, f"{step.kind.value}:{step.id}")
    match step.kind:
        case _K.REMINDED:
            _remind(session, cause, step, now)
        case _K.PAUSED:
            _ask_asker(session, cause, step, now)
        case _K.RESUMED:
            tell_all(session, cause, NoticeKind.RESUMED, _at_work(session, step), now)
        case _K.TO_EXPERTS:
            tell_all(session, cause, NoticeKind.MOVED_ON, [cause.question.asker_id], now)
        case _K.LEFT_TO_SAMENSPRAAK if event.by_id is None:
            _tell_asker(session, cause, "samenspraak", now)
        case _K.TO_DESK:
            place = title_of(session, step.organisation_id) if step.organisation_id else ""
            _tell_asker(session, cause, "desk", now, place)
        case _K.TO_MODERATOR:
            _tell_asker(session, cause, "moderator", now)
            tell_all(session, cause, NoticeKind.MOVED_ON, moderator_ids(session), now)


def on_asker_to_choose(session: Session, event: AskerToChoose, now: dt.datetime) -> None:
    """Tell the asker that it is their turn to choose again, and until when."""
    cause = cause_of(session, event.question_id, None, f"choose:{event.question_id}:{now.isoformat()}")
    _tell_asker(session, cause, "choose", now, until=dt.datetime.fromisoformat(event.until))


def _tell_asker(
    session: Session, cause: Cause, to: str, now: dt.datetime, place: str = "", until: dt.datetime | None = None
) -> None:
    question = cause.question
    url = links.choosing(question.id) if to == "choose" else links.question(question.id)
    for person in tell_all(session, cause, NoticeKind.MOVED_ON, [question.asker_id], now):
        letter = MovedOnLetter(person.name, url, cause.shown(question.title), to, place, until)
        post_letter(session, letter, f"moved_on:{cause.name}", person.email, now)


def _ask_asker(session: Session, cause: Cause, step: RouteStep, now: dt.datetime) -> None:
    question = cause.question
    for person in tell_all(session, cause, NoticeKind.WAITS_FOR_ASKER, [question.asker_id], now):
        shown, words = cause.shown(question.title), cause.shown(step.reason)
        letter = WaitsLetter(person.name, links.question(question.id), shown, cause.actor_name, words)
        post_letter(session, letter, f"waits:{cause.name}", person.email, now)


def _remind(session: Session, cause: Cause, step: RouteStep, now: dt.datetime) -> None:
    task, until, people = _reminded(session, cause, step)
    for person in tell_all(session, cause, NoticeKind.REMINDED, people, now):
        letter = RemindedLetter(person.name, _place_of(task, step), cause.shown(cause.question.title), task, until)
        post_letter(session, letter, f"reminded:{cause.name}", person.email, now)


def _reminded(session: Session, cause: Cause, step: RouteStep) -> tuple[str, dt.datetime | None, Iterable[int]]:
    """What is to be done, until when, and by whom."""
    if step.organisation_id is not None:
        case = case_in_hand(session, step.question_id)
        people = (
            [step.person_id] if step.person_id else [each.id for each in colleagues_of(session, step.organisation_id)]
        )
        return "desk", case.respond_by if case else None, people
    if step.person_id == cause.question.asker_id:
        return "say", None, [step.person_id]
    if step.person_id is not None:
        return *_deadline_of(session, step), [step.person_id]
    route = session.get_one(Route, step.question_id)
    if route.stage is RouteStage.ANSWERED:
        return "judge", None, [cause.question.asker_id]
    return "moderate", None, [route.taken_by_id] if route.taken_by_id else moderator_ids(session)


def _deadline_of(session: Session, step: RouteStep) -> tuple[str, dt.datetime | None]:
    invitation = session.scalars(
        select(Invitation).where(Invitation.question_id == step.question_id, Invitation.expert_id == step.person_id)
    ).one()
    if invitation.state is InvitationState.INVITED:
        return "respond", invitation.respond_by
    return "answer", invitation.answer_by


def _place_of(task: str, step: RouteStep) -> str:
    return links.invitations() if task == "respond" else links.question(step.question_id)


def _at_work(session: Session, step: RouteStep) -> Sequence[int | None]:
    """Who can go on: who is asked, who stopped the clock last, and who has it at a desk."""
    asked = select(Invitation.expert_id).where(Invitation.question_id == step.question_id, Invitation.state.in_(OPEN))
    stopped = (
        select(RouteStep.by_id)
        .where(RouteStep.question_id == step.question_id, RouteStep.kind == _K.PAUSED)
        .order_by(RouteStep.id.desc())
        .limit(1)
    )
    case = case_in_hand(session, step.question_id)
    return [*session.scalars(asked), session.scalar(stopped), case.assigned_to_id if case else None]
