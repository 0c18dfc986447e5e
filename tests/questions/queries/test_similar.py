"""Earlier questions like one that is asked: from the index, checked again in the database."""

from pathlib import Path

import pytest
from sqlalchemy import update

from samenspraak.core.db import Session
from samenspraak.people.kinds import Role
from samenspraak.people.rules import VISITOR, Viewer
from samenspraak.questions.documents import question_documents
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.similar import AlikeQuestion, FittingTheme, find_alike, find_fitting_themes
from samenspraak.search.index import Index
from samenspraak.themes.queries import thesaurus
from tests.factories.people import make_person, make_theme, viewer
from tests.factories.questions import make_answer, make_question

TITLE = "Vergoeding van vervoer naar school"


@pytest.fixture
def index(session: Session, tmp_path: Path) -> Index:
    """An index, and one question on something else: likeness is relative."""
    make_question(session, title="Dyslexie", body="Leeshulp in groep 4.", visibility=Visibility.PUBLIC)
    return Index(tmp_path / "index")


def alike(session: Session, index: Index, who: Viewer, title: str = TITLE) -> tuple[AlikeQuestion, ...]:
    return find_alike(session, index, thesaurus(session), who, title, "")


def test_a_question_on_the_same_is_found_with_its_accepted_answer(session: Session, index: Index) -> None:
    question = make_question(session, title="Wie betaalt het vervoer naar school?")
    make_answer(session, question, body="Een ander antwoord.")
    answer = make_answer(session, question, accepted=True, body="De **gemeente** beslist.")
    name = answer.author.name
    index.apply(question_documents(session))
    [found] = alike(session, index, viewer(make_person(session)))
    assert (found.row.id, found.row.answers) == (question.id, 2)
    assert (found.accepted_text, found.accepted_of) == ("De **gemeente** beslist.", name)


def test_a_restricted_question_is_like_nothing_for_a_stranger(session: Session, index: Index) -> None:
    asker = make_person(session, Role.COORDINATOR)
    make_question(session, asker=asker, title=TITLE, visibility=Visibility.RESTRICTED)
    who, own = viewer(make_person(session)), viewer(asker)
    index.apply(question_documents(session))
    assert alike(session, index, who) == ()
    assert alike(session, index, VISITOR) == ()
    assert len(alike(session, index, own)) == 1


def test_an_index_that_lags_behind_does_not_leak(session: Session, index: Index) -> None:
    question = make_question(session, title=TITLE, visibility=Visibility.PUBLIC)
    index.apply(question_documents(session))
    session.execute(update(Question).where(Question.id == question.id).values(visibility=Visibility.RESTRICTED))
    assert alike(session, index, VISITOR) == ()


def test_without_an_index_nothing_is_alike_and_nothing_fails(session: Session, index: Index) -> None:
    assert alike(session, index, VISITOR) == ()
    assert find_fitting_themes(index, thesaurus(session), VISITOR, TITLE, "") == ()


def test_an_empty_text_is_like_nothing(session: Session, index: Index) -> None:
    assert alike(session, index, VISITOR, " ") == ()


def test_themes_of_questions_like_it_are_suggested_but_not_of_hidden_ones(session: Session, index: Index) -> None:
    seen, hidden = make_theme(session), make_theme(session)
    make_question(session, title=TITLE, themes=[seen], visibility=Visibility.PUBLIC)
    make_question(session, title=TITLE, themes=[hidden], visibility=Visibility.RESTRICTED)
    index.apply(question_documents(session))
    assert find_fitting_themes(index, thesaurus(session), VISITOR, TITLE, "") == (FittingTheme(seen.slug),)


def test_a_theme_that_the_text_names_comes_with_the_words_that_name_it(session: Session, index: Index) -> None:
    theme = make_theme(session, label="Leerlingenvervoer")
    index.apply(question_documents(session))
    found = find_fitting_themes(index, thesaurus(session), VISITOR, "Wie betaalt?", "Het Leerlingenvervoer stopt.")
    assert found == (FittingTheme(theme.slug, "Leerlingenvervoer"),)
