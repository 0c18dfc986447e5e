"""Asking once, six weeks after acceptance, whether an answer was used; and saying so: on both databases."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from samenspraak.core.clock import AMSTERDAM, local_day
from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid, NotAllowed, NotFound
from samenspraak.core.half_years import Half
from samenspraak.people.kinds import Region, Role
from samenspraak.people.models.account import Person
from samenspraak.people.rules import Viewer
from samenspraak.questions.actions.impact import ask_for_impact, tell_impact
from samenspraak.questions.events import ImpactAsked, ImpactTold
from samenspraak.questions.kinds import Use
from samenspraak.questions.models.answer import Acceptance, Answer
from samenspraak.questions.models.impact import Impact
from samenspraak.questions.models.kept import AnsweredAlready
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.impact import use_figures, use_of, use_of_answers_by, uses_to_tell
from samenspraak.questions.uses import SIX_WEEKS, accepted_before
from tests.factories.calendar import make_holiday
from tests.factories.people import make_expert, make_person, make_theme, organisation_of, viewer
from tests.factories.questions import make_answer, make_question
from tests.questions.events import recorded
from tests.support.site import NOON

DUE = NOON + SIX_WEEKS
"""Thursday 25 April 2013: six weeks after noon, when factories accept."""


@pytest.fixture
def person(session: Session) -> Person:
    return make_person(session, Role.COORDINATOR)


@pytest.fixture
def asker(person: Person) -> Viewer:
    return viewer(person)


@pytest.fixture
def question(session: Session, person: Person) -> Question:
    return make_question(session, asker=person, themes=[make_theme(session, label="Zorgplicht")])


@pytest.fixture
def answer(session: Session, question: Question) -> Answer:
    return make_answer(session, question, accepted=True)


def test_the_asker_is_asked_six_weeks_later_and_only_once(session: Session, question: Question, answer: Answer) -> None:
    assert ask_for_impact(session, DUE - dt.timedelta(days=1)) == 0
    assert ask_for_impact(session, DUE) == 1
    assert ask_for_impact(session, DUE + dt.timedelta(days=7)) == 0
    assert recorded(session).count(ImpactAsked(question.id, answer.id)) == 1


@given(hours=st.integers(0, 24 * 400))
def test_days_are_counted_in_amsterdam_over_both_changes_of_the_clock(hours: int) -> None:
    now = dt.datetime(2013, 1, 1, tzinfo=dt.UTC) + dt.timedelta(hours=hours)
    bound = accepted_before(now)
    assert bound.astimezone(AMSTERDAM).time() == dt.time()
    assert local_day(now) - local_day(bound - dt.timedelta(seconds=1)) == SIX_WEEKS


@pytest.mark.usefixtures("answer")
def test_nobody_is_asked_in_a_weekend_or_on_a_public_holiday(session: Session) -> None:
    monday = dt.datetime(2013, 4, 29, 11, tzinfo=dt.UTC)
    queens_day, ascension = monday + dt.timedelta(days=1), dt.datetime(2013, 5, 9, 11, tzinfo=dt.UTC)
    saturday = dt.datetime(2013, 4, 27, 11, tzinfo=dt.UTC)
    assert [ask_for_impact(session, day) for day in (saturday, queens_day, ascension)] == [0, 0, 0]
    assert ask_for_impact(session, monday) == 1


@pytest.mark.usefixtures("answer")
def test_nobody_is_asked_in_the_school_holidays_of_their_region(session: Session, person: Person) -> None:
    organisation_of(session, person).holiday_region = Region.NORTH
    make_holiday(session, region=Region.NORTH, first_day=local_day(DUE), last_day=local_day(DUE) + dt.timedelta(days=1))
    assert ask_for_impact(session, DUE) == 0
    assert ask_for_impact(session, DUE + dt.timedelta(days=4)) == 1


def test_a_held_answer_and_one_that_is_not_accepted_any_more_are_not_asked_about(
    session: Session, question: Question, answer: Answer
) -> None:
    answer.held_at = NOON
    session.flush()
    assert ask_for_impact(session, DUE) == 0
    answer.held_at = None
    session.delete(session.get_one(Acceptance, question.id))
    session.flush()
    assert ask_for_impact(session, DUE) == 0


@pytest.mark.usefixtures("answer")
def test_it_waits_for_the_asker_until_told(session: Session, asker: Viewer, question: Question) -> None:
    ask_for_impact(session, DUE)
    assert [each.question_id for each in uses_to_tell(session, asker)] == [question.id]
    tell_impact(session, asker, question.id, Use.PARTLY, "Alleen het eerste deel.", DUE)
    assert uses_to_tell(session, asker) == []
    told = use_of(session, question.id)
    assert told is not None
    assert (told.used, told.words) == (Use.PARTLY, "Alleen het eerste deel.")


@pytest.mark.usefixtures("answer")
def test_what_was_told_may_be_told_anew(session: Session, asker: Viewer, question: Question, answer: Answer) -> None:
    ask_for_impact(session, DUE)
    for used in (Use.YES, Use.YES, Use.PARTLY):
        tell_impact(session, asker, question.id, used, "", DUE)
    told = [event.used for event in recorded(session) if isinstance(event, ImpactTold)]
    assert told == ["yes", "partly"]
    assert session.get_one(Impact, question.id).answer_id == answer.id


@pytest.mark.usefixtures("answer")
def test_a_no_says_why(session: Session, asker: Viewer, question: Question) -> None:
    ask_for_impact(session, DUE)
    with pytest.raises(Invalid) as refusal:
        tell_impact(session, asker, question.id, Use.NO, " ", DUE)
    assert refusal.value.field == "words"


@pytest.mark.usefixtures("answer")
def test_only_the_asking_side_tells_and_only_when_asked(session: Session, asker: Viewer, question: Question) -> None:
    with pytest.raises(NotFound):
        tell_impact(session, asker, question.id, Use.YES, "", NOON)
    ask_for_impact(session, DUE)
    for role in (Role.EXPERT, Role.MODERATOR, Role.COORDINATOR):
        with pytest.raises(NotAllowed):
            tell_impact(session, viewer(make_person(session, role)), question.id, Use.YES, "", DUE)


def test_after_another_answer_was_accepted_that_one_is_told_of(
    session: Session, asker: Viewer, question: Question, answer: Answer
) -> None:
    ask_for_impact(session, DUE)
    session.get_one(Acceptance, question.id).answer_id = make_answer(session, question).id
    session.flush()
    assert tell_impact(session, asker, question.id, Use.YES, "", DUE).answer_id != answer.id


def test_figures_count_by_half_year_and_theme_with_what_was_answered_before(
    session: Session, person: Person, asker: Viewer, question: Question, answer: Answer
) -> None:
    ask_for_impact(session, DUE)
    tell_impact(session, asker, question.id, Use.YES, "", DUE)
    other = make_question(session, themes=question.themes)
    make_answer(session, other, accepted=True)
    ask_for_impact(session, DUE + dt.timedelta(days=98))
    found = {"person_id": person.id, "organisation_id": question.organisation_id, "answer_id": answer.id}
    session.add(AnsweredAlready(question_id=question.id, draft_key="sleutel", at=DUE, **found))
    session.flush()
    figures = use_figures(session)
    assert (figures.total.asked, figures.total.told, figures.total.yes, figures.total.already) == (2, 1, 1, 1)
    assert [(half, counts.asked) for half, counts in figures.half_years] == [
        (Half(2013, 2), 1),
        (Half(2013, 1), 1),
    ]
    assert [(label, counts.yes) for _half, label, counts in figures.themes] == [("Zorgplicht", 0), ("Zorgplicht", 1)]


def test_figures_of_an_expert_count_what_they_wrote(session: Session, asker: Viewer, question: Question) -> None:
    expert = make_expert(session)
    make_answer(session, question, author=expert, accepted=True)
    ask_for_impact(session, DUE)
    assert use_of_answers_by(session, expert.id).asked == 1
    tell_impact(session, asker, question.id, Use.NO, "Het kwam te laat.", DUE)
    counts = use_of_answers_by(session, expert.id)
    assert (counts.asked, counts.no, counts.told) == (1, 1, 1)
    assert use_of_answers_by(session, make_expert(session).id).asked == 0


def test_the_row_is_the_claim(session: Session, question: Question, answer: Answer) -> None:
    session.add(Impact(question_id=question.id, answer_id=answer.id, asked_at=NOON))
    session.flush()
    assert ask_for_impact(session, DUE) == 0
    assert session.scalars(select(Impact.question_id)).all() == [question.id]
