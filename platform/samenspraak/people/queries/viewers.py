"""Who someone is, from the database."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from samenspraak.core.db import Session
from samenspraak.core.tokens import hash_token
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import LoginSession, Person, RoleAssignment
from samenspraak.people.rules import Viewer


def viewer_of_session(session: Session, token: str, now: dt.datetime) -> Viewer | None:
    """Return who is signed in with a session token; nothing when it ended, expired, or the account was closed."""
    found = session.scalars(
        select(Person)
        .join(LoginSession, LoginSession.person_id == Person.id)
        .where(LoginSession.token_hash == hash_token(token), LoginSession.expires_at > now, Person.is_active)
        .options(joinedload(Person.assignments))
    )
    person = found.unique().one_or_none()
    return viewer_of(person) if person else None


def moderator_ids(session: Session) -> Sequence[int]:
    """Return the moderators with an open account."""
    wanted = (
        select(Person.id)
        .join(RoleAssignment, RoleAssignment.person_id == Person.id)
        .where(Person.is_active, RoleAssignment.role == Role.MODERATOR)
    )
    return session.scalars(wanted.distinct().order_by(Person.id)).all()


def viewer_of(person: Person) -> Viewer:
    """Return a person with loaded role assignments as a viewer."""
    return Viewer(
        person_id=person.id,
        name=person.name,
        roles=frozenset(assignment.role for assignment in person.assignments),
        organisation_ids=frozenset(each.organisation_id for each in person.assignments if each.admitted_by_id is None),
    )
