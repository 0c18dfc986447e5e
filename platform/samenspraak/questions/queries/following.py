"""The newest questions of others."""

from collections.abc import Sequence

from sqlalchemy import Select, select

from samenspraak.core.db import Session
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.listing import QuestionRow, rows_of
from samenspraak.questions.visibility import is_listed_to


def newest_of_others(session: Session, viewer: Viewer, limit: int = 5) -> list[QuestionRow]:
    """Return the newest questions of others, whatever they are about."""
    return _rows(session, viewer, _of_others(viewer), limit)


def _of_others(viewer: Viewer) -> Select[int]:
    visible = select(Question.id).where(is_listed_to(viewer))
    return visible.where(Question.asker_id != viewer.person_id) if viewer.is_signed_in else visible


def _rows(session: Session, viewer: Viewer, wanted: Select[int], limit: int) -> list[QuestionRow]:
    newest: Sequence[int] = session.scalars(
        wanted.order_by(Question.asked_at.desc(), Question.id.desc()).limit(limit)
    ).all()
    return rows_of(session, viewer, newest)
