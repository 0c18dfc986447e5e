"""Reads of partnerships as others see them: who they are, and who speaks for them."""

import dataclasses
import json
from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, Select, String, case, cast, exists, func, or_, select

from samenspraak.core.db import Session
from samenspraak.core.errors import NotFound
from samenspraak.core.keyset import Cursor, Key, Part, read_part
from samenspraak.people.kinds import OrganisationKind, Role, Sector
from samenspraak.people.models.account import Person, RoleAssignment
from samenspraak.people.models.organisation import Experience, Organisation
from samenspraak.people.partnership_codes import normal_code
from samenspraak.people.rules import Viewer
from samenspraak.themes.models import Theme

_PARTNERSHIP = Organisation.kind == OrganisationKind.PARTNERSHIP
_EXPERIENCES = select(func.count(Experience.id)).where(Experience.organisation_id == Organisation.id).scalar_subquery()

MOST_WORKED_OUT_FIRST: tuple[Key, ...] = (
    Key(_EXPERIENCES, int, descending=True),
    Key(case((Organisation.code.is_(None), 1), else_=0), int),
    Key(func.coalesce(Organisation.code, ""), str),
    Key(Organisation.name, str),
    Key(Organisation.id, int),
)


@dataclasses.dataclass(frozen=True)
class PartnershipFilters:
    """Which partnerships to list; what is empty does not count. `theme` is one of what they worked out, by slug."""

    text: str = ""
    sector: Sector | None = None
    province: str = ""
    theme: str = ""
    only_with_experience: bool = False


@dataclasses.dataclass(frozen=True)
class PartnershipRow:
    """A partnership in a list, and how much it says that it worked out."""

    organisation: Organisation
    experiences: int


def find_partnership(session: Session, organisation_id: int) -> Organisation:
    """Return a partnership that takes part."""
    wanted = select(Organisation).where(Organisation.id == organisation_id, _PARTNERSHIP, Organisation.is_active)
    found = session.scalar(wanted)
    if found is None:
        raise NotFound
    return found


def part_of_partnerships(
    session: Session, filters: PartnershipFilters, cursor: Cursor | None, most: int
) -> Part[PartnershipRow]:
    """Return a part of the partnerships, in the order of `MOST_WORKED_OUT_FIRST`."""
    wanted = _chosen(_listed(), filters).add_columns(_EXPERIENCES)
    part = read_part(session, wanted, MOST_WORKED_OUT_FIRST, cursor, most)
    return part.with_rows([PartnershipRow(*row) for row in part.rows])


def count_partnerships(session: Session, filters: PartnershipFilters) -> int:
    """Return how many partnerships are wanted."""
    return session.scalar(select(func.count()).select_from(_chosen(_listed(), filters).subquery())) or 0


def list_partnership_provinces(session: Session) -> Sequence[str]:
    """Return the provinces in which a partnership is."""
    provinces = select(Organisation.province).where(_PARTNERSHIP, Organisation.is_active, Organisation.province != "")
    return session.scalars(provinces.distinct().order_by(Organisation.province)).all()


def list_active_partnerships(session: Session) -> Sequence[Organisation]:
    """Return all partnerships that take part, by code."""
    wanted = select(Organisation).where(_PARTNERSHIP, Organisation.is_active)
    return session.scalars(wanted.order_by(Organisation.code.is_(None), Organisation.code, Organisation.name)).all()


def coordinators_of(session: Session, organisation_ids: Collection[int]) -> dict[int, list[Person]]:
    """Return who coordinates some organisations, by organisation, those with an open account only."""
    rows = session.execute(
        select(RoleAssignment.organisation_id, Person)
        .join(Person, Person.id == RoleAssignment.person_id)
        .where(
            RoleAssignment.organisation_id.in_(organisation_ids),
            RoleAssignment.role == Role.COORDINATOR,
            Person.is_active,
        )
        .order_by(Person.id)
    )
    found: dict[int, list[Person]] = {each: [] for each in organisation_ids}
    for organisation_id, person in rows:
        found[organisation_id].append(person)
    return found


def coordinated_by(session: Session, viewer: Viewer) -> Sequence[Organisation]:
    """Return the partnerships that someone coordinates, the one that they are shown with first."""
    if viewer.person_id is None:
        return ()
    return session.scalars(
        select(Organisation)
        .join(RoleAssignment, RoleAssignment.organisation_id == Organisation.id)
        .where(
            RoleAssignment.person_id == viewer.person_id,
            RoleAssignment.role == Role.COORDINATOR,
            _PARTNERSHIP,
            Organisation.is_active,
        )
        .order_by(RoleAssignment.id)
    ).all()


def _listed() -> Select[Organisation]:
    return select(Organisation).where(_PARTNERSHIP, Organisation.is_active)


def _chosen(statement: Select[Organisation], filters: PartnershipFilters) -> Select[Organisation]:
    if filters.text:
        statement = statement.where(_is_called(filters.text))
    if filters.sector:
        statement = statement.where(Organisation.sector.in_({filters.sector, Sector.BOTH}))
    if filters.province:
        statement = statement.where(Organisation.province == filters.province)
    worked_out = exists().where(Experience.organisation_id == Organisation.id)
    if filters.theme:
        return statement.where(worked_out.where(Experience.themes.any(Theme.slug == filters.theme)))
    return statement.where(worked_out) if filters.only_with_experience else statement


def _is_called(text: str) -> ColumnElement[bool]:
    """Match a name, a code or a municipality; JSON writes letters with an accent as an escape."""
    conditions = [
        Organisation.name.icontains(text, autoescape=True),
        cast(Organisation.municipalities, String).icontains(json.dumps(text)[1:-1], autoescape=True),
    ]
    if code := normal_code(text):
        conditions.append(Organisation.code.icontains(code, autoescape=True))
    return or_(*conditions)
