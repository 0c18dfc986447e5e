"""Accounts: inviting people, closing and reopening. What only administrators may do is guarded at the page's door."""

import dataclasses
import datetime as dt

from sqlalchemy import select

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.audit.rules import Facts
from samenspraak.core.db import Session, unless_taken
from samenspraak.core.errors import Conflict, Invalid, NotFound
from samenspraak.people.actions.links import make_link, use_up_links
from samenspraak.people.actions.roles import NewRole, enter_role, role_facts
from samenspraak.people.actions.sessions import end_sessions_of
from samenspraak.people.actions.touching import touch_profile
from samenspraak.people.addresses import is_address, same_address
from samenspraak.people.kinds import ExpertGroup, Role
from samenspraak.people.models.account import LinkPurpose, Person
from samenspraak.people.rules import Viewer


@dataclasses.dataclass(frozen=True)
class NewAccount:
    """Who is invited, as what, and on whose word when no administrator does. An expert has a group as well."""

    name: str
    email: str
    organisation_id: int
    role: Role
    group: ExpertGroup | None = None
    admitted_by_id: int | None = None


def invite_person(session: Session, by_id: int | None, invitation: NewAccount, now: dt.datetime) -> Person:
    """Make an account that its owner opens with a link by mail; refuse (`Invalid`) an address that has one."""
    email = same_address(invitation.email)
    if not is_address(email):
        raise Invalid("email", "no-address")
    if session.scalar(select(Person.id).where(Person.email == email)):
        raise Invalid("email", "address-taken")
    person = Person(name=invitation.name, email=email, password_hash=None, created_at=now, assignments=[])
    with unless_taken(session, Invalid("email", "address-taken")):
        session.add(person)
    role = NewRole(invitation.organisation_id, invitation.role, invitation.group, invitation.admitted_by_id)
    enter_role(session, person.id, role, now)
    make_link(session, person, LinkPurpose.INVITATION, now)
    _record(session, Act.PERSON_INVITED, by_id, person.id, now, after=role_facts(role))
    return person


def send_link_again(session: Session, by_id: int | None, person_id: int, now: dt.datetime) -> Person:
    """Send a new link to open the account, or to set a new password when it was opened before."""
    person = _find(session, person_id)
    if not person.is_active:
        raise Conflict("account-closed")
    purpose = LinkPurpose.PASSWORD_RESET if person.password_hash else LinkPurpose.INVITATION
    make_link(session, person, purpose, now)
    _record(session, Act.LINK_SENT, by_id, person_id, now, after={"purpose": purpose.value})
    return person


def rename_person(session: Session, by_id: int | None, person_id: int, name: str, email: str, now: dt.datetime) -> None:
    """Change the name and the address of a person; refuse (`Invalid`) an address of someone else.

    Links that went to the earlier address stop working; an account that was not opened yet gets a new one.
    """
    person, email = _find(session, person_id), same_address(email)
    if not is_address(email):
        raise Invalid("email", "no-address")
    if session.scalar(select(Person.id).where(Person.email == email, Person.id != person_id)):
        raise Invalid("email", "address-taken")
    moves = email != person.email
    changed = [field for field, differs in (("name", name != person.name), ("email", moves)) if differs]
    with unless_taken(session, Invalid("email", "address-taken")):
        person.name, person.email = name, email
    if moves and person.password_hash is None and person.is_active:
        make_link(session, person, LinkPurpose.INVITATION, now)
    elif moves:
        use_up_links(session, person_id, now)
    touch_profile(session, person_id, now)
    if changed:
        _record(session, Act.PERSON_CHANGED, by_id, person_id, now, after={"changed": changed})


def close_account(session: Session, viewer: Viewer, person_id: int, reason: str, now: dt.datetime) -> None:
    """Close an account and end its sessions at once; nobody closes their own. The owner can read why (`Invalid`)."""
    if viewer.person_id == person_id:
        raise Conflict("own-account")
    if not reason.strip():
        raise Invalid("reason", "reason-missing")
    person = _find(session, person_id)
    end_sessions_of(session, person_id)
    if person.is_active:
        person.is_active = False
        touch_profile(session, person_id, now)
        about = Thing.PERSON, person_id
        record_act(session, Act.ACCOUNT_CLOSED, viewer.person_id, *about, now, concerns=person_id, reason=reason)


def reopen_account(session: Session, by_id: int | None, person_id: int, now: dt.datetime) -> None:
    """Let someone in again, with the password they had."""
    person = _find(session, person_id)
    if not person.is_active:
        person.is_active = True
        touch_profile(session, person_id, now)
        _record(session, Act.ACCOUNT_REOPENED, by_id, person_id, now)


def _record(
    session: Session, act: Act, by_id: int | None, person_id: int, now: dt.datetime, after: Facts | None = None
) -> None:
    record_act(session, act, by_id, Thing.PERSON, person_id, now, concerns=person_id, after=after)


def _find(session: Session, person_id: int) -> Person:
    person = session.get(Person, person_id)
    if person is None:
        raise NotFound
    return person
