"""What is told to who is mentioned in a comment."""

import datetime as dt

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.notifications.handlers.cause import cause_of, tell_all
from samenspraak.notifications.models import NoticeKind
from samenspraak.questions.events import CommentPlaced
from samenspraak.questions.models.answer import Mention


def on_mentioned(session: Session, event: CommentPlaced, now: dt.datetime) -> None:
    """Tell everyone whom a comment mentions, once."""
    cause = cause_of(session, event.question_id, event.author_id, f"comment:{event.comment_id}")
    mentioned = session.scalars(select(Mention.person_id).where(Mention.comment_id == event.comment_id)).all()
    tell_all(session, cause, NoticeKind.MENTIONED, mentioned, now)
