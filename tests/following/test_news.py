"""What is new for someone: with the right reasons, never their own, never anything hidden."""

import datetime as dt
from pathlib import Path

import pytest

from samenspraak.core.db import Session
from samenspraak.following.actions.follows import follow
from samenspraak.following.actions.searches import save_search
from samenspraak.following.kinds import NewsKind, ReasonKind, Subject
from samenspraak.following.queries.news import news_for
from samenspraak.following.rules import WINDOW, News
from samenspraak.following.targets import Target
from samenspraak.following.wishes import Wish
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.answer import EarlierText
from samenspraak.search.index import Index
from samenspraak.search.thesaurus import Thesaurus
from tests.factories.articles import make_article
from tests.factories.experiences import make_experience
from tests.factories.index import index_all
from tests.factories.people import make_expert, make_person, make_theme, organisation_of, viewer
from tests.factories.questions import make_answer, make_question
from tests.support.site import NOON


@pytest.fixture
def index(tmp_path: Path) -> Index:
    """An index of its own."""
    return Index(tmp_path / "index")


def news_of(session: Session, index: Index, person: Person) -> tuple[News, ...]:
    index_all(session, index)
    return news_for(session, index, Thesaurus(), viewer(person), NOON)


def told(news: tuple[News, ...]) -> list[tuple[NewsKind, list[ReasonKind]]]:
    return [(each.happening.kind, [reason.kind for reason in each.reasons]) for each in news]


def start(session: Session, person: Person, subject: Subject, key: int) -> None:
    follow(session, viewer(person), Target(subject, key), NOON)


def test_a_followed_theme_tells_of_questions_and_experiences_on_it(session: Session, index: Index) -> None:
    person, theme = make_person(session), make_theme(session, label="Zorgplicht")
    start(session, person, Subject.THEME, theme.id)
    make_question(session, themes=[theme])
    make_experience(session, themes=[theme])
    make_question(session)

    news = news_of(session, index, person)

    assert sorted(told(news)) == [
        (NewsKind.ASKED, [ReasonKind.FOLLOWED_THEME]),
        (NewsKind.WORKED_OUT, [ReasonKind.FOLLOWED_THEME]),
    ]
    assert {reason.name for each in news for reason in each.reasons} == {"Zorgplicht"}


def test_a_followed_theme_tells_of_articles_that_its_reader_may_read(session: Session, index: Index) -> None:
    person, theme = make_person(session), make_theme(session, label="Zorgplicht")
    start(session, person, Subject.THEME, theme.id)
    article = make_article(session, themes=[theme], public=False)
    make_article(session, themes=[theme], published=False, title="Concept")
    make_article(session, title="Over iets anders")

    [news] = news_of(session, index, person)

    assert told((news,)) == [(NewsKind.PUBLISHED, [ReasonKind.FOLLOWED_THEME])]
    assert (news.happening.article_id, news.happening.slug) == (article.id, article.slug)


def test_a_followed_expert_tells_of_answers_and_a_followed_question_of_all_that_happens_to_it(
    session: Session, index: Index
) -> None:
    person, expert = make_person(session), make_expert(session, name="Iris")
    start(session, person, Subject.EXPERT, expert.id)
    answered = make_question(session, asked_at=NOON - WINDOW - dt.timedelta(days=1))
    answer = make_answer(session, answered, author=expert)

    [news] = news_of(session, index, person)

    assert (news.happening.answer_id, news.happening.actor) == (answer.id, "Iris")
    assert told((news,)) == [(NewsKind.ANSWERED, [ReasonKind.FOLLOWED_EXPERT])]
    start(session, person, Subject.QUESTION, answered.id)
    session.add(
        EarlierText(
            question_id=answered.id, body="Eerst", written_at=NOON, replaced_at=NOON, replaced_by_id=answered.asker_id
        )
    )
    [news] = news_of(session, index, person)
    assert told((news,)) == [(NewsKind.ANSWERED, [ReasonKind.FOLLOWED_QUESTION, ReasonKind.FOLLOWED_EXPERT])]


