"""What is told when an answer is held or released."""

import datetime as dt

from samenspraak.core.db import Session
from samenspraak.notifications.handlers.cause import cause_of, tell_all
from samenspraak.notifications.models import NoticeKind
from samenspraak.questions.events import AnswerHeld, AnswerReleased
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.queries.authors import concerned_with


def on_answer_held(session: Session, event: AnswerHeld, now: dt.datetime) -> None:
    """Tell who wrote and signed it, and the asker, who must not rely on it for now."""
    _tell(session, event, NoticeKind.ANSWER_HELD, now)


def on_answer_released(session: Session, event: AnswerReleased, now: dt.datetime) -> None:
    """Tell the same people, and the moderator who held it, when an author settled it."""
    _tell(session, event, NoticeKind.ANSWER_RELEASED, now)


def _tell(session: Session, event: AnswerHeld | AnswerReleased, kind: NoticeKind, now: dt.datetime) -> None:
    cause = cause_of(session, event.question_id, event.by_id, f"answer:{event.answer_id}:{now.isoformat()}")
    answer = session.get_one(Answer, event.answer_id)
    concerned = [cause.question.asker_id, *concerned_with(session, answer)]
    tell_all(session, cause, kind, concerned, now)
