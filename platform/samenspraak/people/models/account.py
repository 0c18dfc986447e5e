"""People, their roles, and how they prove who they are."""

import datetime as dt
import enum

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from samenspraak.core.db import Model, stored
from samenspraak.people.kinds import Role
from samenspraak.people.models.organisation import Organisation


class Person(Model):
    """Someone with an account. Without a password hash the account still waits to be opened by its invitation link."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    email: Mapped[str] = mapped_column(unique=True)
    password_hash: Mapped[str | None]
    is_active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[dt.datetime]
    assignments: Mapped[list["RoleAssignment"]] = relationship(
        lazy="raise", order_by="RoleAssignment.id", foreign_keys="RoleAssignment.person_id"
    )


class RoleAssignment(Model):
    """A person's role within an organisation. The first one names the organisation shown beside the person."""

    __tablename__ = "role_assignment"
    __table_args__ = (UniqueConstraint("person_id", "organisation_id", "role"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    role: Mapped[Role] = mapped_column(stored(Role))
    admitted_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    """The colleague, no administrator, on whose word they have the role. Until an administrator confirms it, it gives
    them no part in what the organisation reads, does and says; they answer what they themselves were asked."""
    organisation: Mapped[Organisation] = relationship(lazy="raise")


class LoginSession(Model):
    """A signed-in browser. Only the hash of its token is kept; deleting the row ends it everywhere at once."""

    __tablename__ = "login_session"

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    created_at: Mapped[dt.datetime]
    expires_at: Mapped[dt.datetime] = mapped_column(index=True)
    user_agent: Mapped[str] = mapped_column(default="")


class LinkPurpose(enum.StrEnum):
    """What an account link is for."""

    INVITATION = "invitation"
    PASSWORD_RESET = "password_reset"  # noqa: S105 - a purpose, not a secret


class AccountLink(Model):
    """A link sent by mail that lets its holder set a password, once, until it expires. Only its hash is kept."""

    __tablename__ = "account_link"

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    purpose: Mapped[LinkPurpose] = mapped_column(stored(LinkPurpose))
    created_at: Mapped[dt.datetime]
    expires_at: Mapped[dt.datetime]
    used_at: Mapped[dt.datetime | None]


class Attempt(Model):
    """One try at something that may be tried only so often, such as a log-in; `subject` is a hash of who and what."""

    __tablename__ = "attempt"
    __table_args__ = (Index("ix_attempt_subject", "subject", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[str]
    at: Mapped[dt.datetime]
