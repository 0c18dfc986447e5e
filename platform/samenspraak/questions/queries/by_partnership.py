"""What a partnership asked openly, as far as someone may see it."""

from sqlalchemy import not_, select

from samenspraak.core.db import Session
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.listing import QuestionRow, rows_of
from samenspraak.questions.visibility import is_listed_to


def newest_of_partnership(session: Session, viewer: Viewer, organisation_id: int, limit: int = 10) -> list[QuestionRow]:
    """Return its newest questions. What was asked anonymously is left out for all: a page can be looked at together."""
    newest = (
        select(Question.id)
        .where(Question.organisation_id == organisation_id, not_(Question.is_anonymous), is_listed_to(viewer))
        .order_by(Question.asked_at.desc(), Question.id.desc())
        .limit(limit)
    )
    return rows_of(session, viewer, list(session.scalars(newest)))
