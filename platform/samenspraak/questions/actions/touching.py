"""Telling that what is found of a question changed."""

from sqlalchemy import update

from samenspraak.core.db import Session
from samenspraak.core.events import record
from samenspraak.questions.events import QuestionChanged
from samenspraak.questions.models.question import Question


def touch_question(session: Session, question_id: int) -> None:
    """Give a question its next version, and record that it changed."""
    session.flush()
    session.execute(update(Question).where(Question.id == question_id).values(version=Question.version + 1))
    record(session, QuestionChanged(question_id))
