"""Who can be asked to sign an answer too."""

from collections.abc import Sequence

from sqlalchemy import true

from samenspraak.core.db import Session
from samenspraak.people.models.account import Person
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.mentions import find_offered
from samenspraak.questions.queries.seats import named_for, seats_in
from samenspraak.questions.rules import Seat, signing_seat

MOST_LISTED = 500
"""A bound on the work of listing them; of so many the roles are read at once."""


def who_can_sign(session: Session, author: Viewer, question: Question, answer: Answer) -> Sequence[Person]:
    """Return whom the author of an answer may ask to sign it too, in order of their names."""
    people = find_offered(session, author, question, answer, true(), MOST_LISTED)
    named = named_for(session, question)
    return [person for person in people if signing_seat_of(person, question, answer, is_named=person.id in named)]


def signing_seat_of(person: Person, question: Question, answer: Answer, *, is_named: bool) -> Seat | None:
    """Return the seat from which someone, with roles loaded, may sign an answer; never for who asked or wrote it.

    Who asked an anonymous question can be asked, as anybody else can, or the list would tell; they do not sign.
    """
    if person.id == answer.author_id or (person.id == question.asker_id and not question.is_anonymous):
        return None
    return signing_seat(seats_in(person.assignments), answer.standing, is_spokesperson=is_named)
