"""What is told of a follow-up: a question that goes on from another one."""

import datetime as dt

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.notifications.handlers.cause import cause_of, tell_all
from samenspraak.notifications.models import NoticeKind
from samenspraak.questions.events import QuestionAsked
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.question import Question


def on_question_asked(session: Session, event: QuestionAsked, now: dt.datetime) -> None:
    """Tell who asked the earlier question, and who answered it, as far as they may see the new one."""
    question = session.get_one(Question, event.question_id)
    if question.origin_id is None:
        return
    asked_by = session.scalars(select(Question.asker_id).where(Question.id == question.origin_id)).all()
    answered = session.scalars(
        select(Answer.author_id).where(Answer.question_id == question.origin_id, Answer.held_at.is_(None))
    ).all()
    cause = cause_of(session, question.id, question.asker_id, f"question:{question.id}")
    tell_all(session, cause, NoticeKind.FOLLOWED_UP, [*asked_by, *answered], now)
