"""The people of the demonstration, with their accounts, roles and profiles."""

import dataclasses
import datetime as dt
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from samenspraak.core.db import Session
from samenspraak.demonstration.content_files import experts, values
from samenspraak.demonstration.logins import COMMON_PASSWORD, LOGINS, address_of
from samenspraak.people.actions.roles import NewRole, enter_role
from samenspraak.people.kinds import ExpertGroup, Role
from samenspraak.people.models.account import Person
from samenspraak.people.passwords import hash_password
from samenspraak.people.queries.viewers import viewer_of
from samenspraak.people.rules import Viewer

_GROUPS = {"sectorraad": ExpertGroup.SECTOR_COUNCIL, "ministerie": ExpertGroup.MINISTRY}


@dataclasses.dataclass(frozen=True)
class Player:
    """Someone who acts, and the organisation they are shown with."""

    viewer: Viewer
    organisation_id: int

    @property
    def person_id(self) -> int:
        """The person's id."""
        return self.viewer.person_id or 0


def admit_people(session: Session, organisations: Mapping[str, int], since: dt.datetime) -> dict[str, Player]:
    """Give everyone an account and roles; return them by name, and experts by their key too."""
    hashes = {login.name: hash_password(login.password) for login in LOGINS}
    common = hash_password(COMMON_PASSWORD)
    mains: dict[str, tuple[int, int]] = {}
    for key, name, role in _everyone(organisations):
        person = Person(
            name=name, email=address_of(name), password_hash=hashes.get(name, common), created_at=since, assignments=[]
        )
        session.add(person)
        session.flush()
        mains[name] = mains[key] = (person.id, role.organisation_id)
        enter_role(session, person.id, role, since)
    for key, further in values("availability")["also"].items():
        for organisation, role in further:
            enter_role(session, mains[key][0], NewRole(organisations[organisation], Role(role)), since)
    viewers = _viewers(session)
    return {key: Player(viewers[person_id], organisation_id) for key, (person_id, organisation_id) in mains.items()}


def _everyone(organisations: Mapping[str, int]) -> list[tuple[str, str, NewRole]]:
    others = [
        (each["name"], each["name"], NewRole(organisations[each["organisation"]], Role(each["role"])))
        for each in values("people")
    ]
    return others + [
        (
            each.key,
            each.name,
            NewRole(organisations[each.organisation], Role.EXPERT, _GROUPS.get(each.side, ExpertGroup.INDEPENDENT)),
        )
        for each in experts()
    ]


def _viewers(session: Session) -> dict[int, Viewer]:
    session.expire_all()
    people = session.scalars(select(Person).options(selectinload(Person.assignments)))
    return {person.id: viewer_of(person) for person in people}
