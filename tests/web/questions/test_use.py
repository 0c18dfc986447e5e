"""Saying whether an answer was used, and reading it at the answer."""

import pytest

from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.questions.kinds import Use, Visibility
from samenspraak.questions.models.answer import Answer
from tests.factories.people import make_expert, make_person
from tests.factories.questions import make_answer, make_impact, make_question
from tests.support.site import Site, parse

pytestmark = pytest.mark.sqlite_only


@pytest.fixture
def asker(site: Site) -> Person:
    return make_person(site.session, Role.COORDINATOR, name="Anna Vrager")


@pytest.fixture
def answer(site: Site, asker: Person) -> Answer:
    question = make_question(site.session, asker=asker, visibility=Visibility.PUBLIC)
    return make_answer(site.session, question, accepted=True)


def test_it_waits_at_home_and_in_the_inbox_until_it_is_told(site: Site, asker: Person, answer: Answer) -> None:
    make_impact(site.session, answer)
    path = f"/vragen/{answer.question_id}/gebruikt"
    site.sign_in(asker)
    for page in ("/", "/postvak"):
        assert site.get(page).select(f"main a[href='{path}']") != []
    assert "Hebt u dit antwoord gebruikt?" in site.get(path).get_text()
    site.post(path, {"used": "yes", "words": "Het scheelde een week."})
    for page in ("/", "/postvak"):
        assert site.get(page).select(f"main a[href='{path}']") == []


def test_it_stands_at_the_answer_for_who_may_read_that_without_a_name(
    site: Site, asker: Person, answer: Answer
) -> None:
    make_impact(site.session, answer, used=Use.PARTLY, words="Alleen het eerste deel.", told_by_id=asker.id)
    text = site.get(f"/vragen/{answer.question_id}").select_one(f"#antwoord-{answer.id}")
    assert text is not None
    assert "Deels gebruikt door de vrager" in text.get_text()
    assert "Alleen het eerste deel." in text.get_text()
    assert asker.name not in text.get_text()
    assert text.select("a[href$=gebruikt]") == []


def test_the_asker_finds_at_the_answer_how_to_change_it(site: Site, asker: Person, answer: Answer) -> None:
    make_impact(site.session, answer, used=Use.YES)
    site.sign_in(asker)
    link = site.get(f"/vragen/{answer.question_id}").select_one("a[href$=gebruikt]")
    assert link is not None
    path = str(link["href"])
    assert site.get(path).select_one("input[value=yes][checked]") is not None
    site.post(path, {"used": "no", "words": "Te duur."})
    assert "Niet gebruikt door de vrager" in site.get(f"/vragen/{answer.question_id}").get_text()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({}, "Kies een van de drie."),
        ({"used": "no", "words": " "}, "Vertel kort waarom u het antwoord niet gebruikte."),
        ({"used": "yes", "words": "Het hielp leerling met BSN 111222333."}, "burgerservicenummer"),
        ({"used": "yes", "words": "x" * 501}, "Gebruik hoogstens 500 tekens."),
    ],
)
def test_what_is_wrong_is_said_at_the_field(
    site: Site, asker: Person, answer: Answer, data: dict[str, str], told: str
) -> None:
    make_impact(site.session, answer)
    site.sign_in(asker)
    assert told in parse(site.post(f"/vragen/{answer.question_id}/gebruikt", data, status=422)).get_text()


def test_others_are_not_asked(site: Site, asker: Person, answer: Answer) -> None:
    path = f"/vragen/{answer.question_id}/gebruikt"
    site.sign_in(asker)
    site.get(path, status=404)
    make_impact(site.session, answer)
    for person in (make_expert(site.session), make_person(site.session, Role.MODERATOR)):
        site.sign_in(person)
        site.get(path, status=403)
        site.post(path, {"used": "yes"}, status=403)
