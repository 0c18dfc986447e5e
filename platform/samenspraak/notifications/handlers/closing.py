"""What is told when a question is closed or reopened."""

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.notifications.handlers.cause import cause_of, tell_all
from samenspraak.notifications.models import NoticeKind
from samenspraak.questions.events import QuestionClosed, QuestionReopened
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.question import Guest, Question


def on_question_closed(session: Session, event: QuestionClosed, now: dt.datetime) -> None:
    """Tell the asker, who was let in to answer, and who answered: nothing is expected of them any more."""
    cause = cause_of(session, event.question_id, event.by_id, f"closed:{now.isoformat()}")
    tell_all(session, cause, NoticeKind.CLOSED, _concerned(session, cause.question), now)


def on_question_reopened(session: Session, event: QuestionReopened, now: dt.datetime) -> None:
    """Tell the same people that it takes answers again."""
    cause = cause_of(session, event.question_id, event.by_id, f"reopened:{now.isoformat()}")
    tell_all(session, cause, NoticeKind.REOPENED, _concerned(session, cause.question), now)


def _concerned(session: Session, question: Question) -> Iterable[int]:
    guests = session.scalars(select(Guest.person_id).where(Guest.question_id == question.id))
    authors = session.scalars(select(Answer.author_id).where(Answer.question_id == question.id))
    return [question.asker_id, *guests, *authors]
