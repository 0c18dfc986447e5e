"""Telling that what is found of a question changed."""

from sqlalchemy import update

from samenspraak.core.db import Session
from samenspraak.core.events import record
from samenspraak.questions.events import QuestionChanged
from samenspraak.questions.models.question import Question

FOUND_BY_KEY = {"synchronize_session": "fetch"}
"""Let the session find the row that it holds by its key, instead of looking through all that it holds."""


def touch_question(session: Session, question_id: int, times: int = 1) -> None:
    """Give a question its next version, or one for each of several changes at once, and record that it changed."""
    session.flush()
    following = update(Question).where(Question.id == question_id).values(version=Question.version + times)
    session.execute(following, execution_options=FOUND_BY_KEY)
    record(session, QuestionChanged(question_id))
