"""What counts as stuck, from which working day on, and that counts and lists agree."""

import datetime as dt

import pytest

from samenspraak.core.db import Session
from samenspraak.questions.models.question import Question
from samenspraak.routing.actions import decline, expire_due, withdraw
from samenspraak.routing.rules import DeclineReason
from samenspraak.routing.stuck import Stall, count_stuck, stuck
from tests.factories.people import make_expert, viewer
from tests.factories.questions import make_answer, make_question
from tests.factories.routing import make_accepted, make_invited
from tests.support.site import NOON

MONDAY = dt.datetime(2013, 3, 11, 9, tzinfo=dt.UTC)
TUESDAY = MONDAY + dt.timedelta(days=1)
LONG_AGO = NOON - dt.timedelta(days=40)


def stalls_of(session: Session, question: Question, now: dt.datetime = NOON) -> tuple[Stall, ...]:
    found = {each.question.id: each.stalls for each in stuck(session, now, None, 0, 100)}
    return found.get(question.id, ())


def test_a_question_is_stuck_when_nobody_was_asked_for_two_whole_working_days(session: Session) -> None:
    older, newer = make_question(session, asked_at=MONDAY), make_question(session, asked_at=TUESDAY)

    assert stalls_of(session, older) == (Stall.NOBODY_ASKED,)
    assert stalls_of(session, newer) == ()


def test_an_invitation_that_was_withdrawn_asks_nobody(session: Session) -> None:
    question, expert = make_question(session, asked_at=MONDAY), make_expert(session)
    invitation = make_invited(session, question, expert, now=MONDAY)
    assert stalls_of(session, question) == ()

    withdraw(session, viewer(question.asker), invitation.id, NOON)

    assert stalls_of(session, question) == (Stall.NOBODY_ASKED,)


def test_a_question_is_stuck_when_all_who_were_asked_declined_or_ran_out(session: Session) -> None:
    question, first, second = make_question(session), make_expert(session), make_expert(session)
    declined = make_invited(session, question, first, now=LONG_AGO)
    make_invited(session, question, second, now=LONG_AGO)

    decline(session, viewer(first), declined.id, DeclineReason.NO_TIME, "", LONG_AGO)
    assert stalls_of(session, question) == ()
    expire_due(session, NOON)
    assert stalls_of(session, question) == (Stall.NOBODY_ACCEPTED,)
    make_invited(session, question, make_expert(session))
    assert stalls_of(session, question) == ()


@pytest.mark.parametrize(("taken_on", "expected"), [("2013-02-27", (Stall.NO_ANSWER,)), ("2013-02-28", ())])
def test_a_question_is_stuck_ten_working_days_after_it_was_taken_on(
    session: Session, taken_on: str, expected: tuple[Stall, ...]
) -> None:
    question = make_question(session, asked_at=LONG_AGO)
    moment = dt.datetime.fromisoformat(f"{taken_on}T15:00+00:00")
    make_accepted(session, question, make_expert(session), now=moment)

    assert stalls_of(session, question) == expected


def test_a_question_is_stuck_after_the_day_on_which_an_answer_was_wished(session: Session) -> None:
    today = NOON.date()
    late = make_question(session, wished_by=today - dt.timedelta(days=1))
    in_time = make_question(session, wished_by=today)

    assert stalls_of(session, late) == (Stall.PAST_WISH,)
    assert stalls_of(session, in_time) == ()


def test_a_question_with_an_answer_is_not_stuck(session: Session) -> None:
    question = make_question(session, asked_at=LONG_AGO, wished_by=LONG_AGO.date())
    assert stalls_of(session, question) == (Stall.NOBODY_ASKED, Stall.PAST_WISH)

    make_answer(session, question)

    assert stalls_of(session, question) == ()


def test_counts_agree_with_lists_and_count_a_question_once_in_the_total(session: Session) -> None:
    twice = make_question(session, asked_at=LONG_AGO, wished_by=LONG_AGO.date())
    once = make_question(session, asked_at=MONDAY)
    make_question(session, asked_at=NOON)

    counts = count_stuck(session, NOON)

    assert counts.total == 2
    assert [each.question.id for each in stuck(session, NOON, None, 0, 25)] == [twice.id, once.id]
    for stall in Stall:
        assert counts.of[stall] == len(stuck(session, NOON, stall, 0, 25))
    assert [each.question.id for each in stuck(session, NOON, None, 1, 25)] == [once.id]
