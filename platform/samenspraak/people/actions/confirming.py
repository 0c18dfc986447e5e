"""Twice a year an expert is asked whether their profile is still true, and says so with one button.

A profile is due half a year after its owner last confirmed it (or changed it, which says the same), and not within half
a year of being asked. The row itself is what two workers compete for, so that each asks once.
"""

import datetime as dt

from sqlalchemy import ColumnElement, and_, func, or_, select, update

from samenspraak.core.db import Session
from samenspraak.core.errors import NotAllowed
from samenspraak.core.events import record
from samenspraak.people.actions.profiles import profile_to_edit
from samenspraak.people.events import ProfileToConfirm
from samenspraak.people.models.account import Person
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.people.rules import Viewer

HALF_A_YEAR = dt.timedelta(weeks=26)
MOST_AT_ONCE = 200


def confirm_profile(session: Session, viewer: Viewer, person_id: int, now: dt.datetime) -> None:
    """Say of one's own profile that it is still true."""
    profile = profile_to_edit(session, viewer, person_id)
    if viewer.person_id != person_id:
        raise NotAllowed
    profile.confirmed_at = now
    session.flush()


def ask_to_confirm(session: Session, now: dt.datetime) -> int:
    """Ask everyone whose profile is due, and return how many that were; the clock's part, safe to repeat."""
    active = select(Person.id).where(Person.is_active)
    due = select(ExpertProfile.person_id).where(_is_due(now), ExpertProfile.person_id.in_(active)).limit(MOST_AT_ONCE)
    asked = session.scalars(
        update(ExpertProfile)
        .where(ExpertProfile.person_id.in_(due), _is_due(now))
        .values(asked_to_confirm_at=now)
        .returning(ExpertProfile.person_id)
    ).all()
    for person_id in asked:
        record(session, ProfileToConfirm(person_id=person_id, asked_at=now.isoformat()))
    return len(asked)


def _is_due(now: dt.datetime) -> ColumnElement[bool]:
    since = now - HALF_A_YEAR
    return and_(
        ExpertProfile.is_listed.is_(True),
        func.coalesce(ExpertProfile.confirmed_at, ExpertProfile.updated_at) <= since,
        or_(ExpertProfile.asked_to_confirm_at.is_(None), ExpertProfile.asked_to_confirm_at <= since),
    )
