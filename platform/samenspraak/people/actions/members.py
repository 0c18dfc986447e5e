"""Keeping who takes part in a partnership."""

import datetime as dt

from sqlalchemy import func, select

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid, NotAllowed
from samenspraak.people.actions.experiences import coordinates
from samenspraak.people.actions.organisations import OrganisationDraft, enter_organisation
from samenspraak.people.kinds import OrganisationKind
from samenspraak.people.models.organisation import Organisation, PartnershipMember
from samenspraak.people.queries.members import MEMBER_KINDS, find_with_members, is_member, keeps_members
from samenspraak.people.rules import Viewer

MOST_MEMBERS = 200


def add_member(
    session: Session, viewer: Viewer, partnership_id: int, name: str, kind: OrganisationKind, now: dt.datetime
) -> Organisation:
    """Let an organisation take part in a partnership; one that is not known by this name yet is added.

    Harmless for who takes part already. Raises `NotFound`, `NotAllowed`, or `Invalid` for "name" and "kind".
    """
    partnership = find_with_members(session, partnership_id)
    if not keeps_members(session, viewer, partnership_id):
        raise NotAllowed
    if not name:
        raise Invalid("name", "member-unnamed")
    if kind not in MEMBER_KINDS:
        raise Invalid("kind", "member-kind")
    _check_room(session, partnership_id)
    draft = OrganisationDraft(kind, name, sector=partnership.sector, province=partnership.province)
    member = _named(session, name, kind) or enter_organisation(session, draft)
    if not is_member(session, partnership_id, member.id):
        session.add(PartnershipMember(partnership_id=partnership_id, organisation_id=member.id))
        session.flush()
        _record(session, Act.MEMBER_ADDED, viewer, (partnership_id, member.id), now)
    return member


def remove_member(
    session: Session, viewer: Viewer, partnership_id: int, organisation_id: int, now: dt.datetime
) -> None:
    """Take an organisation out of a partnership; what was asked on its behalf keeps its name. Harmless when repeated.

    Raises `NotFound` and `NotAllowed`.
    """
    find_with_members(session, partnership_id)
    if not keeps_members(session, viewer, partnership_id):
        raise NotAllowed
    row = session.get(PartnershipMember, (partnership_id, organisation_id))
    if row is not None:
        session.delete(row)
        session.flush()
        _record(session, Act.MEMBER_REMOVED, viewer, (partnership_id, organisation_id), now)


def _record(session: Session, act: Act, viewer: Viewer, both: tuple[int, int], now: dt.datetime) -> None:
    """Keep what an administrator does for a partnership; what it does itself is its own affair."""
    partnership_id, member_id = both
    if not coordinates(session, viewer, partnership_id):
        after = {"member": member_id}
        record_act(session, act, viewer.person_id, Thing.ORGANISATION, partnership_id, now, after=after)


def _named(session: Session, name: str, kind: OrganisationKind) -> Organisation | None:
    return session.scalar(
        select(Organisation)
        .where(func.lower(Organisation.name) == name.lower(), Organisation.kind == kind)
        .order_by(Organisation.id)
        .limit(1)
    )


def _check_room(session: Session, partnership_id: int) -> None:
    number = select(func.count()).where(PartnershipMember.partnership_id == partnership_id)
    if (session.scalar(number) or 0) >= MOST_MEMBERS:
        raise Invalid("name", "too-many-members")
