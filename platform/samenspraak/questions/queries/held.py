"""The answers that moderators hold."""

import dataclasses
import datetime as dt

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from samenspraak.core.db import Session
from samenspraak.people.models.account import Person
from samenspraak.questions.kinds import Standing
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.question import Question


@dataclasses.dataclass(frozen=True)
class HeldAnswer:
    """An answer that is held: since when, by whom and why."""

    answer_id: int
    question_id: int
    title: str
    author: str
    standing: Standing
    held_at: dt.datetime
    held_by: str
    because: str


def list_held(session: Session, offset: int = 0, limit: int = 25) -> tuple[list[HeldAnswer], int]:
    """Return the answers that are held, the longest first, and how many there are; for moderators."""
    total = session.scalar(select(func.count()).where(Answer.held_at.is_not(None))) or 0
    moderator = aliased(Person)
    rows = session.execute(
        select(Answer, Question.title, Person.name, moderator.name)
        .join(Question, Question.id == Answer.question_id)
        .join(Person, Person.id == Answer.author_id)
        .join(moderator, moderator.id == Answer.held_by_id)
        .where(Answer.held_at.is_not(None))
        .order_by(Answer.held_at, Answer.id)
        .offset(offset)
        .limit(limit)
    )
    return [_held(*row) for row in rows], total


def _held(answer: Answer, title: str, author: str, held_by: str) -> HeldAnswer:
    return HeldAnswer(
        answer_id=answer.id,
        question_id=answer.question_id,
        title=title,
        author=author,
        standing=answer.standing,
        held_at=answer.held_at or answer.answered_at,
        held_by=held_by,
        because=answer.held_because,
    )
