"""Waiting for the asker: what the asker hears of it, and how often it can be done."""

import datetime as dt
from collections import Counter

import pytest
from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict
from samenspraak.core.events import commit
from samenspraak.notifications.models import Mail, Notice, NoticeKind
from samenspraak.people.models.account import Person
from samenspraak.questions.models.question import Question
from samenspraak.routing.clock import DueKind, act_on, list_due
from samenspraak.routing.deadlines import calendar_of
from samenspraak.routing.pausing import pause, resume
from samenspraak.routing.rules import MOST_PAUSED
from samenspraak.wiring import WIRING
from tests.factories.people import make_expert, viewer
from tests.factories.questions import make_question
from tests.factories.routing import make_invited
from tests.routing.machine_world import find_nobody_now
from tests.support.site import NOON

DAY = dt.timedelta(days=1)


def make_asked(session: Session) -> tuple[Question, Person]:
    """Make a question that an expert has in hand, of which all was told."""
    question, expert = make_question(session), make_expert(session)
    make_invited(session, question, expert)
    commit(session, WIRING, NOON)
    return question, expert


def act_on_all(session: Session, now: dt.datetime) -> list[DueKind]:
    """Do what is due as the worker does; return of what kinds it was."""
    due = list_due(session, now)
    for each in due:
        act_on(session, each, find_nobody_now, now)
        commit(session, WIRING, now)
    return [each.kind for each in due]


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


def test_who_does_not_react_is_reminded_once_after_some_working_days(session: Session) -> None:
    question, expert = make_asked(session)
    pause(session, viewer(expert), question.id, "Om welke leeftijd gaat het?", NOON)
    commit(session, WIRING, NOON)
    day_before, after = (calendar_of(session, question.id).deadline(NOON, count) for count in (4, 5))

    assert act_on_all(session, day_before) == []
    assert act_on_all(session, after) == [DueKind.LONG_PAUSE]
    assert act_on_all(session, after + 60 * DAY) == []

    assert told(session, question.asker) == [NoticeKind.WAITS_FOR_ASKER, NoticeKind.REMINDED]
    last = session.scalars(select(Mail).where(Mail.recipient == question.asker.email).order_by(Mail.id.desc())).first()
    assert last is not None
    assert "Zolang u niet reageert, staat de tijd stil" in last.text
    assert f"/vragen/{question.id}" in last.text


def test_a_next_pause_is_reminded_of_again(session: Session) -> None:
    question, expert = make_asked(session)
    for times in (1, 2):
        begun = NOON + times * 30 * DAY
        pause(session, viewer(expert), question.id, "Om welke leeftijd gaat het?", begun)
        assert act_on_all(session, begun + 25 * DAY) == [DueKind.LONG_PAUSE]
        resume(session, viewer(question.asker), question.id, begun + 26 * DAY)


def test_who_reacted_just_before_is_not_reminded(session: Session) -> None:
    question, expert = make_asked(session)
    pause(session, viewer(expert), question.id, "Om welke leeftijd gaat het?", NOON)
    [due] = list_due(session, NOON + 30 * DAY)
    resume(session, viewer(expert), question.id, NOON + 30 * DAY)

    assert not act_on(session, due, find_nobody_now, NOON + 30 * DAY)


def test_one_person_lets_the_clock_of_a_question_stand_still_a_few_times_at_most(session: Session) -> None:
    question, expert = make_asked(session)
    for _ in range(MOST_PAUSED):
        pause(session, viewer(expert), question.id, "Om welke leeftijd gaat het?", NOON)
        resume(session, viewer(expert), question.id, NOON)

    with pytest.raises(Conflict, match="paused-too-often"):
        pause(session, viewer(expert), question.id, "Om welke leeftijd gaat het?", NOON)
    commit(session, WIRING, NOON)
    assert Counter(told(session, question.asker)) == {NoticeKind.WAITS_FOR_ASKER: MOST_PAUSED}
