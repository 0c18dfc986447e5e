"""Makes questions, answers and comments for tests, straight in the tables: no event, no notice."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from samenspraak.core.db import Session
from samenspraak.people.kinds import Role, Sector
from samenspraak.people.models.account import Person
from samenspraak.questions.kinds import Standing, Visibility
from samenspraak.questions.models.answer import Acceptance, Answer
from samenspraak.questions.models.impact import Impact
from samenspraak.questions.models.question import Guest, Question
from samenspraak.themes.models import Theme
from tests.factories.people import make_person, organisation_of
from tests.support.site import NOON


def make_question(
    session: Session, *, asker: Person | None = None, themes: Sequence[Theme] = (), **values: Any
) -> Question:
    """Make a question, asked a day ago by a coordinator, for everyone who is signed in."""
    asker = asker or make_person(session, Role.COORDINATOR)
    organisation = organisation_of(session, asker)
    given = {
        "title": "Wie betaalt het vervoer?",
        "body": "De passende plek is ver weg.",
        "sector": Sector.PRIMARY,
        "visibility": Visibility.SIGNED_IN,
        "asked_at": NOON - dt.timedelta(days=1),
    } | values
    question = Question(
        asker_id=asker.id,
        asker=asker,
        organisation_id=organisation.id,
        organisation=organisation,
        themes=list(themes),
        version=1,
        **({"on_behalf_of": None} | given),
    )
    session.add(question)
    session.flush()
    return question


def make_answer(
    session: Session, question: Question, *, author: Person | None = None, accepted: bool = False, **values: Any
) -> Answer:
    """Make an answer, given an hour ago as a personal view, and accept it when told so."""
    author = author or make_person(session, Role.EXPERT)
    organisation = organisation_of(session, author)
    given = {
        "body": "De gemeente beslist.",
        "standing": Standing.PERSONAL,
        "answered_at": NOON - dt.timedelta(hours=1),
    } | values
    answer = Answer(
        question_id=question.id,
        author_id=author.id,
        author=author,
        organisation_id=organisation.id,
        **given,
    )
    session.add(answer)
    session.flush()
    if accepted:
        session.add(
            Acceptance(question_id=question.id, answer_id=answer.id, accepted_by_id=question.asker_id, accepted_at=NOON)
        )
        session.flush()
    return answer


def make_impact(session: Session, answer: Answer, **values: Any) -> Impact:
    """Make that the asker was asked, at noon, whether an answer was used; told of with `used`."""
    impact = Impact(question_id=answer.question_id, answer_id=answer.id, asked_at=NOON, **values)
    impact.told_at = NOON if impact.used else None
    session.add(impact)
    session.flush()
    return impact


def let_in(session: Session, question: Question, person: Person) -> None:
    """Make someone a guest of a question."""
    session.add(Guest(question_id=question.id, person_id=person.id, since=NOON))
    session.flush()
