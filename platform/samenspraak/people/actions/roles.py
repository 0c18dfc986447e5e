"""Roles of people in organisations."""

import dataclasses
import datetime as dt

from sqlalchemy import select

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.audit.rules import Facts
from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict, Invalid, NotFound
from samenspraak.core.events import record
from samenspraak.people.actions.touching import touch_profile
from samenspraak.people.events import RolesChanged
from samenspraak.people.kinds import ExpertGroup, Role, Sector
from samenspraak.people.models.account import Person, RoleAssignment
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.people.models.organisation import Organisation
from samenspraak.people.rules import Viewer

FIRST_CAPACITY = 2
"""Questions a week, until the expert says otherwise."""


@dataclasses.dataclass(frozen=True)
class NewRole:
    """A role to give, and for an expert the group."""

    organisation_id: int
    role: Role
    group: ExpertGroup | None = None
    admitted_by_id: int | None = None
    """The colleague on whose word it is given; None when an administrator gives it."""


def role_facts(role: "NewRole | RoleAssignment") -> Facts:
    """Return what the audit keeps of a role."""
    facts: dict[str, str | int] = {"role": role.role.value, "organisation": role.organisation_id}
    return facts if role.admitted_by_id is None else facts | {"admitted_by": role.admitted_by_id}


def give_role(session: Session, by_id: int | None, person_id: int, new: NewRole, now: dt.datetime) -> None:
    """Give a person a role; one that they have already stays as it is, or is confirmed when an administrator gives it.

    A new expert gets an unlisted profile.
    """
    if enter_role(session, person_id, new, now):
        _record(session, Act.ROLE_GIVEN, by_id, person_id, now, after=role_facts(new))


def enter_role(session: Session, person_id: int, new: NewRole, now: dt.datetime) -> bool:
    """Give a role as `give_role` does, as a part of an act that its caller records; say whether that changed it."""
    if session.get(Organisation, new.organisation_id) is None:
        raise Invalid("organisation", "no-organisation")
    if session.scalar(select(Person.id).where(Person.id == person_id).with_for_update()) is None:
        raise NotFound
    if new.role is Role.EXPERT:
        _give_profile(session, person_id, new, now)
    there = _assignment(session, person_id, new)
    if there is None:
        by = {"admitted_by_id": new.admitted_by_id}
        session.add(RoleAssignment(person_id=person_id, organisation_id=new.organisation_id, role=new.role, **by))
        record(session, RolesChanged(person_id, new.organisation_id))
    session.flush()
    return there is None or (new.admitted_by_id is None and _confirm(session, there))


def confirm_role(session: Session, by_id: int | None, person_id: int, assignment_id: int, now: dt.datetime) -> None:
    """Confirm a role that was given on the word of a colleague; once confirmed it stays so."""
    assignment = session.get(RoleAssignment, assignment_id)
    if assignment is None or assignment.person_id != person_id:
        raise NotFound
    before = role_facts(assignment)
    if _confirm(session, assignment):
        _record(session, Act.ROLE_CONFIRMED, by_id, person_id, now, before=before, after=role_facts(assignment))


def take_role(
    session: Session, viewer: Viewer, person_id: int, assignment_id: int, now: dt.datetime, reason: str = ""
) -> None:
    """Take a role away. Nobody takes their own administration away; who is no expert any more is not listed."""
    assignment = session.get(RoleAssignment, assignment_id)
    if assignment is None or assignment.person_id != person_id:
        raise NotFound
    if assignment.role is Role.ADMINISTRATOR and viewer.person_id == person_id:
        raise Conflict("own-administration")
    session.delete(assignment)
    record(session, RolesChanged(person_id, assignment.organisation_id))
    session.flush()
    if assignment.role is Role.EXPERT and not _is_expert(session, person_id):
        _unlist(session, person_id, now)
    _record(session, Act.ROLE_TAKEN, viewer.person_id, person_id, now, before=role_facts(assignment), reason=reason)


def _record(
    session: Session,
    act: Act,
    by_id: int | None,
    person_id: int,
    now: dt.datetime,
    before: Facts | None = None,
    after: Facts | None = None,
    reason: str = "",
) -> None:
    concerns = person_id
    record_act(
        session,
        act,
        by_id,
        Thing.PERSON,
        person_id,
        now,
        concerns=concerns,
        before=before,
        after=after,
        reason=reason,
    )


def _confirm(session: Session, assignment: RoleAssignment) -> bool:
    if assignment.admitted_by_id is None:
        return False
    assignment.admitted_by_id = None
    session.flush()
    record(session, RolesChanged(assignment.person_id, assignment.organisation_id))
    return True


def _give_profile(session: Session, person_id: int, new: NewRole, now: dt.datetime) -> None:
    if new.group is None:
        raise Invalid("group", "no-group")
    if session.get(ExpertProfile, person_id) is None:
        session.add(
            ExpertProfile(
                person_id=person_id,
                organisation_id=new.organisation_id,
                group=new.group,
                headline="",
                sector=Sector.BOTH,
                weekly_capacity=FIRST_CAPACITY,
                is_listed=False,
                updated_at=now,
            )
        )


def _assignment(session: Session, person_id: int, new: NewRole) -> RoleAssignment | None:
    return session.scalar(
        select(RoleAssignment).where(
            RoleAssignment.person_id == person_id,
            RoleAssignment.organisation_id == new.organisation_id,
            RoleAssignment.role == new.role,
        )
    )


def _is_expert(session: Session, person_id: int) -> bool:
    left = select(RoleAssignment.id).where(RoleAssignment.person_id == person_id, RoleAssignment.role == Role.EXPERT)
    return session.scalar(left.limit(1)) is not None


def _unlist(session: Session, person_id: int, now: dt.datetime) -> None:
    profile = session.get(ExpertProfile, person_id)
    if profile:
        profile.is_listed = False
        touch_profile(session, person_id, now)
