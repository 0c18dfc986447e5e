"""Who takes part in a partnership, so that it may ask on their behalf."""

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, Select, exists, func, select

from samenspraak.core.db import Session
from samenspraak.core.errors import NotFound
from samenspraak.people.kinds import OrganisationKind, Role
from samenspraak.people.models.account import RoleAssignment
from samenspraak.people.models.organisation import Organisation, PartnershipMember
from samenspraak.people.rules import Viewer

MEMBER_KINDS = (
    OrganisationKind.SCHOOL_BOARD,
    OrganisationKind.CLUSTER_INSTITUTION,
    OrganisationKind.MUNICIPALITY,
    OrganisationKind.YOUTH_CARE,
    OrganisationKind.PARENT_ORGANISATION,
)
"""What takes part in a partnership. Others (a council, the ministry) ask nothing through one."""


def members_of(session: Session, partnership_id: int) -> Sequence[Organisation]:
    """Return who takes part in a partnership, by name."""
    return session.scalars(_in_order(PartnershipMember.partnership_id == partnership_id)).all()


def members_by_partnership(session: Session, partnership_ids: Collection[int]) -> dict[int, list[Organisation]]:
    """Return who takes part in each of some partnerships, by name; those without members have an empty list."""
    found: dict[int, list[Organisation]] = {each: [] for each in partnership_ids}
    rows = _in_order(PartnershipMember.partnership_id.in_(partnership_ids)).add_columns(
        PartnershipMember.partnership_id
    )
    for organisation, partnership_id in session.execute(rows):
        found[partnership_id].append(organisation)
    return found


def find_with_members(session: Session, partnership_id: int) -> Organisation:
    """Return a partnership; `NotFound` for any other organisation: only partnerships have members."""
    found = session.get(Organisation, partnership_id)
    if found is None or found.kind is not OrganisationKind.PARTNERSHIP:
        raise NotFound
    return found


def is_member(session: Session, partnership_id: int, organisation_id: int) -> bool:
    """Say whether an organisation takes part in a partnership."""
    row = exists().where(
        PartnershipMember.partnership_id == partnership_id, PartnershipMember.organisation_id == organisation_id
    )
    return bool(session.scalar(select(row)))


def list_member_names(session: Session) -> Sequence[str]:
    """Return the names of organisations that could take part in a partnership, to choose from while typing."""
    names = select(Organisation.name).where(Organisation.kind.in_(MEMBER_KINDS), Organisation.is_active)
    return session.scalars(names.where(Organisation.name != "").distinct().order_by(Organisation.name)).all()


def keeps_members(session: Session, viewer: Viewer, partnership_id: int) -> bool:
    """Say whether someone keeps the members of a partnership: who coordinates it, and administrators."""
    if viewer.is_administrator:
        return True
    seat = exists().where(
        RoleAssignment.person_id == viewer.person_id,
        RoleAssignment.organisation_id == partnership_id,
        RoleAssignment.role == Role.COORDINATOR,
    )
    return viewer.person_id is not None and bool(session.scalar(select(seat)))


def _in_order(condition: ColumnElement[bool]) -> Select[Organisation]:
    return (
        select(Organisation)
        .join(PartnershipMember, PartnershipMember.organisation_id == Organisation.id)
        .where(condition)
        .order_by(func.lower(Organisation.name), Organisation.id)
    )
