"""Keeping desks: which sector councils have one, whether it is open, and what it agreed. Administrators, moderators."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, select

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.audit.rules import Facts
from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid, NotAllowed, NotFound
from samenspraak.people.kinds import OrganisationKind
from samenspraak.people.models.account import Person, RoleAssignment
from samenspraak.people.models.organisation import Organisation
from samenspraak.people.rules import Viewer
from samenspraak.routing.desks.rules import AT_DESK, LONGEST_AGREEMENT, SHORTEST_AGREEMENT, may_keep_agreement
from samenspraak.routing.kinds import Pace
from samenspraak.routing.models.desk import Desk
from samenspraak.routing.models.route import ThemePace
from samenspraak.themes.models import Theme


@dataclass(frozen=True, slots=True)
class KeptDesk:
    """A sector council with its desk, if it has one, and how many people work there.

    How many questions wait is not told here: administrators may not know of questions that few may read.
    """

    organisation: Organisation
    desk: Desk | None
    colleagues: int


def list_desks(session: Session) -> Sequence[KeptDesk]:
    """Return all sector councils that people can belong to, by name, each with its desk."""
    colleagues = (
        select(func.count(RoleAssignment.person_id.distinct()))
        .join(Person, Person.id == RoleAssignment.person_id)
        .where(
            RoleAssignment.organisation_id == Organisation.id,
            RoleAssignment.role.in_(AT_DESK),
            RoleAssignment.admitted_by_id.is_(None),
            Person.is_active,
        )
        .scalar_subquery()
    )
    rows = session.execute(
        select(Organisation, Desk, colleagues)
        .outerjoin(Desk, Desk.organisation_id == Organisation.id)
        .where(Organisation.kind == OrganisationKind.SECTOR_COUNCIL, Organisation.is_active)
        .order_by(Organisation.name, Organisation.id)
    )
    return [KeptDesk(*row) for row in rows]


def find_kept_desk(session: Session, organisation_id: int) -> KeptDesk:
    """Return a sector council with its desk; `NotFound` for what is no sector council."""
    found = (each for each in list_desks(session) if each.organisation.id == organisation_id)
    kept = next(found, None)
    if kept is None:
        raise NotFound
    return kept


def keep_desk(
    session: Session, viewer: Viewer, organisation_id: int, now: dt.datetime, *, is_open: bool, working_days: int
) -> Desk:
    """Open or close a sector council's desk, and set within how many working days it responds.

    A desk that closes takes nothing in any more; what it has in hand stays with it, with the deadline it has.
    """
    if not may_keep_agreement(viewer):
        raise NotAllowed
    if not SHORTEST_AGREEMENT <= working_days <= LONGEST_AGREEMENT:
        raise Invalid("working_days", "agreement-out-of-bounds")
    kept = find_kept_desk(session, organisation_id)
    before = _facts(kept.desk) if kept.desk else None
    desk = kept.desk or Desk(organisation_id=organisation_id)
    desk.is_open, desk.working_days_to_respond = is_open, working_days
    session.add(desk)
    session.flush()
    after = _facts(desk)
    if before != after:
        changed, by_id = Act.DESK_CHANGED, viewer.person_id
        record_act(session, changed, by_id, Thing.DESK, organisation_id, now, before=before, after=after)
    return desk


def _facts(desk: Desk) -> Facts:
    return {"is_open": desk.is_open, "working_days": desk.working_days_to_respond}


def themes_at_once(session: Session) -> set[int]:
    """Return the themes for which Samenspraak invites several experts at once."""
    wanted = select(ThemePace.theme_id).where(ThemePace.pace == Pace.SEVERAL_AT_ONCE)
    return set(session.scalars(wanted))


def keep_themes_at_once(session: Session, viewer: Viewer, theme_ids: Collection[int], now: dt.datetime) -> None:
    """Have Samenspraak invite several experts at once for these themes, and one after another for all others."""
    if not viewer.is_administrator:
        raise NotAllowed
    known = set(session.scalars(select(Theme.id)))
    if not known.issuperset(theme_ids):
        raise Invalid("themes", "theme-unknown")
    before, after = themes_at_once(session), set(theme_ids)
    session.execute(delete(ThemePace))
    session.add_all(ThemePace(theme_id=each, pace=Pace.SEVERAL_AT_ONCE) for each in sorted(after))
    session.flush()
    if before != after:
        was, becomes = {"themes": sorted(before)}, {"themes": sorted(after)}
        record_act(session, Act.PACE_CHANGED, viewer.person_id, Thing.SITE, 0, now, before=was, after=becomes)
