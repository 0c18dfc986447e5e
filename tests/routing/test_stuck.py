"""What counts as stuck: what came to the moderators, and why; and that counts and lists agree."""

import datetime as dt

from samenspraak.core.db import Session
from samenspraak.people.kinds import Role
from samenspraak.questions.models.question import Question
from samenspraak.routing.actions import decline, withdraw
from samenspraak.routing.pausing import pause
from samenspraak.routing.rules import DeclineReason
from samenspraak.routing.stuck import Stall, count_stuck, part_of_stuck
from tests.factories.people import make_expert, make_person, viewer
from tests.factories.questions import make_answer, make_question
from tests.factories.routing import leave_to_moderators, make_accepted, make_invited, make_stuck
from tests.support.clock import expire_due
from tests.support.site import NOON

LONG_AGO = NOON - dt.timedelta(days=40)


def stalls_of(session: Session, question: Question, now: dt.datetime = NOON) -> tuple[Stall, ...]:
    found = {each.question.id: each.stalls for each in part_of_stuck(session, now, tuple(Stall), None, 100).rows}
    return found.get(question.id, ())


def test_a_question_is_stuck_once_it_is_with_the_moderators(session: Session) -> None:
    question = make_question(session, asked_at=LONG_AGO)
    assert stalls_of(session, question) == ()

    leave_to_moderators(session, question)

    assert stalls_of(session, question) == (Stall.NOBODY_ASKED,)


def test_an_invitation_that_was_made_and_withdrawn_was_asked(session: Session) -> None:
    question, expert = make_question(session), make_expert(session)
    invitation = make_invited(session, question, expert)

    withdraw(session, viewer(question.asker), invitation.id, NOON)
    leave_to_moderators(session, question)

    assert stalls_of(session, question) == (Stall.NOBODY_ACCEPTED,)


def test_it_says_that_nobody_took_it_on_until_someone_is_asked_again(session: Session) -> None:
    question, first, second = make_question(session), make_expert(session), make_expert(session)
    declined = make_invited(session, question, first, now=LONG_AGO)
    make_invited(session, question, second, now=LONG_AGO)
    decline(session, viewer(first), declined.id, DeclineReason.NO_TIME, "", LONG_AGO)
    expire_due(session, NOON)
    leave_to_moderators(session, question)
    assert stalls_of(session, question) == (Stall.NOBODY_ACCEPTED,)

    make_invited(session, question, make_expert(session))

    assert stalls_of(session, question) == ()


def test_it_says_that_an_answer_was_promised_and_did_not_come(session: Session) -> None:
    question = make_question(session, asked_at=LONG_AGO)
    make_accepted(session, question, make_expert(session), now=LONG_AGO)
    expire_due(session, NOON)

    leave_to_moderators(session, question)

    assert stalls_of(session, question) == (Stall.NO_ANSWER,)


def test_a_question_that_waits_for_its_asker_is_not_stuck(session: Session) -> None:
    question = make_stuck(session)

    pause(session, viewer(make_person(session, Role.MODERATOR)), question.id, "Om welke leeftijd gaat het?", NOON)

    assert stalls_of(session, question) == ()


def test_a_question_is_stuck_after_the_day_on_which_an_answer_was_wished(session: Session) -> None:
    today = NOON.date()
    late = make_question(session, wished_by=today - dt.timedelta(days=1))
    in_time = make_question(session, wished_by=today)

    assert stalls_of(session, late) == (Stall.PAST_WISH,)
    assert stalls_of(session, in_time) == ()


def test_a_question_with_an_answer_is_not_stuck_unless_the_answer_is_held(session: Session) -> None:
    question = make_stuck(session, wished_by=LONG_AGO.date())
    assert stalls_of(session, question) == (Stall.NOBODY_ASKED, Stall.PAST_WISH)

    answer = make_answer(session, question)
    assert stalls_of(session, question) == ()
    answer.held_at = NOON
    session.flush()

    assert stalls_of(session, question) == (Stall.NOBODY_ASKED, Stall.PAST_WISH)


def test_counts_agree_with_lists_and_count_a_question_once_in_the_total(session: Session) -> None:
    twice = make_stuck(session, asked_at=LONG_AGO, wished_by=LONG_AGO.date())
    once = make_stuck(session, asked_at=NOON - dt.timedelta(days=3))
    make_question(session, asked_at=NOON)

    counts = count_stuck(session, NOON)

    assert counts.total == 2
    first = part_of_stuck(session, NOON, tuple(Stall), None, 1)
    assert [each.question.id for each in first.rows] == [twice.id]
    assert [each.question.id for each in part_of_stuck(session, NOON, tuple(Stall), first.after, 1).rows] == [once.id]
    for stall in Stall:
        assert counts.of[stall] == len(part_of_stuck(session, NOON, (stall,), None, 25).rows)
