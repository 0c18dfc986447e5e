"""Reads of the way of a question: its steps beside invitations, and whether one waits for the asker."""

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from samenspraak.core.db import Session
from samenspraak.routing.kinds import RouteStepKind
from samenspraak.routing.models.route import Route, RouteStep


def steps_of_way(session: Session, question_id: int) -> Sequence[RouteStep]:
    """Return what happened on the way of a question beside its invitations, oldest first, with whom it is about."""
    return session.scalars(
        select(RouteStep)
        .where(RouteStep.question_id == question_id)
        .order_by(RouteStep.at, RouteStep.id)
        .options(joinedload(RouteStep.person), joinedload(RouteStep.by), joinedload(RouteStep.organisation))
    ).all()


def find_route(session: Session, question_id: int) -> Route | None:
    """Return the route of a question as it stands, with who stopped its clock and which moderator has it in hand."""
    wanted = select(Route).where(Route.question_id == question_id)
    return session.scalar(wanted.options(joinedload(Route.paused_by), joinedload(Route.taken_by)))


def words_of_pauses(session: Session, question_ids: Collection[int]) -> dict[int, str]:
    """Return what the asker was asked last, by question."""
    rows = session.execute(
        select(RouteStep.question_id, RouteStep.reason)
        .where(RouteStep.question_id.in_(question_ids), RouteStep.kind == RouteStepKind.PAUSED)
        .order_by(RouteStep.id)
    )
    return {question_id: reason for question_id, reason in rows}  # noqa: C416 - the last one of a question counts
