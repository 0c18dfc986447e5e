"""Home: what waits, how own questions stand, what is new, for each role."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import Engine

from samenspraak.core.db import Session
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.question import Question
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.rules import InvitationState
from tests.factories.people import make_expert, make_person, make_theme, organisation_of
from tests.factories.questions import make_answer, make_question
from tests.factories.routing import make_stuck
from tests.support.site import NOON, Site
from tests.support.statements import statements_of


def ask_expert(session: Session, question: Question, expert: Person, state: InvitationState) -> Invitation:
    invitation = Invitation(
        question_id=question.id,
        expert_id=expert.id,
        invited_by_id=question.asker_id,
        state=state,
        proposed_at=NOON,
        invited_at=NOON,
        respond_by=NOON + dt.timedelta(days=7),
    )
    session.add(invitation)
    session.flush()
    return invitation


def section(page: BeautifulSoup, anchor: str) -> str:
    found = page.select_one(f"section[aria-labelledby={anchor}]")
    return found.get_text(" ", strip=True) if found else ""


def test_a_visitor_sees_only_what_is_public(site: Site) -> None:
    make_question(site.session, title="Openbare vraag", visibility=Visibility.PUBLIC)
    make_question(site.session, title="Vraag voor ingelogden")

    page = site.get("/")

    assert "Openbare vraag" in section(page, "new")
    assert "Vraag voor ingelogden" not in page.get_text()


@pytest.mark.sqlite_only
def test_a_coordinator_sees_what_waits_and_how_questions_stand(site: Site) -> None:
    asker = make_person(site.session, Role.COORDINATOR, name="Roos Lessenaar")
    unasked = make_question(site.session, asker=asker, title="Nog niemand gevraagd hiervoor")
    answered = make_question(site.session, asker=asker, title="Hier kwam antwoord op")
    make_answer(site.session, answered)
    running = make_question(site.session, asker=asker, title="Deze loopt al")
    ask_expert(site.session, running, make_expert(site.session, name="Otto Landkaart"), InvitationState.INVITED)
    done = make_question(site.session, asker=asker, title="Deze is klaar")
    make_answer(site.session, done, accepted=True)
    site.sign_in(asker)

    page = site.get("/")

    assert page.h1 is not None
    assert page.h1.get_text() == "Goedemiddag, Roos"
    waits = section(page, "waits")
    assert f"Kies deskundigen: {unasked.title}" in waits
    assert f"Hielp dit u? {answered.title}" in waits
    assert running.title not in waits
    assert done.title not in waits
    own = section(page, "own")
    assert "gevraagd: Otto Landkaart" in own
    assert "reactie uiterlijk 21\xa0maart" in own
    assert "Geaccepteerd" in own


@pytest.mark.sqlite_only
def test_an_expert_sees_what_is_asked_and_what_was_promised(site: Site) -> None:
    theme = make_theme(site.session)
    expert = make_expert(site.session, themes=[theme])
    asked = make_question(site.session, title="Wilt u hiernaar kijken?")
    promised = make_question(site.session, title="Dit nam u aan")
    fitting = make_question(site.session, title="Past bij uw vak", themes=[theme])
    ask_expert(site.session, asked, expert, InvitationState.INVITED)
    ask_expert(site.session, promised, expert, InvitationState.ACCEPTED)
    site.sign_in(expert)

    page = site.get("/")

    assert f"Gevraagd: {asked.title}" in section(page, "waits")
    assert f"Schrijf uw antwoord: {promised.title}" in section(page, "waits")
    assert section(page, "new").startswith("Nieuw voor u")
    assert fitting.title in section(page, "new")
    assert f"Past bij uw profiel: {theme.label}" in section(page, "new")
    assert section(page, "own") == ""


def test_a_moderator_sees_what_is_stuck(site: Site) -> None:
    make_stuck(site.session, asked_at=NOON - dt.timedelta(days=30))
    site.sign_in(make_person(site.session, Role.MODERATOR))

    assert "1 vraag" in section(site.get("/"), "stuck")


@pytest.mark.sqlite_only
def test_a_member_sees_news_and_nothing_that_asks(site: Site) -> None:
    make_question(site.session, title="Iets nieuws")
    site.sign_in(make_person(site.session))

    page = site.get("/")

    assert "Iets nieuws" in section(page, "new")
    assert section(page, "waits") == ""
    assert page.select_one("#ask-title") is None


def fill(session: Session, asker: Person, expert: Person, number: int) -> None:
    stranger = make_person(session, Role.COORDINATOR)
    for _ in range(number):
        theme = make_theme(session)
        question = make_question(session, asker=asker, themes=[theme])
        ask_expert(session, question, expert, InvitationState.INVITED)
        make_answer(session, make_question(session, asker=stranger, themes=[theme]), author=expert)
    session.commit()


@pytest.mark.sqlite_only
def test_the_number_of_statements_does_not_grow_with_the_data(site: Site, engine: Engine) -> None:
    asker, expert = make_person(site.session, Role.COORDINATOR), make_expert(site.session)
    fill(site.session, asker, expert, 3)
    site.sign_in(asker)
    with statements_of(engine) as few:
        site.get("/")
    fill(site.session, asker, expert, 30)

    with statements_of(engine) as many:
        site.get("/")

    assert len(many) == len(few) <= 40


def test_who_asks_something_new_stands_there_in_words_without_markup(site: Site) -> None:
    asker, theme = make_person(site.session), make_theme(site.session)
    organisation_of(site.session, asker).code = "PO 26-01"
    make_question(site.session, asker=asker, themes=[theme])
    site.sign_in(make_expert(site.session, themes=[theme]))

    assert "nieuwe vraag van SWV PO 26-01" in section(site.get("/"), "new")
