"""Naming who states the position of the ministry on a theme, on behalf of OCW."""

import datetime as dt

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid, NotAllowed, NotFound
from samenspraak.people.models.account import Person
from samenspraak.people.models.expert import ThemeSpokesperson
from samenspraak.people.queries.spokespeople import people_of_ministry
from samenspraak.people.rules import Viewer, may_name_spokespeople
from samenspraak.themes.models import Theme


def name_spokesperson(session: Session, viewer: Viewer, theme_id: int, person_id: int, now: dt.datetime) -> Person:
    """Name someone of the ministry for a theme; who was named already stays so, as it was.

    Raises `Invalid` for "person" when they have no seat at the ministry.
    """
    _check_may_name(viewer)
    if session.get(Theme, theme_id) is None:
        raise NotFound
    person = session.scalar(people_of_ministry().where(Person.id == person_id))
    if person is None:
        raise Invalid("person", "not-of-ministry")
    if session.get(ThemeSpokesperson, (theme_id, person_id)) is None:
        session.add(
            ThemeSpokesperson(theme_id=theme_id, person_id=person_id, named_by_id=viewer.person_id, named_at=now)
        )
        session.flush()
        _record(session, Act.SPOKESPERSON_NAMED, viewer, theme_id, person_id, now)
    return person


def unname_spokesperson(session: Session, viewer: Viewer, theme_id: int, person_id: int, now: dt.datetime) -> None:
    """Take back that someone was named; what they said while they were stays the position of the ministry."""
    _check_may_name(viewer)
    named = session.get(ThemeSpokesperson, (theme_id, person_id))
    if named is not None:
        session.delete(named)
        session.flush()
        _record(session, Act.SPOKESPERSON_UNNAMED, viewer, theme_id, person_id, now)


def _record(session: Session, act: Act, viewer: Viewer, theme_id: int, person_id: int, now: dt.datetime) -> None:
    record_act(session, act, viewer.person_id, Thing.THEME, theme_id, now, concerns=person_id)


def _check_may_name(viewer: Viewer) -> None:
    if not may_name_spokespeople(viewer):
        raise NotAllowed
