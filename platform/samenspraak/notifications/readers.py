"""Who may be told something of a question: people who may see it, with an account that is open, and never the doer."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from samenspraak.core.db import Session
from samenspraak.people.models.account import Person
from samenspraak.people.queries.viewers import viewer_of
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.question import Guest, Question
from samenspraak.questions.visibility import may_see


def who_may_be_told(
    session: Session, question: Question, person_ids: Iterable[int | None], actor_id: int | None
) -> Sequence[Person]:
    """Return those of these people who may be told, in order of their ids."""
    wanted = {person_id for person_id in person_ids if person_id is not None} - {actor_id}
    if not wanted:
        return ()
    found = select(Person).where(Person.id.in_(wanted), Person.is_active).order_by(Person.id)
    people = session.scalars(found.options(joinedload(Person.assignments))).unique().all()
    guests = _guests_of(session, question) if people else ()
    return [person for person in people if may_see(viewer_of(person), question, guests)]


def _guests_of(session: Session, question: Question) -> Sequence[int]:
    """Return who was let in to a question; nobody needs to be where others may read it too."""
    if question.visibility is not Visibility.RESTRICTED:
        return ()
    return session.scalars(select(Guest.person_id).where(Guest.question_id == question.id)).all()
