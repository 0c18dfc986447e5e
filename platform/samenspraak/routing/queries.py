"""Reads of routing: the course of a question, who was asked what."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, Select, exists, func, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from samenspraak.core.db import Session
from samenspraak.core.errors import NotFound
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.question import Question
from samenspraak.routing.models.invitation import Invitation, InvitationStep
from samenspraak.routing.models.route import Route
from samenspraak.routing.rules import MOST_OPEN_PER_QUESTION, OPEN, DeclineReason, InvitationState

HAS_ANSWERED: ColumnElement[bool] = exists().where(
    Answer.question_id == Invitation.question_id, Answer.author_id == Invitation.expert_id
)
"""Condition on `Invitation`: its expert answered its question."""


@dataclass(frozen=True, slots=True)
class CourseStep:
    """One step in the course of a question; experts who were asked at the same moment share one."""

    at: dt.datetime
    kind: InvitationState
    names: tuple[str, ...]
    declined_because: DeclineReason | None = None
    reason: str = ""


def free_places(session: Session, question_id: int) -> int:
    """Return how many more experts may be asked for a question; who answered takes no place any more."""
    taken = select(func.count()).where(Invitation.question_id == question_id, Invitation.state.in_(OPEN), ~HAS_ANSWERED)
    return max(0, MOST_OPEN_PER_QUESTION - (session.scalar(taken) or 0))  # more may stand open after a merge


def course_of(session: Session, question_id: int, only_of: int | None = None) -> tuple[CourseStep, ...]:
    """Return what happened to the invitations of a question, oldest first; proposals, which nobody made, aside.

    `only_of` leaves out the invitations of all experts but one.
    """
    wanted = Invitation.question_id == question_id
    steps = session.scalars(
        select(InvitationStep)
        .join(InvitationStep.invitation)
        .where(wanted if only_of is None else wanted & (Invitation.expert_id == only_of))
        .where(InvitationStep.state != InvitationState.PROPOSED)
        .order_by(InvitationStep.at, InvitationStep.id)
        .options(contains_eager(InvitationStep.invitation).joinedload(Invitation.expert))
    )
    return tuple(_course(steps))


def invitations_of(session: Session, question_ids: Collection[int]) -> Sequence[Invitation]:
    """Return all invitations of some questions with their experts, in the order in which they were asked."""
    return session.scalars(
        select(Invitation)
        .where(Invitation.question_id.in_(question_ids))
        .order_by(Invitation.invited_at, Invitation.id)
        .options(joinedload(Invitation.expert))
    ).all()


def find_own_invitation(session: Session, viewer: Viewer, invitation_id: int) -> Invitation:
    """Return an invitation of one's own with its question; `NotFound` for another's."""
    found = session.scalar(asked_of(viewer).where(Invitation.id == invitation_id))
    if found is None:
        raise NotFound
    return found


def open_invitation_to(session: Session, viewer: Viewer, question_id: int) -> Invitation | None:
    """Return what an expert is asked, or took on, for one question that they have not answered."""
    wanted = (Invitation.expert_id == viewer.person_id) & (Invitation.question_id == question_id)
    return session.scalar(select(Invitation).where(wanted, Invitation.state.in_(OPEN), ~HAS_ANSWERED))


def waiting_for(session: Session, viewer: Viewer) -> Sequence[Invitation]:
    """Return what an expert is asked and has not decided on, the nearest deadline first."""
    waiting = asked_of(viewer).where(Invitation.state == InvitationState.INVITED, ~HAS_ANSWERED)
    return session.scalars(waiting.order_by(Invitation.respond_by, Invitation.id)).all()


def taken_on_by(session: Session, viewer: Viewer) -> Sequence[Invitation]:
    """Return what an expert took on and has not answered, the oldest first."""
    taken = asked_of(viewer).where(Invitation.state == InvitationState.ACCEPTED, ~HAS_ANSWERED)
    return session.scalars(taken.order_by(Invitation.invited_at, Invitation.id)).all()


def waiting_for_asker(session: Session, question_ids: Collection[int]) -> frozenset[int]:
    """Return which of some questions stand still until their asker reacts."""
    paused = select(Route.question_id).where(Route.question_id.in_(question_ids), Route.paused_at.is_not(None))
    return frozenset(session.scalars(paused))


def asked_of(viewer: Viewer) -> Select[Invitation]:
    """Return the statement for all that an expert was ever asked, with the questions."""
    question = contains_eager(Invitation.question)
    return (
        select(Invitation)
        .join(Invitation.question)
        .where(Invitation.expert_id == viewer.person_id)
        .options(
            question.joinedload(Question.organisation),
            question.selectinload(Question.themes),
            selectinload(Invitation.invited_by),
        )
    )


def _course(steps: Iterable[InvitationStep]) -> list[CourseStep]:
    course: list[CourseStep] = []
    for step in steps:
        name = step.invitation.expert.name
        if (
            course
            and step.state is InvitationState.INVITED
            and (course[-1].kind, course[-1].at) == (step.state, step.at)
        ):
            course[-1] = replace(course[-1], names=(*course[-1].names, name))
        else:
            course.append(CourseStep(step.at, step.state, (name,), step.declined_because, step.reason))
    return course
