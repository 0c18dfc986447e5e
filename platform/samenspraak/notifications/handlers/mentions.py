"""What is told to who is mentioned in a comment."""

import datetime as dt

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.notifications.handlers.cause import cause_of, tell_all
from samenspraak.notifications.models import NoticeKind
from samenspraak.questions.events import CommentPlaced
from samenspraak.questions.models.answer import Mention


def on_mentioned(session: Session, event: CommentPlaced, now: dt.datetime) -> None:
    """Tell everyone whom a comment mentions, once; not an asker who hears that one waits for them."""
    cause = cause_of(session, event.question_id, event.author_id, f"comment:{event.comment_id}")
    mentioned = set(session.scalars(select(Mention.person_id).where(Mention.comment_id == event.comment_id)))
    told_apart = {cause.question.asker_id} if event.asks_asker else set()
    tell_all(session, cause, NoticeKind.MENTIONED, mentioned - told_apart, now)
