"""Reads of organisations."""

import dataclasses
from collections.abc import Collection, Sequence

from sqlalchemy import Select, func, or_, select

from samenspraak.core.db import Session
from samenspraak.core.errors import NotFound
from samenspraak.people.kinds import OrganisationKind, Sector
from samenspraak.people.models.organisation import Organisation


@dataclasses.dataclass(frozen=True)
class OrganisationFilters:
    """Which organisations to list; what is empty does not count."""

    text: str = ""
    kind: OrganisationKind | None = None
    sector: Sector | None = None
    province: str = ""


def find_organisation(session: Session, organisation_id: int) -> Organisation:
    """Return one organisation."""
    organisation = session.get(Organisation, organisation_id)
    if organisation is None:
        raise NotFound
    return organisation


def list_organisations(
    session: Session, filters: OrganisationFilters, offset: int, most: int
) -> tuple[Sequence[Organisation], int]:
    """Return one page of the organisations, partnerships by code and the others by name, and how many there are."""
    chosen = _chosen(select(Organisation), filters)
    total = session.scalar(select(func.count()).select_from(chosen.subquery())) or 0
    return session.scalars(_in_order(chosen).offset(offset).limit(most)).all(), total


def titles_of(session: Session, organisation_ids: Collection[int]) -> list[str]:
    """Return how some organisations are called, in alphabetical order."""
    return sorted(
        each.title for each in session.scalars(select(Organisation).where(Organisation.id.in_(organisation_ids)))
    )


def titles_by_id(session: Session, organisation_ids: Collection[int]) -> dict[int, str]:
    """Return how some organisations are called, by id."""
    wanted = select(Organisation).where(Organisation.id.in_(organisation_ids))
    return {each.id: each.title for each in session.scalars(wanted)}


def list_active_organisations(session: Session) -> Sequence[Organisation]:
    """Return all organisations that people can belong to, in the order of the list."""
    return session.scalars(_in_order(select(Organisation).where(Organisation.is_active))).all()


def list_provinces(session: Session) -> Sequence[str]:
    """Return the provinces that occur."""
    return session.scalars(
        select(Organisation.province).where(Organisation.province != "").distinct().order_by(Organisation.province)
    ).all()


def _in_order(statement: Select[Organisation]) -> Select[Organisation]:
    return statement.order_by(
        Organisation.code.is_(None), Organisation.code, func.lower(Organisation.name), Organisation.id
    )


def _chosen(statement: Select[Organisation], filters: OrganisationFilters) -> Select[Organisation]:
    if filters.text:
        code = filters.text.replace(" ", "").replace("-", "")
        statement = statement.where(
            or_(
                Organisation.name.icontains(filters.text, autoescape=True),
                Organisation.code.icontains(code, autoescape=True),
            )
        )
    if filters.kind:
        statement = statement.where(Organisation.kind == filters.kind)
    if filters.sector:
        statement = statement.where(Organisation.sector == filters.sector)
    if filters.province:
        statement = statement.where(Organisation.province == filters.province)
    return statement
