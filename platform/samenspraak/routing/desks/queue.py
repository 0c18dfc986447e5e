"""The queue of a desk: what waits, what was done, each question with who has it. Nothing that one may not see."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import contains_eager, joinedload

from samenspraak.core.db import Session
from samenspraak.core.errors import NotFound
from samenspraak.people.rules import Viewer
from samenspraak.questions.anonymity import ShownAsker, asker_is_known_to, shown_asker
from samenspraak.questions.models.question import Question
from samenspraak.questions.visibility import is_visible_to
from samenspraak.routing.desks.queries import may_handle, own_desks
from samenspraak.routing.desks.rules import AT_DESK, IN_HAND
from samenspraak.routing.kinds import DeskCaseState
from samenspraak.routing.models.desk import Desk, DeskCase
from samenspraak.routing.models.route import RouteStep


class Pile(enum.StrEnum):
    """A part of a desk's queue."""

    WAITING = "waiting"
    """A first response is due."""
    MINE = "mine"
    RESPONDED = "responded"
    """The desk responded; the question is not settled yet."""
    DONE = "done"


@dataclass(frozen=True, slots=True)
class QueuedCase:
    """A question at a desk, with who asked as far as the viewer may know."""

    case: DeskCase
    asker: ShownAsker


def queue_of(
    session: Session, viewer: Viewer, desk_id: int, pile: Pile, offset: int, limit: int
) -> Sequence[QueuedCase]:
    """Return a part of a desk's queue: the nearest deadline first, what is done the latest first."""
    latest = (DeskCase.closed_at.desc(), DeskCase.id.desc())
    order = latest if pile is Pile.DONE else (DeskCase.respond_by, DeskCase.id)
    wanted = _visible(viewer).where(DeskCase.desk_id == desk_id, _of(pile, viewer))
    rows = session.execute(wanted.order_by(*order).offset(offset).limit(limit))
    return [_queued(case, is_known=is_known) for case, is_known in rows]


def count_piles(session: Session, viewer: Viewer, desk_id: int) -> dict[Pile, int]:
    """Return how many questions are in each part of a desk's queue, in one statement."""
    counts = (func.count().filter(_of(pile, viewer)) for pile in Pile)
    row = session.execute(
        select(*counts)
        .select_from(DeskCase)
        .join(DeskCase.question)
        .where(DeskCase.desk_id == desk_id, is_visible_to(viewer))
    ).one()
    return dict(zip(Pile, row, strict=True))


def find_queued(session: Session, viewer: Viewer, question_id: int) -> QueuedCase:
    """Return the latest case of a question for who may handle it; `NotFound` for all others."""
    latest = _visible(viewer).where(DeskCase.question_id == question_id).order_by(DeskCase.id.desc()).limit(1)
    row = session.execute(latest).first()
    if row is None or not may_handle(session, viewer, row[0].desk_id):
        raise NotFound
    return _queued(row[0], is_known=row[1])


def waiting_for_colleague(session: Session, viewer: Viewer, most: int) -> Sequence[QueuedCase]:
    """Return what waits for a first response of someone at a desk: what they have in hand, then what nobody has."""
    if viewer.person_id is None or not viewer.has_any(AT_DESK):
        return ()
    wanted = _visible(viewer).where(
        DeskCase.state == DeskCaseState.OPEN,
        DeskCase.desk_id.in_(own_desks(viewer)),
        DeskCase.assigned_to_id.is_(None) | (DeskCase.assigned_to_id == viewer.person_id),
    )
    rows = session.execute(
        wanted.order_by(DeskCase.assigned_to_id.is_(None), DeskCase.respond_by, DeskCase.id).limit(most)
    )
    return [_queued(case, is_known=is_known) for case, is_known in rows]


def steps_of(session: Session, question_id: int) -> Sequence[RouteStep]:
    """Return what happened to a question at desks, oldest first, each step with its people."""
    return session.scalars(
        select(RouteStep)
        .where(RouteStep.question_id == question_id, RouteStep.organisation_id.is_not(None))
        .order_by(RouteStep.at, RouteStep.id)
        .options(joinedload(RouteStep.by), joinedload(RouteStep.person), joinedload(RouteStep.organisation))
    ).all()


def _visible(viewer: Viewer) -> Select[DeskCase, bool]:
    question = contains_eager(DeskCase.question)
    return (
        select(DeskCase, asker_is_known_to(viewer))
        .join(DeskCase.question)
        .where(is_visible_to(viewer))
        .options(
            question.joinedload(Question.organisation),
            question.joinedload(Question.asker),
            question.joinedload(Question.on_behalf_of),
            question.selectinload(Question.themes),
            joinedload(DeskCase.assigned_to),
            joinedload(DeskCase.desk).joinedload(Desk.organisation),
        )
    )


def _of(pile: Pile, viewer: Viewer) -> ColumnElement[bool]:
    match pile:
        case Pile.WAITING:
            return DeskCase.state == DeskCaseState.OPEN
        case Pile.MINE:
            return DeskCase.state.in_(IN_HAND) & (DeskCase.assigned_to_id == viewer.person_id)
        case Pile.RESPONDED:
            return DeskCase.state == DeskCaseState.RESPONDED
        case Pile.DONE:
            return DeskCase.state.not_in(IN_HAND)


def _queued(case: DeskCase, *, is_known: bool) -> QueuedCase:
    return QueuedCase(case, shown_asker(case.question, is_known=is_known, with_name=True))
