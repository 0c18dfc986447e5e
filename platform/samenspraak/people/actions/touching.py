"""Telling that what is found of an expert changed."""

import datetime as dt

from sqlalchemy import update

from samenspraak.core.db import Session
from samenspraak.core.events import record
from samenspraak.people.events import ProfileChanged
from samenspraak.people.models.expert import ExpertProfile


def touch_profile(session: Session, person_id: int, now: dt.datetime) -> None:
    """Give someone's profile, if there is one, its next version, and record that it changed."""
    session.flush()
    touched = session.execute(
        update(ExpertProfile)
        .where(ExpertProfile.person_id == person_id)
        .values(version=ExpertProfile.version + 1, updated_at=now)
        .returning(ExpertProfile.person_id)
    )
    if touched.first():
        record(session, ProfileChanged(person_id))
