"""Reads of what partnerships worked out. Whoever is signed in may read it."""

from collections.abc import Collection, Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from samenspraak.core.db import Session
from samenspraak.core.errors import NotFound
from samenspraak.people.models.organisation import Experience, Organisation
from samenspraak.themes.models import Theme


def find_experience(session: Session, experience_id: int, *, to_change: bool = False) -> Experience:
    """Return something that was worked out, with its partnership and themes; `to_change` holds its row."""
    wanted = _whole().where(Experience.id == experience_id)
    if to_change:
        wanted = wanted.with_for_update(of=Experience).execution_options(populate_existing=True)
    found = session.scalar(wanted)
    if found is None:
        raise NotFound
    return found


def experiences_of(session: Session, organisation_id: int) -> Sequence[Experience]:
    """Return what a partnership worked out, what it wrote last first."""
    wanted = _whole().where(Experience.organisation_id == organisation_id)
    return session.scalars(wanted.order_by(Experience.updated_at.desc(), Experience.id.desc())).all()


def experiences_on(session: Session, theme_id: int, most: int) -> Sequence[Experience]:
    """Return what partnerships worked out on a theme, what was written last first."""
    wanted = _whole().where(Experience.themes.any(Theme.id == theme_id))
    return session.scalars(wanted.order_by(Experience.updated_at.desc(), Experience.id.desc()).limit(most)).all()


def experiences_by_id(session: Session, ids: Collection[int] | None) -> Sequence[Experience]:
    """Return those of some ids, or all, with their partnerships and themes, in order of their ids."""
    if ids is not None and not ids:
        return ()
    wanted = _whole() if ids is None else _whole().where(Experience.id.in_(ids))
    return session.scalars(wanted.order_by(Experience.id)).all()


def _whole() -> Select[Experience]:
    return (
        select(Experience)
        .join(Experience.organisation)
        .where(Organisation.is_active)
        .options(joinedload(Experience.organisation, innerjoin=True), selectinload(Experience.themes))
    )
