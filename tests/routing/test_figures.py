"""An expert's own figures, by half year."""

import datetime as dt

import pytest

from samenspraak.core.db import Session
from samenspraak.core.errors import NotFound
from samenspraak.core.half_years import Half
from samenspraak.people.models.account import Person
from samenspraak.questions.models.answer import Answer, CoAuthor, HelpfulVote
from samenspraak.routing.actions import accept, decline
from samenspraak.routing.figures import own_figures
from samenspraak.routing.rules import DeclineReason
from tests.factories.people import make_expert, make_person, viewer
from tests.factories.questions import make_answer, make_question
from tests.factories.routing import make_invited
from tests.support.site import NOON

THURSDAY = NOON
FRIDAY, MONDAY, TUESDAY = (NOON + dt.timedelta(days=days) for days in (1, 4, 5))


def test_figures_count_what_was_asked_and_what_came_of_it(session: Session) -> None:
    expert = make_expert(session, weekly_capacity=9)
    question = make_question(session)
    taken = make_invited(session, question, expert)
    accept(session, viewer(expert), taken.id, FRIDAY)
    answer = make_answer(session, question, author=expert, accepted=True, answered_at=TUESDAY)
    session.add(HelpfulVote(answer_id=answer.id, person_id=make_person(session).id, voted_at=TUESDAY))
    refused = make_invited(session, make_question(session), expert)
    decline(session, viewer(expert), refused.id, DeclineReason.NO_TIME, "", MONDAY)
    make_invited(session, make_question(session), expert)
    make_answer(session, make_question(session), author=expert, answered_at=NOON - dt.timedelta(days=200))

    now, before = own_figures(session, viewer(expert), expert.id)

    assert (now.half, now.asked, now.accepted) == (Half(2013, 1), 3, 1)
    assert now.declined == {DeclineReason.NO_TIME: 1}
    assert (now.answers, now.accepted_answers, now.helpful) == (1, 1, 1)
    assert (now.days_to_respond, now.days_to_answer) == (1.5, 2)
    assert (before.half, before.answers, before.days_to_respond) == (Half(2012, 2), 1, None)


def test_an_answer_that_was_signed_too_counts_as_on_the_profile(session: Session) -> None:
    expert = make_expert(session)
    answer = make_answer(session, make_question(session), accepted=True, answered_at=TUESDAY)
    session.add(co_author(answer, expert, agreed_at=TUESDAY))
    session.add(co_author(make_answer(session, make_question(session), answered_at=TUESDAY), expert))
    session.flush()

    (figures,) = own_figures(session, viewer(expert), expert.id)

    assert (figures.answers, figures.accepted_answers) == (1, 1)


def co_author(answer: Answer, person: Person, agreed_at: dt.datetime | None = None) -> CoAuthor:
    organisation_id = person.assignments[0].organisation_id
    return CoAuthor(
        answer_id=answer.id,
        person_id=person.id,
        organisation_id=organisation_id,
        asked_at=NOON,
        agreed_at=agreed_at,
    )


def test_nobody_else_has_them(session: Session) -> None:
    expert = make_expert(session)
    with pytest.raises(NotFound):
        own_figures(session, viewer(make_person(session)), expert.id)
