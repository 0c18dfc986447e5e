"""Makes organisations, people and experts for tests. What a test does not name is made up, the same each run."""

import datetime as dt
import itertools
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.people.kinds import ExpertGroup, OrganisationKind, Role, Sector
from samenspraak.people.models.account import Person, RoleAssignment
from samenspraak.people.models.expert import ExpertProfile, ThemeSpokesperson
from samenspraak.people.models.organisation import Organisation
from samenspraak.people.queries.viewers import viewer_of
from samenspraak.people.rules import Viewer
from samenspraak.themes.models import Theme
from tests.support.site import NOON

_numbers = itertools.count(1)


def make_organisation(session: Session, **values: Any) -> Organisation:
    """Make an organisation: a partnership in primary education unless told otherwise."""
    number = next(_numbers)
    given = {"kind": OrganisationKind.PARTNERSHIP, "name": f"Organisatie {number}", "sector": Sector.PRIMARY} | values
    organisation = Organisation(**given)
    session.add(organisation)
    session.flush()
    return organisation


def make_person(
    session: Session, *roles: Role, organisation: Organisation | None = None, name: str = "", email: str = ""
) -> Person:
    """Make a person with roles, a member by default, in one organisation."""
    number = next(_numbers)
    organisation = organisation or make_organisation(session)
    person = Person(
        name=name or f"Persoon {number}",
        email=email or f"persoon{number}@voorbeeld.test",
        password_hash=None,
        is_active=True,
        created_at=NOON - dt.timedelta(days=90),
        assignments=[
            RoleAssignment(organisation_id=organisation.id, organisation=organisation, role=role)
            for role in roles or (Role.MEMBER,)
        ],
    )
    session.add(person)
    session.flush()
    return person


def make_expert(
    session: Session,
    *,
    organisation: Organisation | None = None,
    name: str = "",
    themes: Sequence[Theme] = (),
    **values: Any,
) -> Person:
    """Make an expert with a profile: of a sector council, with room for four questions a week."""
    organisation = organisation or make_organisation(session, kind=OrganisationKind.SECTOR_COUNCIL)
    person = make_person(session, Role.EXPERT, organisation=organisation, name=name)
    given = {
        "group": ExpertGroup.SECTOR_COUNCIL,
        "headline": "Adviseur",
        "expertise": "Kent de zorgplicht.",
        "sector": Sector.BOTH,
        "weekly_capacity": 4,
        "updated_at": NOON,
    } | values
    session.add(
        ExpertProfile(
            person_id=person.id,
            person=person,
            organisation_id=organisation.id,
            organisation=organisation,
            themes=list(themes),
            away_periods=[],
            **given,
        )
    )
    session.flush()
    return person


def make_theme(session: Session, slug: str = "", label: str = "") -> Theme:
    """Make a theme."""
    number = next(_numbers)
    theme = Theme(slug=slug or f"thema-{number}", label=label or f"Thema {number}", synonyms=[])
    session.add(theme)
    session.flush()
    return theme


def make_spokesperson(session: Session, person: Person, *themes: Theme) -> None:
    """Have OCW name someone for themes."""
    session.add_all(
        ThemeSpokesperson(theme_id=theme.id, person_id=person.id, named_by_id=person.id, named_at=NOON)
        for theme in themes
    )
    session.flush()


def viewer(person: Person) -> Viewer:
    """Return a person that was just made as a viewer."""
    return viewer_of(person)


def organisation_of(session: Session, person: Person) -> Organisation:
    """Return the organisation of someone's first role, also after a commit."""
    return session.scalars(
        select(Organisation)
        .join(RoleAssignment, RoleAssignment.organisation_id == Organisation.id)
        .where(RoleAssignment.person_id == person.id)
        .order_by(RoleAssignment.id)
        .limit(1)
    ).one()
