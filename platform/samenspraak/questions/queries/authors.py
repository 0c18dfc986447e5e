"""Who signed an answer: its author, and who agreed to sign it too."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from samenspraak.core.db import Session
from samenspraak.questions.models.answer import Answer, CoAuthor


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