def test_a_profile_own_questions_and_saved_searches_are_reasons_too(session: Session, index: Index) -> None:
    theme, asked_theme = make_theme(session, label="Thuiszitters"), make_theme(session, label="Vervoer")
    person = make_expert(session, themes=[theme])
    make_question(session, asker=person, themes=[asked_theme], title="Wie regelt busjes naar school?", body="")
    save_search(session, viewer(person), "Taxi's", Wish("taxi"), NOON)
    make_question(session, themes=[theme], title="Een kind blijft thuis", body="")
    make_question(session, title="Wie regelt busjes naar school op vrijdag?", body="")
    make_question(session, title="Mag een taxi?", body="")
    make_question(session, themes=[asked_theme], title="Vergoeding per kilometer", body="")

    news = news_of(session, index, person)

    assert {reason.kind: reason.name for each in news for reason in each.reasons} == {
        ReasonKind.PROFILE_THEME: "Thuiszitters",
        ReasonKind.LIKE_OWN_QUESTION: "Wie regelt busjes naar school?",
        ReasonKind.SAVED_SEARCH: "Taxi's",
        ReasonKind.ASKED_THEME: "Vervoer",
    }


def test_own_questions_answers_and_experiences_are_no_news(session: Session, index: Index) -> None:
    theme = make_theme(session)
    person = make_person(session, Role.COORDINATOR)
    start(session, person, Subject.THEME, theme.id)
    own = make_question(session, asker=person, themes=[theme])
    make_answer(session, own, accepted=True)
    old = make_question(session, themes=[theme], asked_at=NOON - WINDOW - dt.timedelta(days=1))
    make_answer(session, old, author=person)
    make_experience(session, organisation_of(session, person), by=person, themes=[theme])

    assert news_of(session, index, person) == ()


def test_without_an_index_the_rest_is_told(session: Session, index: Index) -> None:
    person, theme = make_person(session), make_theme(session)
    start(session, person, Subject.THEME, theme.id)
    make_question(session, themes=[theme])
    make_question(session, asker=person)

    assert len(news_for(session, index, Thesaurus(), viewer(person), NOON)) == 1


def test_a_restricted_question_and_a_held_answer_make_no_difference(session: Session, index: Index) -> None:
    person, theme, expert = make_person(session), make_theme(session), make_expert(session)
    start(session, person, Subject.THEME, theme.id)
    start(session, person, Subject.EXPERT, expert.id)
    save_search(session, viewer(person), "Vervoer", Wish("vervoer"), NOON)
    make_question(session, themes=[theme], title="Wie betaalt vervoer?")
    before = news_of(session, index, person)

    hidden = make_question(session, themes=[theme], title="Besloten vervoer", visibility=Visibility.RESTRICTED)
    make_answer(session, hidden, author=expert, accepted=True)
    old = make_question(session, asked_at=NOON - WINDOW - dt.timedelta(days=1))
    held = make_answer(session, old, author=expert)
    held.held_at = NOON
    session.flush()

    assert news_of(session, index, person) == before


def test_what_is_asked_anonymously_tells_nobody_of_a_followed_partnership_or_expert(
    session: Session, index: Index
) -> None:
    asker = make_expert(session)
    person = make_person(session)
    start(session, person, Subject.EXPERT, asker.id)
    theme = make_theme(session)
    start(session, person, Subject.THEME, theme.id)
    question = make_question(session, asker=asker, themes=[theme], is_anonymous=True)
    make_answer(session, question, author=asker)

    news = news_of(session, index, person)

    assert told(news) == [(NewsKind.ANSWERED, [ReasonKind.FOLLOWED_THEME])]
    assert news[0].happening.actor == ""
    question.is_anonymous = False
    session.flush()
    assert ReasonKind.FOLLOWED_EXPERT in {reason.kind for reason in news_of(session, index, person)[0].reasons}
