"""Answers that wait for who wrote them, or may sign them too."""

import dataclasses
import datetime as dt
import enum

from sqlalchemy import ColumnElement, or_, select

from samenspraak.core.db import Session
from samenspraak.people.models.account import Person
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.answer import Answer, CoAuthor
from samenspraak.questions.models.question import Question
from samenspraak.questions.visibility import answer_is_visible_to, is_listed_to

MOST = 25


class AnswerWait(enum.StrEnum):
    """For what an answer waits."""

    SIGN = "sign"
    RESTATE = "restate"
    RENEW = "renew"


@dataclasses.dataclass(frozen=True)
class WaitingAnswer:
    """An answer that waits for someone, and since when."""

    kind: AnswerWait
    question_id: int
    answer_id: int
    title: str
    author: str
    since: dt.datetime


def answers_waiting(session: Session, viewer: Viewer, today: dt.date) -> list[WaitingAnswer]:
    """Return the answers that wait for someone: to be signed, put right after a moderator held them, or renewed."""
    if viewer.person_id is None:
        return []
    asked = (CoAuthor.person_id == viewer.person_id) & CoAuthor.declined_at.is_(None)
    rows = session.execute(
        select(Question.id, Question.title, Answer, Person.name, CoAuthor.agreed_at, CoAuthor.asked_at)
        .join(Question, Question.id == Answer.question_id)
        .join(Person, Person.id == Answer.author_id)
        .outerjoin(CoAuthor, (CoAuthor.answer_id == Answer.id) & asked)
        .where(_waits(viewer.person_id, today), is_listed_to(viewer), answer_is_visible_to(viewer))
        .order_by(Answer.id)
        .limit(MOST)
    )
    return [
        _waiting(question_id, title, answer, name, asked_at if agreed_at is None else None)
        for question_id, title, answer, name, agreed_at, asked_at in rows
    ]


def _waits(person_id: int, today: dt.date) -> ColumnElement[bool]:
    own = or_(Answer.author_id == person_id, CoAuthor.agreed_at.is_not(None))
    to_sign = CoAuthor.asked_at.is_not(None) & CoAuthor.agreed_at.is_(None)
    return or_(to_sign, own & Answer.held_at.is_not(None), own & (Answer.valid_until < today))


def _waiting(question_id: int, title: str, answer: Answer, author: str, asked_at: dt.datetime | None) -> WaitingAnswer:
    if asked_at is not None:
        return WaitingAnswer(AnswerWait.SIGN, question_id, answer.id, title, author, asked_at)
    if answer.held_at is not None:
        return WaitingAnswer(AnswerWait.RESTATE, question_id, answer.id, title, author, answer.held_at)
    return WaitingAnswer(AnswerWait.RENEW, question_id, answer.id, title, author, answer.answered_at)
