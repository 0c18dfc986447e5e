"""Waiting for the asker: what the asker hears of it, and how often it can be done."""

from collections import Counter

import pytest
from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict
from samenspraak.core.events import commit
from samenspraak.notifications.models import Mail, Notice, NoticeKind
from samenspraak.people.models.account import Person
from samenspraak.questions.models.question import Question
from samenspraak.routing.pausing import pause, resume
from samenspraak.routing.rules import MOST_PAUSED
from samenspraak.wiring import WIRING
from tests.factories.people import make_expert, viewer
from tests.factories.questions import make_question
from tests.factories.routing import make_invited
from tests.support.site import NOON


def make_asked(session: Session) -> tuple[Question, Person]:
    """Make a question that an expert has in hand, of which all was told."""
    question, expert = make_question(session), make_expert(session)
    make_invited(session, question, expert)
    commit(session, WIRING, NOON)
    return question, expert


def told(session: Session, person: Person) -> list[NoticeKind]:
    return list(session.scalars(select(Notice.kind).where(Notice.person_id == person.id).order_by(Notice.id)))


@pytest.mark.parametrize("words", ["Om welke leeftijd gaat het?", "@{name} Om welke leeftijd gaat het?"])
def test_the_asker_hears_once_that_one_waits_for_them(session: Session, words: str) -> None:
    question, expert = make_asked(session)

    pause(session, viewer(expert), question.id, words.format(name=question.asker.name), NOON)
    commit(session, WIRING, NOON)

    assert told(session, question.asker) == [NoticeKind.WAITS_FOR_ASKER]
    assert len(session.scalars(select(Mail.id).where(Mail.recipient == question.asker.email)).all()) == 1


def test_others_who_reacted_hear_of_what_is_asked_as_of_any_reaction(session: Session) -> None:
    question, expert = make_asked(session)
    other = make_expert(session)
    make_invited(session, question, other)
    pause(session, viewer(other), question.id, "Om welke school gaat het?", NOON)
    resume(session, viewer(other), question.id, NOON)

    pause(session, viewer(expert), question.id, "En om welke leeftijd?", NOON)
    commit(session, WIRING, NOON)

    assert NoticeKind.COMMENTED in told(session, other)


def test_one_person_lets_the_clock_of_a_question_stand_still_a_few_times_at_most(session: Session) -> None:
    question, expert = make_asked(session)
    for _ in range(MOST_PAUSED):
        pause(session, viewer(expert), question.id, "Om welke leeftijd gaat het?", NOON)
        resume(session, viewer(expert), question.id, NOON)

    with pytest.raises(Conflict, match="paused-too-often"):
        pause(session, viewer(expert), question.id, "Om welke leeftijd gaat het?", NOON)
    commit(session, WIRING, NOON)
    assert Counter(told(session, question.asker)) == {NoticeKind.WAITS_FOR_ASKER: MOST_PAUSED}
