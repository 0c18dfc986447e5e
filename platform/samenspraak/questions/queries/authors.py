"""Who signed an answer: its author, and who agreed to sign it too."""

import dataclasses
from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from samenspraak.core.db import Session
from samenspraak.people.models.account import Person
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.answer import Answer, CoAuthor
from samenspraak.questions.models.question import Question
from samenspraak.questions.visibility import is_visible_to


@dataclasses.dataclass(frozen=True)
class ToSign:
    """A request to sign an answer too."""

    question_id: int
    answer_id: int
    title: str
    author: str


def authors_of(session: Session, answer: Answer) -> frozenset[int]:
    """Return the ids of all who signed an answer."""
    agreed = CoAuthor.agreed_at.is_not(None)
    signed = select(CoAuthor.person_id).where(CoAuthor.answer_id == answer.id, agreed)
    return frozenset({answer.author_id, *session.scalars(signed)})


def concerned_with(session: Session, answer: Answer) -> frozenset[int]:
    """Return the ids of who signed an answer, or was asked to and did not decline."""
    asked = select(CoAuthor.person_id).where(CoAuthor.answer_id == answer.id, CoAuthor.declined_at.is_(None))
    return frozenset({answer.author_id, *session.scalars(asked)})


def co_authors_of(session: Session, answer_ids: Collection[int]) -> dict[int, list[CoAuthor]]:
    """Return who was asked to sign some answers, by answer, with who they are, in the order of asking."""
    found: dict[int, list[CoAuthor]] = {}
    wanted = (
        select(CoAuthor)
        .where(CoAuthor.answer_id.in_(answer_ids))
        .options(joinedload(CoAuthor.person), joinedload(CoAuthor.organisation))
        .order_by(CoAuthor.asked_at, CoAuthor.person_id)
    )
    for each in session.scalars(wanted):
        found.setdefault(each.answer_id, []).append(each)
    return found


def asked_to_sign(session: Session, viewer: Viewer, limit: int = 25) -> Sequence[ToSign]:
    """Return the answers that someone was asked to sign and has not said yes or no to."""
    rows = session.execute(
        select(Question.id, Answer.id, Question.title, Person.name)
        .join(Answer, Answer.question_id == Question.id)
        .join(CoAuthor, CoAuthor.answer_id == Answer.id)
        .join(Person, Person.id == Answer.author_id)
        .where(CoAuthor.person_id == viewer.person_id, CoAuthor.agreed_at.is_(None), CoAuthor.declined_at.is_(None))
        .where(is_visible_to(viewer))
        .order_by(CoAuthor.asked_at, Answer.id)
        .limit(limit)
    )
    return [ToSign(*row) for row in rows]
