"""Reads of the inbox: what someone was told, of questions as far as they may still see those."""

from collections.abc import Sequence

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import joinedload

from samenspraak.core.db import Session
from samenspraak.notifications.models import Notice
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.question import Question
from samenspraak.questions.visibility import is_visible_to


def count_unread(session: Session, viewer: Viewer) -> int:
    """Return how many notices someone has not read yet."""
    if viewer.person_id is None:
        return 0
    unread = _of(viewer).where(Notice.read_at.is_(None))
    return session.scalar(select(func.count()).select_from(unread.subquery())) or 0


def list_notices(session: Session, viewer: Viewer, *, offset: int = 0, limit: int = 25) -> tuple[Sequence[Notice], int]:
    """Return someone's notices with their questions, newest first, and how many there are in all."""
    wanted = _of(viewer)
    total = session.scalar(select(func.count()).select_from(wanted.subquery())) or 0
    newest = (
        select(Notice)
        .where(Notice.id.in_(wanted))
        .order_by(Notice.created_at.desc(), Notice.id.desc())
        .offset(offset)
        .limit(limit)
        .options(joinedload(Notice.question))
    )
    return session.scalars(newest).all(), total


def newest_id(session: Session, viewer: Viewer) -> int:
    """Return the id of the newest notice that someone was given, 0 without any."""
    return session.scalar(select(func.max(Notice.id)).where(Notice.person_id == viewer.person_id)) or 0


def _of(viewer: Viewer) -> Select[int]:
    return (
        select(Notice.id)
        .outerjoin(Question, Question.id == Notice.question_id)
        .where(Notice.person_id == viewer.person_id, or_(Notice.question_id.is_(None), is_visible_to(viewer)))
    )
