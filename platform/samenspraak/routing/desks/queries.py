"""Reads of desks: who works there, which question is at which desk, and what waits."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, exists, func, select, true
from sqlalchemy.orm import joinedload

from samenspraak.core.db import Session
from samenspraak.core.errors import NotFound
from samenspraak.people.kinds import Sector
from samenspraak.people.models.account import Person, RoleAssignment
from samenspraak.people.models.organisation import Organisation
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.question import Question
from samenspraak.routing.desks.rules import AT_DESK, IN_HAND, OpenDesk
from samenspraak.routing.kinds import DeskCaseState
from samenspraak.routing.models.desk import Desk, DeskCase

_IS_TASK = RoleAssignment.role.in_(AT_DESK) & RoleAssignment.admitted_by_id.is_(None)
"""That a role is one of the desk, given or confirmed by an administrator."""


@dataclass(frozen=True, slots=True)
class DeskLoad:
    """A desk as its people see it in a menu: how many questions wait for a first response."""

    desk: Desk
    waiting: int


def colleagues_of(session: Session, desk_id: int) -> Sequence[Person]:
    """Return who works at a desk, by name."""
    at_desk = _at_desk(desk_id)
    return session.scalars(select(Person).where(Person.is_active, at_desk).order_by(Person.name, Person.id)).all()


def works_at(session: Session, person_id: int | None, desk_id: int) -> bool:
    """Say whether someone works at a desk."""
    return bool(session.scalar(select(exists().where(Person.id == person_id, Person.is_active, _at_desk(desk_id)))))


def may_handle(session: Session, viewer: Viewer, desk_id: int) -> bool:
    """Say whether someone may see a desk's queue and act in it: its people, and moderators."""
    return viewer.is_moderator or works_at(session, viewer.person_id, desk_id)


def has_in_hand(session: Session, viewer: Viewer, question_id: int) -> bool:
    """Say whether someone works at the desk that has a question in hand, and so may invite for it."""
    if viewer.person_id is None or not viewer.has_any(AT_DESK):
        return False
    return bool(session.scalar(select(is_in_hand_of(viewer, question_id))))


def is_in_hand_of(viewer: Viewer, question_id: int) -> ColumnElement[bool]:
    """Condition: someone works at the desk that has a question in hand."""
    return exists().where(
        DeskCase.question_id == question_id, DeskCase.state.in_(IN_HAND), DeskCase.desk_id.in_(own_desks(viewer))
    )


def desks_of(session: Session, viewer: Viewer) -> Sequence[DeskLoad]:
    """Return the desks where someone works, of a moderator all, by name, each with how many questions wait there.

    A desk that is closed is one as long as it has a question in hand.
    """
    if not (viewer.is_moderator or viewer.has_any(AT_DESK)):
        return ()
    waiting = and_(DeskCase.desk_id == Desk.organisation_id, DeskCase.state == DeskCaseState.OPEN)
    busy = exists().where(DeskCase.desk_id == Desk.organisation_id, DeskCase.state.in_(IN_HAND))
    mine: ColumnElement[bool] = true() if viewer.is_moderator else Desk.organisation_id.in_(own_desks(viewer))
    rows = session.execute(
        select(Desk, select(func.count()).where(waiting).scalar_subquery())
        .join(Desk.organisation)
        .where(Desk.is_open | busy, mine)
        .order_by(Organisation.name, Organisation.id)
        .options(joinedload(Desk.organisation))
    )
    return [DeskLoad(desk, count) for desk, count in rows]


def open_desks(session: Session, but: Collection[int] = ()) -> list[OpenDesk]:
    """Return the open desks where somebody works, without some, in a fixed order."""
    staffed = exists().where(
        RoleAssignment.organisation_id == Desk.organisation_id,
        _IS_TASK,
        Person.id == RoleAssignment.person_id,
        Person.is_active,
    )
    rows = session.execute(
        select(Desk.organisation_id, Organisation.sector)
        .join(Desk.organisation)
        .where(Desk.is_open, staffed, Desk.organisation_id.not_in(but))
        .order_by(Desk.organisation_id)
    )
    return [OpenDesk(desk_id, sector) for desk_id, sector in rows]


def cases_of(session: Session, question_id: int) -> Sequence[DeskCase]:
    """Return the cases of a question as they stand now, the latest last."""
    found = select(DeskCase).where(DeskCase.question_id == question_id).order_by(DeskCase.id)
    return session.scalars(found.execution_options(populate_existing=True)).all()


def case_in_hand(session: Session, question_id: int) -> DeskCase | None:
    """Return the case of a question that a desk has in hand now."""
    return next((each for each in cases_of(session, question_id) if each.state in IN_HAND), None)


def cases_in_hand(session: Session, desk_id: int) -> Sequence[DeskCase]:
    """Return what a desk has in hand, in the order of the questions."""
    found = select(DeskCase).where(DeskCase.desk_id == desk_id, DeskCase.state.in_(IN_HAND))
    return session.scalars(found.order_by(DeskCase.question_id)).all()


def find_desk(session: Session, desk_id: int) -> Desk:
    """Return a desk with its organisation."""
    desk = session.scalar(select(Desk).where(Desk.organisation_id == desk_id).options(joinedload(Desk.organisation)))
    if desk is None:
        raise NotFound
    return desk


def partnership_sector(session: Session, question: Question) -> Sector | None:
    """Return the sector of the partnership that asked."""
    return session.scalar(select(Organisation.sector).where(Organisation.id == question.organisation_id))


def own_desks(viewer: Viewer) -> Select[int]:
    """Return the organisations at whose desk someone works, if it has one."""
    return select(RoleAssignment.organisation_id).where(RoleAssignment.person_id == viewer.person_id, _IS_TASK)


def _at_desk(desk_id: int) -> ColumnElement[bool]:
    return exists().where(
        RoleAssignment.person_id == Person.id,
        RoleAssignment.organisation_id == desk_id,
        _IS_TASK,
    )
