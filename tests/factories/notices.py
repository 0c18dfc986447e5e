"""Makes notices for tests, straight in the table."""

import itertools
from typing import Any

from samenspraak.core.db import Session
from samenspraak.notifications.models import Notice, NoticeKind
from samenspraak.people.models.account import Person
from samenspraak.questions.models.question import Question
from tests.support.site import NOON

_numbers = itertools.count(1)


def make_notice(session: Session, person: Person, question: Question | None, **values: Any) -> Notice:
    """Tell someone of an answer by Iris, unread, unless told otherwise."""
    given = {
        "kind": NoticeKind.ANSWERED,
        "cause": f"answer:{next(_numbers)}",
        "actor_name": "Iris Plakstift",
        "created_at": NOON,
    } | values
    notice = Notice(person_id=person.id, question_id=question.id if question else None, **given)
    session.add(notice)
    session.flush()
    return notice
