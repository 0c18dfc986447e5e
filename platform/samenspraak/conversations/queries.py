"""Reads of introductions: for who coordinates one of the two, and for moderators."""

import dataclasses
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, or_, select, true
from sqlalchemy.orm import joinedload

from samenspraak.conversations.kinds import IntroductionState
from samenspraak.conversations.models import Introduction
from samenspraak.conversations.rules import Side, open_key, sides_of
from samenspraak.core.db import Session
from samenspraak.core.errors import NotFound
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import RoleAssignment
from samenspraak.people.queries.partnerships import coordinated_by
from samenspraak.people.rules import Viewer

MOST_PAST = 50


@dataclasses.dataclass(frozen=True)
class Introductions:
    """Someone's introductions: those that wait for them, those that wait for others, and what came of the rest."""

    waiting: tuple[Introduction, ...]
    under_way: tuple[Introduction, ...]
    made: tuple[Introduction, ...]
    past: tuple[Introduction, ...]


def find_introduction(
    session: Session, viewer: Viewer, introduction_id: int, *, to_change: bool = False
) -> Introduction:
    """Return an introduction that someone may see, with who it is about.

    `to_change` returns its row alone, and holds it until the end of the unit.
    """
    row = select(Introduction).with_for_update().execution_options(populate_existing=True) if to_change else _whole()
    found = session.scalar(row.where(Introduction.id == introduction_id, _is_visible_to(viewer)))
    if found is None:
        raise NotFound
    return found


def list_introductions(session: Session, viewer: Viewer) -> Introductions:
    """Return what someone may see, what was proposed last first."""
    newest = _whole().where(_is_visible_to(viewer)).order_by(Introduction.proposed_at.desc(), Introduction.id.desc())
    found = session.scalars(newest.limit(4 * MOST_PAST)).all()
    waiting_ids = set(session.scalars(select(Introduction.id).where(_waits_for(viewer))))
    is_open = [each for each in found if each.state is IntroductionState.PROPOSED]
    made = tuple(each for each in found if each.state is IntroductionState.MADE)
    return Introductions(
        waiting=tuple(each for each in is_open if each.id in waiting_ids),
        under_way=tuple(each for each in is_open if each.id not in waiting_ids),
        made=made,
        past=tuple(each for each in found if each not in is_open and each not in made)[:MOST_PAST],
    )


def waiting_introductions(session: Session, viewer: Viewer) -> Sequence[Introduction]:
    """Return the introductions to which someone has yet to say yes or no, the oldest first."""
    if Role.COORDINATOR not in viewer.roles:
        return ()
    wanted = _whole().where(_waits_for(viewer)).order_by(Introduction.proposed_at, Introduction.id)
    return session.scalars(wanted).all()


def sides_for(session: Session, viewer: Viewer, introduction: Introduction) -> frozenset[Side]:
    """Return for which sides someone may speak."""
    return sides_of(set(session.scalars(_coordinated(viewer))), introduction.organisation_id, introduction.other_id)


def open_keys_of(session: Session, viewer: Viewer) -> frozenset[str]:
    """Return what names the open introductions of the partnerships that someone coordinates."""
    own = _coordinated(viewer)
    keys = select(Introduction.open_key).where(
        Introduction.open_key.is_not(None), or_(Introduction.organisation_id.in_(own), Introduction.other_id.in_(own))
    )
    return frozenset(key for key in session.scalars(keys) if key)


@dataclasses.dataclass(frozen=True)
class Meeting:
    """With whom someone may propose to talk: who coordinates a partnership with any other, a moderator for any two."""

    own_ids: frozenset[int]
    open_keys: frozenset[str]
    is_moderator: bool

    def may_with(self, other_id: int) -> bool:
        """Say whether it may be proposed to talk with a partnership."""
        return self.is_moderator or bool(self.own_ids - {other_id})

    def is_open_with(self, other_id: int, question_id: int | None, experience_id: int | None) -> bool:
        """Say whether that was proposed already, about this, and is not decided on."""
        return any(open_key(own, other_id, question_id, experience_id) in self.open_keys for own in self.own_ids)


def meeting_for(session: Session, viewer: Viewer) -> Meeting:
    """Return with whom someone may propose to talk."""
    own = frozenset(each.id for each in coordinated_by(session, viewer))
    return Meeting(own, open_keys_of(session, viewer) if own else frozenset(), viewer.is_moderator)


def _whole() -> Select[Introduction]:
    return select(Introduction).options(
        joinedload(Introduction.organisation, innerjoin=True),
        joinedload(Introduction.other, innerjoin=True),
        joinedload(Introduction.question),
        joinedload(Introduction.experience),
        joinedload(Introduction.agreed_by),
        joinedload(Introduction.other_agreed_by),
    )


def _coordinated(viewer: Viewer) -> Select[int]:
    return select(RoleAssignment.organisation_id).where(
        RoleAssignment.person_id == viewer.person_id, RoleAssignment.role == Role.COORDINATOR
    )


def _is_visible_to(viewer: Viewer) -> ColumnElement[bool]:
    if viewer.is_moderator:
        return true()
    own = _coordinated(viewer)
    return or_(Introduction.organisation_id.in_(own), Introduction.other_id.in_(own))


def _waits_for(viewer: Viewer) -> ColumnElement[bool]:
    own = _coordinated(viewer)
    return (Introduction.state == IntroductionState.PROPOSED) & or_(
        Introduction.organisation_id.in_(own) & Introduction.agreed_at.is_(None),
        Introduction.other_id.in_(own) & Introduction.other_agreed_at.is_(None),
    )
