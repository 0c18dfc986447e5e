"""Reads of expert profiles."""

import dataclasses
import datetime as dt
from collections.abc import Collection, Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from samenspraak.core.db import Session
from samenspraak.core.errors import NotFound
from samenspraak.core.keyset import Cursor, Key, Part, read_part
from samenspraak.people.kinds import ExpertGroup, Sector
from samenspraak.people.models.account import Person
from samenspraak.people.models.expert import AwayPeriod, ExpertProfile, ExpertTheme
from samenspraak.people.rules import Viewer
from samenspraak.themes.models import Theme

BY_NAME: tuple[Key, ...] = (Key(func.lower(Person.name), str), Key(Person.id, int))
BY_NAME_BACKWARDS: tuple[Key, ...] = tuple(dataclasses.replace(key, descending=True) for key in BY_NAME)


@dataclasses.dataclass(frozen=True)
class ExpertFilters:
    """Which experts to list; what is empty does not count.

    `available_on` leaves out who is away that day or takes no questions; `full` names those who have no room.
    """

    group: ExpertGroup | None = None
    sector: Sector | None = None
    theme: str = ""
    available_on: dt.date | None = None
    full: frozenset[int] = frozenset()


def find_profile(session: Session, person_id: int) -> ExpertProfile:
    """Return a profile with all that is shown of it, listed or not."""
    profile = session.scalar(select(ExpertProfile).where(ExpertProfile.person_id == person_id).options(*_whole()))
    if profile is None:
        raise NotFound
    return profile


def find_visible_profile(session: Session, viewer: Viewer, person_id: int) -> ExpertProfile:
    """Return a profile that someone may see: a listed one, one's own, or any for who keeps them."""
    profile = find_profile(session, person_id)
    is_public = profile.is_listed and profile.person.is_active
    if is_public or viewer.person_id == person_id or viewer.is_administrator or viewer.is_moderator:
        return profile
    raise NotFound


def has_profile(session: Session, person_id: int | None) -> bool:
    """Say whether someone has an expert profile."""
    return session.scalar(select(ExpertProfile.person_id).where(ExpertProfile.person_id == person_id)) is not None


def part_of_experts(
    session: Session, filters: ExpertFilters, order: Sequence[Key], cursor: Cursor | None, most: int
) -> Part[ExpertProfile]:
    """Return a part of the listed experts in an order, with all that is shown of them."""
    part = read_part(session, _chosen(_listed(), filters).options(*_whole()), order, cursor, most)
    return part.with_rows([profile for (profile,) in part.rows])


def count_experts(session: Session, filters: ExpertFilters) -> int:
    """Return how many of the listed experts are wanted."""
    return session.scalar(select(func.count()).select_from(_chosen(_listed(), filters).subquery())) or 0


def list_capacities(session: Session) -> dict[int, int]:
    """Return for each listed expert how many questions a week they take."""
    rows = _listed().with_only_columns(ExpertProfile.person_id, ExpertProfile.weekly_capacity)
    return {person_id: capacity for person_id, capacity in session.execute(rows)}  # noqa: C416 - rows become pairs


def list_like_minded(session: Session, profile: ExpertProfile, most: int) -> Sequence[ExpertProfile]:
    """Return other listed experts who share most of a profile's themes."""
    shared = (
        select(ExpertTheme.person_id, func.count().label("number"))
        .where(ExpertTheme.theme_id.in_([theme.id for theme in profile.themes]))
        .group_by(ExpertTheme.person_id)
        .subquery()
    )
    alike = (
        _listed()
        .join(shared, shared.c.person_id == ExpertProfile.person_id)
        .where(ExpertProfile.person_id != profile.person_id)
        .order_by(shared.c.number.desc(), Person.name, Person.id)
        .limit(most)
    )
    return session.scalars(alike.options(*_whole())).all()


def list_for_index(session: Session, ids: Collection[int] | None) -> Sequence[ExpertProfile]:
    """Return the listed experts among `ids`, or all of them, with all that is found of them."""
    chosen = _listed() if ids is None else _listed().where(ExpertProfile.person_id.in_(ids))
    return session.scalars(chosen.order_by(ExpertProfile.person_id).options(*_whole())).all()


def _listed() -> Select[ExpertProfile]:
    return select(ExpertProfile).join(ExpertProfile.person).where(ExpertProfile.is_listed, Person.is_active)


def _whole() -> tuple[ORMOption, ...]:
    return (
        joinedload(ExpertProfile.person, innerjoin=True),
        joinedload(ExpertProfile.organisation, innerjoin=True),
        selectinload(ExpertProfile.themes),
        selectinload(ExpertProfile.away_periods)
        .joinedload(AwayPeriod.substitute)
        .joinedload(ExpertProfile.person, innerjoin=True),
    )


def _chosen(statement: Select[ExpertProfile], filters: ExpertFilters) -> Select[ExpertProfile]:
    if filters.group:
        statement = statement.where(ExpertProfile.group == filters.group)
    if filters.sector:
        statement = statement.where(ExpertProfile.sector.in_({filters.sector, Sector.BOTH}))
    if filters.theme:
        statement = statement.where(ExpertProfile.themes.any(Theme.slug == filters.theme))
    if filters.available_on:
        day = filters.available_on
        away = ExpertProfile.away_periods.any((AwayPeriod.first_day <= day) & (AwayPeriod.last_day >= day))
        statement = statement.where(
            ~away, ExpertProfile.weekly_capacity > 0, ExpertProfile.person_id.not_in(filters.full)
        )
    return statement
