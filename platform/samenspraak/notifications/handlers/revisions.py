"""What is told of changed texts: to whom they belong, when someone else changed them, and to who relied on them."""

import datetime as dt

from samenspraak.core.db import Session
from samenspraak.notifications.handlers.cause import cause_of, tell_all
from samenspraak.notifications.models import NoticeKind
from samenspraak.questions.events import TextRevised
from samenspraak.questions.kinds import Standing
from samenspraak.questions.models.answer import Acceptance, Answer
from samenspraak.questions.queries.authors import authors_of


def on_text_revised(session: Session, event: TextRevised, now: dt.datetime) -> None:
    """Tell the writers of a text that someone else changed it, and the asker when it is one to rely on.

    That is an answer that was accepted, and the position of the ministry.
    """
    of_it = f"answer:{event.answer_id}" if event.answer_id else f"question:{event.question_id}"
    cause = cause_of(session, event.question_id, event.by_id, f"{of_it}:{now.isoformat()}")
    concerned = {cause.question.asker_id} if event.answer_id is None else set[int]()
    if event.answer_id is not None:
        answer = session.get_one(Answer, event.answer_id)
        concerned |= authors_of(session, answer)
        acceptance = session.get(Acceptance, event.question_id)
        is_accepted = acceptance is not None and acceptance.answer_id == event.answer_id
        if is_accepted or answer.standing is Standing.MINISTRY:
            concerned.add(cause.question.asker_id)
    tell_all(session, cause, NoticeKind.REVISED, concerned, now)
