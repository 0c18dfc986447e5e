"""How much experts have: by the week of the calendar in Amsterdam, and over the last four weeks."""

import datetime as dt

from samenspraak.core.db import Session
from samenspraak.matching.candidates import Load
from samenspraak.people.models.account import Person
from samenspraak.routing.actions import decline, propose
from samenspraak.routing.load import full_experts, load_of, week_start
from samenspraak.routing.rules import DeclineReason
from tests.factories.people import make_expert, viewer
from tests.factories.questions import make_answer, make_question
from tests.factories.routing import make_accepted, make_invited
from tests.support.site import NOON

MONDAY = week_start(NOON)
MINUTE = dt.timedelta(minutes=1)


def answer_at_once(session: Session, expert: Person, asked: dt.datetime) -> None:
    question = make_question(session)
    make_accepted(session, question, expert, now=asked)
    make_answer(session, question, author=expert, answered_at=asked)


def test_the_load_is_what_is_asked_or_taken_on_and_not_answered(session: Session) -> None:
    busy, idle = make_expert(session), make_expert(session)
    make_invited(session, make_question(session), busy)
    make_accepted(session, make_question(session), busy)
    declined = make_invited(session, make_question(session), busy)
    decline(session, viewer(busy), declined.id, DeclineReason.NO_TIME, "", NOON)
    propose(session, make_question(session).id, [busy.id], NOON)

    assert load_of(session, NOON, [busy.id, idle.id]) == {busy.id: Load(week=2, lately=3)}
    assert load_of(session, NOON, []) == {}


def test_what_was_answered_counts_until_the_week_in_which_it_was_asked_is_over(session: Session) -> None:
    expert = make_expert(session)
    answer_at_once(session, expert, MONDAY)
    answer_at_once(session, expert, MONDAY - MINUTE)

    assert load_of(session, NOON, [expert.id])[expert.id].week == 1
    assert load_of(session, MONDAY + dt.timedelta(days=7), [expert.id])[expert.id].week == 0


def test_what_is_still_in_hand_counts_however_long_ago_it_was_asked(session: Session) -> None:
    expert = make_expert(session)
    make_invited(session, make_question(session), expert, now=NOON - dt.timedelta(weeks=9))
    assert load_of(session, NOON, [expert.id]) == {expert.id: Load(1, 1)}


def test_a_week_begins_on_monday_in_amsterdam_also_when_the_clock_was_set_forward() -> None:
    sunday_night = dt.datetime(2026, 3, 29, 21, 59, tzinfo=dt.UTC)  # 23:59 in summer time, which began that day
    assert week_start(sunday_night) == dt.datetime(2026, 3, 22, 23, tzinfo=dt.UTC)
    assert week_start(sunday_night + MINUTE) == dt.datetime(2026, 3, 29, 22, tzinfo=dt.UTC)


def test_who_has_as_many_questions_as_they_take_is_full(session: Session) -> None:
    full, busy = make_expert(session, weekly_capacity=1), make_expert(session, weekly_capacity=2)
    make_invited(session, make_question(session), full)
    make_invited(session, make_question(session), busy)
    none_taken = make_expert(session, weekly_capacity=0)

    assert full_experts(session, NOON) & {full.id, busy.id, none_taken.id} == {full.id, none_taken.id}
