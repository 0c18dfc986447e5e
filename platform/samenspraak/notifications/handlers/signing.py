"""What is told when answers are signed together."""

import datetime as dt

from samenspraak.core.db import Session
from samenspraak.notifications.handlers.cause import cause_of, tell_all
from samenspraak.notifications.models import NoticeKind
from samenspraak.questions.events import AnswerSigned, AskedToSign
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.queries.authors import authors_of


def on_asked_to_sign(session: Session, event: AskedToSign, now: dt.datetime) -> None:
    """Tell who is asked to sign an answer too, each time that they are asked."""
    cause = cause_of(session, event.question_id, event.by_id, f"answer:{event.answer_id}:{now.isoformat()}")
    tell_all(session, cause, NoticeKind.ASKED_TO_SIGN, [event.person_id], now)


def on_answer_signed(session: Session, event: AnswerSigned, now: dt.datetime) -> None:
    """Tell the others who signed it."""
    cause = cause_of(session, event.question_id, event.by_id, f"answer:{event.answer_id}:{event.by_id}")
    answer = session.get_one(Answer, event.answer_id)
    tell_all(session, cause, NoticeKind.SIGNED, authors_of(session, answer), now)
