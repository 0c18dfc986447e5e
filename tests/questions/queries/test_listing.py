"""Lists of questions: filters, order, rows, and nothing that someone may not see."""

import datetime as dt

import pytest

from samenspraak.core.db import Session
from samenspraak.people.kinds import Role, Sector
from samenspraak.people.models.account import Person
from samenspraak.people.rules import VISITOR, Viewer
from samenspraak.questions.kinds import AnswerState, CloseReason, Visibility
from samenspraak.questions.queries.listing import QuestionFilters, list_questions, most_discussed, rows_of
from samenspraak.questions.queries.questions import titles_of
from tests.factories.people import make_person, make_theme, viewer
from tests.factories.questions import make_answer, make_question
from tests.support.site import NOON

ALL = QuestionFilters()


def titles(session: Session, who: Viewer, filters: QuestionFilters = ALL) -> list[str]:
    rows, total = list_questions(session, who, filters)
    assert total == len(rows)
    return [row.title for row in rows]


@pytest.fixture
def reader(session: Session) -> Person:
    return make_person(session, Role.EXPERT)


def test_the_newest_comes_first(session: Session, reader: Person) -> None:
    for days in (3, 1, 2):
        make_question(session, title=f"{days} dagen oud", asked_at=NOON - dt.timedelta(days=days))
    assert titles(session, viewer(reader)) == ["1 dagen oud", "2 dagen oud", "3 dagen oud"]


def test_a_page_is_a_part_and_the_count_is_of_all(session: Session, reader: Person) -> None:
    for number in range(5):
        make_question(session, title=str(number), asked_at=NOON - dt.timedelta(days=number))
    rows, total = list_questions(session, viewer(reader), ALL, limit=2)
    assert ([row.title for row in rows], total) == (["0", "1"], 5)


def test_a_restricted_question_is_in_no_row_count_or_title_of_a_stranger(session: Session, reader: Person) -> None:
    theme = make_theme(session)
    question = make_question(session, title="Geheim", themes=[theme], visibility=Visibility.RESTRICTED)
    stranger = viewer(reader)
    assert list_questions(session, stranger, ALL) == ([], 0)
    assert list_questions(session, stranger, QuestionFilters(theme=theme.slug)) == ([], 0)
    assert rows_of(session, stranger, [question.id]) == []
    assert titles_of(session, stranger, [question.id]) == {}
    assert most_discussed(session, stranger) == []


def test_a_visitor_sees_and_counts_only_what_is_public(session: Session) -> None:
    theme = make_theme(session)
    for visibility in Visibility:
        make_question(session, title=visibility.value, themes=[theme], visibility=visibility)
    assert titles(session, VISITOR) == ["public"]
    assert [each.questions for each in most_discussed(session, VISITOR)] == [1]


def test_the_asker_and_a_colleague_see_their_restricted_question(session: Session) -> None:
    asker = make_person(session, Role.COORDINATOR)
    colleague = make_person(session, Role.MEMBER, organisation=asker.assignments[0].organisation)
    question = make_question(session, asker=asker, title="Eigen", visibility=Visibility.RESTRICTED)
    for person in (asker, colleague):
        assert titles(session, viewer(person)) == ["Eigen"]
        assert titles_of(session, viewer(person), [question.id]) == {question.id: "Eigen"}


def test_a_theme_that_a_question_has_among_others_finds_it(session: Session, reader: Person) -> None:
    first, second = make_theme(session), make_theme(session)
    make_question(session, title="beide", themes=[first, second])
    make_question(session, title="geen")
    assert titles(session, viewer(reader), QuestionFilters(theme=second.slug)) == ["beide"]


def test_a_question_on_both_sectors_belongs_to_each(session: Session, reader: Person) -> None:
    for sector in Sector:
        make_question(session, title=sector.value, sector=sector)
    assert set(titles(session, viewer(reader), QuestionFilters(sector=Sector.PRIMARY))) == {"po", "both"}


def test_each_question_is_in_exactly_one_state(session: Session, reader: Person) -> None:
    make_question(session, title="open")
    make_answer(session, make_question(session, title="answered"))
    make_answer(session, make_question(session, title="accepted"), accepted=True)
    make_question(session, title="closed", closed_at=NOON, closed_because=CloseReason.UNCLEAR)
    for state in AnswerState:
        assert titles(session, viewer(reader), QuestionFilters(state=state)) == [state.value]


def test_own_questions_are_those_one_asked(session: Session) -> None:
    asker = make_person(session, Role.COORDINATOR)
    make_question(session, asker=asker, title="van mij")
    make_question(session, title="van een ander", visibility=Visibility.PUBLIC)
    own = QuestionFilters(only_own=True)
    assert titles(session, viewer(asker), own) == ["van mij"]
    assert titles(session, VISITOR, own) == []


def test_a_row_tells_what_the_list_shows(session: Session) -> None:
    asker = make_person(session, Role.COORDINATOR)
    theme = make_theme(session)
    question = make_question(session, asker=asker, themes=[theme])
    make_answer(session, question)
    make_answer(session, question, accepted=True)
    [row] = rows_of(session, viewer(asker), [question.id])
    assert (row.themes, row.asker.organisation) == ((theme.label,), asker.assignments[0].organisation.title)
    assert (row.answers, row.is_accepted, row.is_own) == (2, True, True)


def test_the_most_discussed_theme_comes_first(session: Session, reader: Person) -> None:
    rare, common = make_theme(session), make_theme(session)
    make_question(session, themes=[rare, common])
    make_question(session, themes=[common])
    assert [(each.slug, each.questions) for each in most_discussed(session, viewer(reader))] == [
        (common.slug, 2),
        (rare.slug, 1),
    ]
