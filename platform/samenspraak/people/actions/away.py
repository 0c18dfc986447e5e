"""Periods in which an expert is away."""

import datetime as dt

from sqlalchemy import func, select

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid, NotFound
from samenspraak.core.events import record
from samenspraak.people.actions.profiles import profile_to_edit
from samenspraak.people.events import ProfileChanged
from samenspraak.people.models.expert import AwayPeriod
from samenspraak.people.rules import Viewer

MOST_PERIODS = 30
LONGEST_PERIOD = dt.timedelta(days=366)


def add_away_period(
    session: Session,
    viewer: Viewer,
    person_id: int,
    days: tuple[dt.date, dt.date],
    now: dt.datetime,
    substitute_id: int | None = None,
) -> AwayPeriod:
    """Say that an expert is away from the first day to the last, both included, and who can be asked instead."""
    profile_to_edit(session, viewer, person_id)
    number = session.scalar(select(func.count()).where(AwayPeriod.person_id == person_id)) or 0
    if number >= MOST_PERIODS:
        raise Invalid("first_day", "too-many-periods")
    period = AwayPeriod(person_id=person_id)
    _set(period, days, substitute_id)
    session.add(period)
    _tell(session, viewer, person_id, now)
    return period


def change_away_period(
    session: Session,
    viewer: Viewer,
    person_id: int,
    period_id: int,
    days: tuple[dt.date, dt.date],
    now: dt.datetime,
    substitute_id: int | None = None,
) -> None:
    """Move a period to other days, and name who can be asked instead."""
    profile_to_edit(session, viewer, person_id)
    _set(find_away_period(session, person_id, period_id), days, substitute_id)
    _tell(session, viewer, person_id, now)


def remove_away_period(session: Session, viewer: Viewer, person_id: int, period_id: int, now: dt.datetime) -> None:
    """Take a period back; one that is gone already is fine."""
    profile_to_edit(session, viewer, person_id)
    period = session.get(AwayPeriod, period_id)
    if period and period.person_id == person_id:
        session.delete(period)
        _tell(session, viewer, person_id, now)


def find_away_period(session: Session, person_id: int, period_id: int) -> AwayPeriod:
    """Return a period of one expert."""
    period = session.get(AwayPeriod, period_id)
    if period is None or period.person_id != person_id:
        raise NotFound
    return period


def _tell(session: Session, viewer: Viewer, person_id: int, now: dt.datetime) -> None:
    session.flush()
    record(session, ProfileChanged(person_id))
    if viewer.person_id != person_id:
        record_act(session, Act.AWAY_CHANGED, viewer.person_id, Thing.PERSON, person_id, now, concerns=person_id)


def _set(period: AwayPeriod, days: tuple[dt.date, dt.date], substitute_id: int | None) -> None:
    first, last = days
    if last < first:
        raise Invalid("last_day", "ends-before-it-begins")
    if last - first > LONGEST_PERIOD:
        raise Invalid("last_day", "away-too-long")
    if substitute_id is not None and substitute_id == period.person_id:
        raise Invalid("substitute", "nobody-of-name")
    period.first_day, period.last_day, period.substitute_id = first, last, substitute_id
