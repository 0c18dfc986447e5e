"""How often an answer was changed, helped a reader, and answered a question before it was asked.

Columns on `Answer`, so that the statement that reads answers counts too.
"""

import dataclasses
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, exists, false, func, select

from samenspraak.core.db import Session
from samenspraak.questions.models.answer import Answer, EarlierText, HelpfulVote
from samenspraak.questions.models.kept import AnsweredAlready


@dataclasses.dataclass(frozen=True)
class Votes:
    """How many were helped by an answer, and whether the reader is one of them."""

    count: int
    with_own: bool


def votes_for(session: Session, answer_id: int, reader_id: int | None) -> Votes:
    """Return the votes for an answer."""
    number, with_own = session.execute(select(VOTES, has_vote_of(reader_id)).where(Answer.id == answer_id)).one()
    return Votes(number, bool(with_own))


def has_vote_of(reader_id: int | None) -> ColumnElement[bool]:
    """Condition on `Answer`: it helped this reader."""
    if reader_id is None:
        return false()
    return exists().where(HelpfulVote.answer_id == Answer.id, HelpfulVote.person_id == reader_id)


def _count(*conditions: ColumnElement[bool]) -> ScalarSelect[Any]:
    return select(func.count()).where(*conditions).correlate(Answer).scalar_subquery()


EDITS = _count(EarlierText.answer_id == Answer.id)
VOTES = _count(HelpfulVote.answer_id == Answer.id)
CREDITS = _count(AnsweredAlready.answer_id == Answer.id, AnsweredAlready.person_id != Answer.author_id)
"""How many questions of others it answered before they were asked."""
