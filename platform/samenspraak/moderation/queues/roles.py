"""People who take part on the word of a colleague, until their role is confirmed."""

import dataclasses
import datetime as dt
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased

from samenspraak.core.db import Session
from samenspraak.core.keyset import Cursor, Key, Part, read_part
from samenspraak.moderation.kinds import QueueName
from samenspraak.moderation.queues.queue import Depth, Queue
from samenspraak.people.models.account import Person, RoleAssignment
from samenspraak.people.models.organisation import Organisation

_ADMITTED_BY = aliased(Person)
_KEYS = (Key(Person.created_at, dt.datetime), Key(RoleAssignment.id, int))


@dataclasses.dataclass(frozen=True)
class AdmittedRow:
    """A role that waits to be confirmed: whose, of which organisation, and on whose word."""

    assignment: RoleAssignment
    person: Person
    organisation: Organisation
    admitted_by: str

    @property
    def item(self) -> str:
        """What the queue knows it by."""
        return str(self.assignment.id)

    @property
    def since(self) -> dt.datetime:
        """Since when the account is there."""
        return self.person.created_at


def _depth(session: Session, _now: dt.datetime) -> Depth:
    return Depth(*session.execute(_waiting(select(func.count(), func.min(Person.created_at)))).one())


def _rows(session: Session, _now: dt.datetime, cursor: Cursor | None, limit: int) -> Part[AdmittedRow]:
    wanted = (
        _waiting(select(RoleAssignment, Person, Organisation, _ADMITTED_BY.name))
        .join(Organisation, Organisation.id == RoleAssignment.organisation_id)
        .join(_ADMITTED_BY, _ADMITTED_BY.id == RoleAssignment.admitted_by_id)
    )
    part = read_part(session, wanted, _KEYS, cursor, limit)
    return part.with_rows([AdmittedRow(*row) for row in part.rows])


def _waiting(wanted: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return (
        wanted.select_from(RoleAssignment)
        .join(Person, Person.id == RoleAssignment.person_id)
        .where(RoleAssignment.admitted_by_id.is_not(None), Person.is_active)
    )


QUEUE = Queue(QueueName.ROLES, _KEYS, _depth, _rows, claimed_as=QueueName.ROLES)
