"""Whom OCW named to state the position of the ministry, and on which themes."""

from collections.abc import Collection, Sequence

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import joinedload

from samenspraak.core.db import Session
from samenspraak.people.kinds import OrganisationKind
from samenspraak.people.models.account import Person, RoleAssignment
from samenspraak.people.models.expert import ThemeSpokesperson
from samenspraak.people.models.organisation import Organisation


def is_spokesperson(session: Session, person_id: int, theme_ids: Collection[int]) -> bool:
    """Say whether someone was named for one of these themes."""
    named = exists().where(ThemeSpokesperson.person_id == person_id, ThemeSpokesperson.theme_id.in_(theme_ids))
    return bool(session.scalar(select(named)))


def spokespeople_of(session: Session, theme_ids: Collection[int]) -> Sequence[Person]:
    """Return who was named for one of these themes and still has a seat at the ministry, in order of their names."""
    named = select(ThemeSpokesperson.person_id).where(ThemeSpokesperson.theme_id.in_(theme_ids))
    return session.scalars(people_of_ministry().where(Person.id.in_(named))).all()


def list_named(session: Session) -> Sequence[ThemeSpokesperson]:
    """Return everyone who was named, with who they are and who named them, in order of their names."""
    wanted = select(ThemeSpokesperson).join(Person, Person.id == ThemeSpokesperson.person_id)
    whole = wanted.options(joinedload(ThemeSpokesperson.person), joinedload(ThemeSpokesperson.named_by))
    return session.scalars(whole.order_by(Person.name, Person.id)).all()


def people_of_ministry() -> Select[Person]:
    """Return the statement for everyone with an open account and a seat at the ministry, in order of their names."""
    seated = (
        select(RoleAssignment.person_id)
        .join(Organisation, Organisation.id == RoleAssignment.organisation_id)
        .where(Organisation.kind == OrganisationKind.MINISTRY)
    )
    return select(Person).where(Person.is_active, Person.id.in_(seated)).order_by(Person.name, Person.id)
