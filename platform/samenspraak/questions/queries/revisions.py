"""Earlier texts of a question or an answer, each with what replaced it."""

import dataclasses
import datetime as dt

from sqlalchemy import ColumnElement, select

from samenspraak.core.db import Session
from samenspraak.questions.changes import Piece, compare
from samenspraak.questions.models.answer import Answer, EarlierText
from samenspraak.questions.models.question import Question

MOST_SHOWN = 10
"""Changes on one page; a bound on the work of comparing."""


@dataclasses.dataclass(frozen=True)
class Revision:
    """One change: when, and what it did to title and body."""

    at: dt.datetime
    title: tuple[Piece, ...]
    body: tuple[Piece, ...]


def revisions_of_question(session: Session, question: Question) -> tuple[Revision, ...]:
    """Return the changes of a question's text, newest first."""
    return _revisions(session, EarlierText.question_id == question.id, question.title, question.body)


def revisions_of_answer(session: Session, answer: Answer) -> tuple[Revision, ...]:
    """Return the changes of an answer's text, newest first."""
    return _revisions(session, EarlierText.answer_id == answer.id, "", answer.body)


def _revisions(session: Session, of_it: ColumnElement[bool], title: str, body: str) -> tuple[Revision, ...]:
    found: list[Revision] = []
    for earlier in session.scalars(select(EarlierText).where(of_it).order_by(EarlierText.id.desc()).limit(MOST_SHOWN)):
        found.append(Revision(earlier.replaced_at, compare(earlier.title, title), compare(earlier.body, body)))
        title, body = earlier.title, earlier.body
    return tuple(found)
