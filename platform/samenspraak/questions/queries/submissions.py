"""What a form has posted already: one that is sent twice posts once."""

from typing import TypeVar

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.questions.models.answer import Answer, Comment
from samenspraak.questions.models.question import Question

Posted = TypeVar("Posted", Question, Answer, Comment)


def find_posted(session: Session, kind: type[Posted], submission: str | None) -> Posted | None:
    """Return what one sending of a form, by its `submission_key`, posted before; nothing for one without a key."""
    return session.scalar(select(kind).where(kind.submission == submission)) if submission else None
