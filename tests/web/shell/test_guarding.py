"""The guard on forms: what is refused stays on the screen only, what is warned of is posted once it is confirmed."""

from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from sqlalchemy import select

from samenspraak.moderation.models import ConfirmedWarning
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.questions.models.answer import Answer, Comment
from samenspraak.questions.models.question import Question
from samenspraak.web.shell.guarding import may_be_kept
from tests.factories.people import make_person
from tests.factories.questions import make_question
from tests.support.site import Site

BSN = "Het gaat om leerling 123456782 van groep 6."
PHONE = "Bel de moeder op 06-12345678 als u meer wilt weten."
OTHER_PHONE = "Bel de vader op 06-87654321 als u meer wilt weten."


@pytest.fixture
def reader(site: Site) -> Person:
    reader = make_person(site.session, Role.COORDINATOR)
    site.sign_in(reader)
    return reader


@pytest.fixture
def question(site: Site) -> Question:
    return make_question(site.session)


def comment(site: Site, question: Question, body: str, status: int, **values: Any) -> BeautifulSoup:
    response = site.post(f"/vragen/{question.id}/reacties", {"body": body, **values}, status)
    return BeautifulSoup(response.text, "html.parser")


def only(page: BeautifulSoup, selector: str) -> Tag:
    [found] = page.select(selector)
    return found


def comments(site: Site) -> list[str]:
    return list(site.session.scalars(select(Comment.body)))


@pytest.mark.sqlite_only
def test_what_is_refused_is_marked_at_its_field_and_stays_typed(site: Site, reader: Person, question: Question) -> None:
    page = comment(site, question, BSN, 422)
    assert only(page, ".found mark").text == "123456782"
    field = only(page, "textarea[aria-invalid=true]")
    assert BSN in field.text
    assert only(page, ".found")["id"] in str(field["aria-describedby"]).split()
    assert not page.select("input[name=privacy_confirmed]")
    assert comments(site) == []


@pytest.mark.sqlite_only
def test_a_refusal_cannot_be_confirmed(site: Site, reader: Person, question: Question) -> None:
    sign = only(comment(site, question, PHONE, 422), "input[name=privacy_confirmed]")["value"]
    page = comment(site, question, f"{PHONE} {BSN}", 422, privacy_confirmed=sign)
    assert not page.select("input[name=privacy_confirmed]")
    assert comments(site) == []


def test_what_is_warned_of_is_posted_once_it_is_confirmed(site: Site, reader: Person, question: Question) -> None:
    page = comment(site, question, PHONE, 422)
    assert comments(site) == []
    comment(site, question, PHONE, 303, privacy_confirmed=only(page, "input[name=privacy_confirmed]")["value"])
    assert comments(site) == [PHONE]
    [warning] = site.session.scalars(select(ConfirmedWarning))
    assert (warning.person_id, warning.kinds, warning.question_id) == (reader.id, ["phone"], question.id)
    assert warning.endpoint == "questions.comment"


@pytest.mark.sqlite_only
def test_a_confirmation_holds_for_exactly_what_was_shown(site: Site, reader: Person, question: Question) -> None:
    sign = only(comment(site, question, PHONE, 422), "input[name=privacy_confirmed]")["value"]
    page = comment(site, question, OTHER_PHONE, 422, privacy_confirmed=sign)
    assert not only(page, "input[name=privacy_confirmed]").has_attr("checked")
    comment(site, question, f"{PHONE} En graag snel.", 303, privacy_confirmed=sign)


@pytest.mark.sqlite_only
def test_a_text_without_personal_data_leaves_no_record(site: Site, reader: Person, question: Question) -> None:
    comment(site, question, "Bij ons werkt dit goed.", 303)
    assert not site.session.scalars(select(ConfirmedWarning)).all()


@pytest.mark.sqlite_only
def test_a_preview_shows_what_would_be_refused_and_keeps_nothing(site: Site, question: Question) -> None:
    site.sign_in(make_person(site.session, Role.EXPERT))
    response = site.post(f"/vragen/{question.id}/antwoorden", {"body": BSN, "preview": "1"}, 200)
    page = BeautifulSoup(response.text, "html.parser")
    assert only(page, ".editor__preview .found mark").text == "123456782"
    assert not site.session.scalars(select(Answer)).all()


def test_a_name_in_one_field_and_the_birth_date_in_the_next_are_refused() -> None:
    assert not may_be_kept("Wat te doen voor Sem Bakker", "geboren 3 mei 2006, hij zit thuis")
    assert may_be_kept("Wat te doen voor een leerling", "die in mei 2006 is geboren")
    assert may_be_kept(PHONE, None)
