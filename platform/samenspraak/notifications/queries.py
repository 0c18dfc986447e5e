"""Reads of the inbox."""

from sqlalchemy import func, select

from samenspraak.core.db import Session
from samenspraak.notifications.models import Notice
from samenspraak.people.rules import Viewer


def count_unread(session: Session, viewer: Viewer) -> int:
    """Return how many notices someone has not read yet."""
    if viewer.person_id is None:
        return 0
    unread = select(func.count()).where(Notice.person_id == viewer.person_id, Notice.read_at.is_(None))
    return session.scalar(unread) or 0
