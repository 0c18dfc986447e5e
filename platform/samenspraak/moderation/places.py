"""To which question something belongs, by the keys in the address of its page."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.questions.models.answer import Answer, Comment
from samenspraak.routing.models.invitation import Invitation

_TABLES = (("answer_id", Answer), ("comment_id", Comment), ("invitation_id", Invitation))


def question_at(session: Session, place: Mapping[str, Any]) -> int | None:
    """Return the question of an address, None where it is of none."""
    if "question_id" in place:
        return int(place["question_id"])
    for name, table in _TABLES:
        if name in place:
            return session.scalar(select(table.question_id).where(table.id == place[name]))
    return None
