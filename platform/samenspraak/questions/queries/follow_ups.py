"""Questions that follow up another, and the one that they follow."""

from collections.abc import Sequence

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.listing import QuestionRow, rows_of

MOST_SHOWN = 20


def origin_of(session: Session, viewer: Viewer, question: Question) -> QuestionRow | None:
    """Return the question that this one follows up, for who may see it."""
    rows = rows_of(session, viewer, [question.origin_id]) if question.origin_id is not None else []
    return rows[0] if rows else None


def follow_ups_of(session: Session, viewer: Viewer, question_id: int) -> Sequence[QuestionRow]:
    """Return the questions that follow up this one, as far as someone may see them, oldest first."""
    wanted = select(Question.id).where(Question.origin_id == question_id).order_by(Question.id).limit(MOST_SHOWN)
    ids = session.scalars(wanted).all()
    return rows_of(session, viewer, ids) if ids else ()
