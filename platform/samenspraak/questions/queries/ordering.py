"""In which order lists of questions stand: keys that are never NULL, the last of which tells all questions apart."""

import datetime as dt

from sqlalchemy import ColumnElement, Date, func, literal, select

from samenspraak.core.keyset import Key
from samenspraak.questions.models.answer import Answer, HelpfulVote
from samenspraak.questions.models.question import Question
from samenspraak.questions.visibility import answer_counts

Order = tuple[Key, ...]

NO_DAY = dt.date(9999, 12, 31)
"""Stands behind every day that was wished for."""

_ID_UP = Key(Question.id, int)
_ID_DOWN = Key(Question.id, int, descending=True)

NEWEST_FIRST: Order = (Key(Question.asked_at, dt.datetime, descending=True), _ID_DOWN)
OLDEST_FIRST: Order = (Key(Question.asked_at, dt.datetime), _ID_UP)


def most_helpful_first() -> Order:
    """What has the answer that helped most people stands first."""
    return (Key(_votes(), int, descending=True), _ID_DOWN)


def most_answered_first() -> Order:
    """What has most answers stands first."""
    return (Key(_answers(), int, descending=True), _ID_DOWN)


def first_wished_first() -> Order:
    """What is wished for soonest stands first; what has no such day stands last."""
    return (Key(func.coalesce(Question.wished_by, literal(NO_DAY, Date())), dt.date), _ID_UP)


def _votes() -> ColumnElement[int]:
    of_one = (
        select(func.count().label("votes"))
        .select_from(HelpfulVote)
        .join(Answer, Answer.id == HelpfulVote.answer_id)
        .where(Answer.question_id == Question.id, answer_counts())
        .correlate(Question)
    )
    return of_one.scalar_subquery()


def _answers() -> ColumnElement[int]:
    counted = select(func.count(Answer.id)).where(Answer.question_id == Question.id, answer_counts())
    return counted.correlate(Question).scalar_subquery()
