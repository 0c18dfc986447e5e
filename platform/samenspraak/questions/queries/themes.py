"""The themes that the asker of a question chose."""

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.questions.models.question import QuestionTheme
from samenspraak.themes.models import Theme


def themes_of(session: Session, question_id: int) -> list[str]:
    """Return the slugs of the themes of a question."""
    chosen = select(Theme.slug).join(QuestionTheme, QuestionTheme.theme_id == Theme.id)
    return list(session.scalars(chosen.where(QuestionTheme.question_id == question_id).order_by(Theme.slug)))
