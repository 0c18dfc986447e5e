"""Reads of people and their accounts."""

import dataclasses
import datetime as dt
from collections.abc import Collection, Sequence

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import selectinload
from sqlalchemy.orm.interfaces import ORMOption

from samenspraak.core.db import Session
from samenspraak.core.errors import NotFound
from samenspraak.core.tokens import hash_token
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import LoginSession, Person, RoleAssignment

HANDLE_LENGTH = 24


@dataclasses.dataclass(frozen=True)
class AccountFilters:
    """Which accounts to list; what is empty does not count."""

    text: str = ""
    role: Role | None = None
    is_active: bool | None = None
    is_unconfirmed: bool = False
    """Whether to list only who has a role on the word of a colleague, that no administrator confirmed yet."""


@dataclasses.dataclass(frozen=True)
class OpenSession:
    """A signed-in browser of someone; `handle` names it without being of use in a cookie."""

    handle: str
    since: dt.datetime
    user_agent: str
    is_this: bool


def find_person(session: Session, person_id: int | None) -> Person:
    """Return a person with assignments and their organisations."""
    person = session.scalar(select(Person).where(Person.id == person_id).options(*_with_organisations()))
    if person is None:
        raise NotFound
    return person


def list_accounts(session: Session, filters: AccountFilters, offset: int, most: int) -> tuple[Sequence[Person], int]:
    """Return one page of the accounts by name, with assignments and organisations, and how many there are."""
    chosen = _chosen(select(Person), filters)
    total = session.scalar(select(func.count()).select_from(chosen.subquery())) or 0
    page = chosen.order_by(func.lower(Person.name), Person.id).offset(offset).limit(most)
    return session.scalars(page.options(*_with_organisations())).all(), total


def names_of(session: Session, person_ids: Collection[int]) -> dict[int, str]:
    """Return how some people are called, by id."""
    names = select(Person.id, Person.name).where(Person.id.in_(person_ids))
    return {row.id: row.name for row in session.execute(names)}


def people_named(session: Session, text: str, most: int) -> Sequence[int]:
    """Return who has a text in their name, at most so many."""
    named = select(Person.id).where(Person.name.icontains(text, autoescape=True))
    return session.scalars(named.order_by(Person.id).limit(most)).all()


def list_sessions(session: Session, person_id: int | None, token: str, now: dt.datetime) -> list[OpenSession]:
    """Return where someone is signed in, newest first; `token` is the one who looks."""
    rows = session.scalars(
        select(LoginSession)
        .where(LoginSession.person_id == person_id, LoginSession.expires_at > now)
        .order_by(LoginSession.created_at.desc(), LoginSession.token_hash)
    )
    this = hash_token(token)
    return [
        OpenSession(row.token_hash[:HANDLE_LENGTH], row.created_at, row.user_agent, row.token_hash == this)
        for row in rows
    ]


def count_unconfirmed_roles(session: Session) -> int:
    """Return how many people have a role on the word of a colleague, that no administrator confirmed yet."""
    return session.scalar(_chosen(select(func.count(Person.id)), AccountFilters(is_unconfirmed=True))) or 0


def _with_organisations() -> tuple[ORMOption, ...]:
    return (selectinload(Person.assignments).selectinload(RoleAssignment.organisation),)


def _chosen(statement: Select[Person], filters: AccountFilters) -> Select[Person]:
    if filters.text:
        statement = statement.where(
            or_(
                Person.name.icontains(filters.text, autoescape=True),
                Person.email.icontains(filters.text, autoescape=True),
            )
        )
    if filters.role:
        statement = statement.where(Person.assignments.any(RoleAssignment.role == filters.role))
    if filters.is_active is not None:
        statement = statement.where(Person.is_active == filters.is_active)
    if filters.is_unconfirmed:
        statement = statement.where(Person.assignments.any(RoleAssignment.admitted_by_id.is_not(None)))
    return statement
