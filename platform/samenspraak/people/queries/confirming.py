"""Reads of whether profiles are still true."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import joinedload

from samenspraak.core.db import Session
from samenspraak.people.models.account import Person
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.people.rules import Viewer

PATIENCE = dt.timedelta(weeks=4)
"""How long moderators wait after an expert was asked, before they see that nothing came."""


def waits_for_confirmation(session: Session, viewer: Viewer) -> dt.datetime | None:
    """Return since when someone's own profile waits for "klopt nog", or None."""
    mine = select(ExpertProfile.asked_to_confirm_at).where(
        ExpertProfile.person_id == viewer.person_id, ExpertProfile.is_listed, is_unconfirmed()
    )
    return session.scalar(mine)


def unconfirmed_profiles(
    session: Session, now: dt.datetime, offset: int, most: int
) -> tuple[Sequence[ExpertProfile], int]:
    """Return one page of the listed profiles that nobody confirmed for long, the longest asked first; and how many."""
    chosen = _long_unconfirmed(now)
    total = session.scalar(select(func.count()).select_from(chosen.subquery())) or 0
    page = (
        chosen.order_by(ExpertProfile.asked_to_confirm_at, ExpertProfile.person_id)
        .offset(offset)
        .limit(most)
        .options(
            joinedload(ExpertProfile.person, innerjoin=True), joinedload(ExpertProfile.organisation, innerjoin=True)
        )
    )
    return session.scalars(page).all(), total


def is_unconfirmed() -> ColumnElement[bool]:
    """Return the condition on `ExpertProfile` for one that was asked about and not confirmed since."""
    return or_(
        ExpertProfile.confirmed_at.is_(None), ExpertProfile.confirmed_at < ExpertProfile.asked_to_confirm_at
    ) & ExpertProfile.asked_to_confirm_at.is_not(None)


def _long_unconfirmed(now: dt.datetime) -> Select[ExpertProfile]:
    return (
        select(ExpertProfile)
        .join(Person, Person.id == ExpertProfile.person_id)
        .where(
            ExpertProfile.is_listed,
            Person.is_active,
            is_unconfirmed(),
            ExpertProfile.asked_to_confirm_at < now - PATIENCE,
        )
    )
