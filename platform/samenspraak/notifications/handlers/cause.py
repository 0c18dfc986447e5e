"""Something that happened on a question, and telling it to whom it concerns."""

import dataclasses
import datetime as dt
import textwrap
from collections.abc import Iterable, Sequence

from sqlalchemy import exists, select

from samenspraak.core.db import Session
from samenspraak.core.markup import to_plain
from samenspraak.notifications.actions import tell
from samenspraak.notifications.models import NoticeKind
from samenspraak.notifications.readers import who_may_be_told
from samenspraak.people.models.account import Person, RoleAssignment
from samenspraak.people.models.organisation import Organisation
from samenspraak.people.queries.viewers import viewer_of
from samenspraak.questions.anonymity import knows_asker
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.askers import who_were_told

LONGEST_EXCERPT = 300


@dataclasses.dataclass(frozen=True)
class Cause:
    """Something that happened on a question: who did it, and what names it for good."""

    question: Question
    actor: Person | None
    name: str

    @property
    def actor_id(self) -> int | None:
        """Who did it; nobody when the clock did."""
        return self.actor.id if self.actor else None

    @property
    def actor_name(self) -> str:
        """The name of who did it, empty when the clock did."""
        return self.actor.name if self.actor else ""

    def shown(self, text: str) -> str:
        """Return a text of the question as a mail may hold it: nothing of one that is restricted."""
        if self.question.visibility is Visibility.RESTRICTED:
            return ""
        return textwrap.shorten(to_plain(text), LONGEST_EXCERPT, placeholder=" …")


def cause_of(session: Session, question_id: int, actor_id: int | None, name: str) -> Cause:
    """Return what happened on a question; `name` names it for good, so that it is told once."""
    actor = session.get(Person, actor_id) if actor_id else None
    return Cause(session.get_one(Question, question_id), actor, name)


def tell_all(
    session: Session, cause: Cause, kind: NoticeKind, person_ids: Iterable[int | None], now: dt.datetime
) -> Sequence[Person]:
    """Put a notice in the inbox of those of these people who may be told; return them."""
    people = who_may_be_told(session, cause.question, person_ids, cause.actor_id)
    for person in people:
        tell(
            session,
            person.id,
            kind,
            cause.name,
            question_id=cause.question.id,
            actor_name=actor_shown_to(session, cause, person),
            now=now,
        )
    return people


def actor_shown_to(session: Session, cause: Cause, reader: Person) -> str:
    """Return the name of who did it; empty where it would tell the reader who asked an anonymous question.

    The role assignments of the reader must be loaded.
    """
    question = cause.question
    if not question.is_anonymous or not _is_asking_side(session, cause):
        return cause.actor_name
    told = who_were_told(session, question.id)
    return cause.actor_name if knows_asker(viewer_of(reader), question, told) else ""


def _is_asking_side(session: Session, cause: Cause) -> bool:
    seat = exists().where(
        RoleAssignment.person_id == cause.actor_id, RoleAssignment.organisation_id == cause.question.organisation_id
    )
    return cause.actor_id == cause.question.asker_id or bool(session.scalar(select(seat)))


def title_of(session: Session, organisation_id: int) -> str:
    """Return what an organisation is called."""
    return session.get_one(Organisation, organisation_id).title
