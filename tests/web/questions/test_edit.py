"""Changing one's own question or answer on the screen."""

import datetime as dt
from typing import Any

import pytest

from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.question import Question
from tests.factories.people import make_expert, make_person, make_theme
from tests.factories.questions import make_answer, make_question
from tests.support.site import NOON, Site, parse


@pytest.fixture
def asker(site: Site) -> Person:
    asker = make_person(site.session, Role.COORDINATOR)
    site.sign_in(asker)
    return asker


@pytest.fixture
def question(site: Site, asker: Person) -> Question:
    return make_question(site.session, asker=asker, themes=[make_theme(site.session)])


def opened(site: Site, path: str) -> dict[str, Any]:
    """Return what a browser would send back from a form as it was opened."""
    form = site.get(path).select_one("main form")
    assert form is not None
    fields = form.select("input[type=hidden], input[type=text], input[type=date], input[checked]")
    data: dict[str, Any] = {str(field["name"]): field.get("value", "") for field in fields}
    data |= {str(area["name"]): area.get_text().removeprefix("\r\n") for area in form.select("textarea[name]")}
    return {name: value for name, value in data.items() if name != "csrf_token"}


@pytest.mark.sqlite_only
def test_a_changed_question_says_so_and_shows_what_it_said_before(site: Site, question: Question) -> None:
    path = f"/vragen/{question.id}"
    data = opened(site, f"{path}/bewerken")
    assert data["body"] == "De passende plek is ver weg."
    site.post(f"{path}/bewerken", data | {"body": "De passende plek is dichtbij."})
    page = site.get(path)
    assert "De passende plek is dichtbij." in page.get_text()
    link = page.select_one(f"a[href='{path}/wijzigingen']")
    assert link is not None
    assert "gewijzigd vandaag" in link.get_text()
    changes = site.get(f"{path}/wijzigingen")
    assert [each.get_text() for each in changes.select("del, ins")] == ["Weg: ver weg", "Erbij: dichtbij"]


def test_a_small_change_is_not_announced(site: Site, asker: Person) -> None:
    question = make_question(site.session, asker=asker, themes=[make_theme(site.session)], asked_at=NOON)
    path = f"/vragen/{question.id}"
    site.post(f"{path}/bewerken", opened(site, f"{path}/bewerken") | {"body": "De plek is dichtbij."})
    page = site.get(path).get_text(" ")
    assert "Uw vraag is aangepast." in page
    assert "veranderd" not in page
    assert "gewijzigd" not in page


@pytest.mark.sqlite_only
def test_an_unchanged_text_has_no_history(site: Site, question: Question) -> None:
    assert "gewijzigd" not in site.get(f"/vragen/{question.id}").get_text()
    assert "Deze tekst is niet gewijzigd." in site.get(f"/vragen/{question.id}/wijzigingen").get_text()


def test_two_windows_lose_nothing(site: Site, question: Question) -> None:
    path = f"/vragen/{question.id}/bewerken"
    data = opened(site, path)
    site.post(path, data | {"body": "Uit het eerste venster."})
    page = parse(site.post(path, data | {"body": "Uit het tweede venster."}, status=422))
    text = page.get_text()
    assert "De tekst is intussen gewijzigd" in text
    assert "Uit het eerste venster." in text
    assert "Uit het tweede venster." in text
    seen = page.select_one("input[name=seen]")
    assert seen is not None
    site.post(path, data | {"body": "Uit beide.", "seen": seen["value"]})
    assert "Uit beide." in site.get(f"/vragen/{question.id}").get_text()


@pytest.mark.sqlite_only
def test_a_wrong_change_keeps_what_was_typed(site: Site, question: Question) -> None:
    path = f"/vragen/{question.id}/bewerken"
    data = opened(site, path) | {"title": "", "body": "Lange nieuwe tekst."}
    page = parse(site.post(path, data, status=422))
    assert "Schrijf uw vraag in een zin." in page.get_text()
    assert "Lange nieuwe tekst." in page.get_text()
    assert "Lange nieuwe tekst." not in site.get(f"/vragen/{question.id}").get_text()


@pytest.mark.sqlite_only
def test_a_preview_changes_nothing(site: Site, question: Question) -> None:
    path = f"/vragen/{question.id}/bewerken"
    page = parse(site.post(path, opened(site, path) | {"body": "*Nieuw*", "preview": "1"}, status=200))
    assert page.select_one("#body-preview em") is not None
    assert "Nieuw" not in site.get(f"/vragen/{question.id}").get_text()


@pytest.mark.sqlite_only
def test_an_answered_question_offers_no_wider_circle(site: Site, question: Question) -> None:
    make_answer(site.session, question)
    path = f"/vragen/{question.id}/bewerken"
    offered = [field["value"] for field in site.get(path).select("input[name=visibility]")]
    assert offered == ["signed_in", "restricted"]
    site.post(path, opened(site, path) | {"visibility": "public"}, status=422)


@pytest.mark.sqlite_only
def test_a_passed_wish_does_not_stand_in_the_way(site: Site, asker: Person) -> None:
    question = make_question(
        site.session, asker=asker, themes=[make_theme(site.session)], wished_by=dt.date(2013, 3, 1)
    )
    path = f"/vragen/{question.id}/bewerken"
    site.post(path, opened(site, path) | {"body": "Nieuw."})


def test_a_changed_answer_says_so_and_shows_what_it_said_before(site: Site) -> None:
    expert = make_expert(site.session)
    answer = make_answer(site.session, make_question(site.session), author=expert)
    question_id = answer.question_id
    site.sign_in(expert)
    path = f"/antwoorden/{answer.id}"
    site.post(f"{path}/bewerken", opened(site, f"{path}/bewerken") | {"body": "De gemeente adviseert."})
    page = site.get(f"/vragen/{question_id}")
    assert page.select_one(f"#antwoord-{answer.id} a[href='{path}/wijzigingen']") is not None
    changes = site.get(f"{path}/wijzigingen")
    assert [each.get_text() for each in changes.select("del, ins")] == ["Weg: beslist", "Erbij: adviseert"]


def test_two_windows_with_an_answer_lose_nothing(site: Site) -> None:
    expert = make_expert(site.session)
    answer = make_answer(site.session, make_question(site.session), author=expert)
    site.sign_in(expert)
    path = f"/antwoorden/{answer.id}/bewerken"
    data = opened(site, path)
    site.post(path, data | {"body": "Eerste."})
    text = site.post(path, data | {"body": "Tweede."}, status=422).text
    assert "Eerste." in text
    assert "Tweede." in text


@pytest.mark.sqlite_only
@pytest.mark.parametrize("role", list(Role))
def test_only_who_wrote_it_changes_it(site: Site, question: Question, role: Role) -> None:
    answer = make_answer(site.session, question)
    site.sign_in(make_person(site.session, role))
    for path in (f"/vragen/{question.id}/bewerken", f"/antwoorden/{answer.id}/bewerken"):
        site.get(path, status=403)
        site.post(path, {"title": "Anders", "body": "Een tekst van drie woorden."}, status=403)


def test_visitors_may_read_what_a_public_text_said_before(site: Site, asker: Person) -> None:
    question = make_question(site.session, asker=asker, themes=[make_theme(site.session)], visibility=Visibility.PUBLIC)
    path = f"/vragen/{question.id}"
    site.post(f"{path}/bewerken", opened(site, f"{path}/bewerken") | {"body": "<b>Nieuw</b>"})
    site.sign_out()
    page = site.get(f"{path}/wijzigingen")
    assert "<b>Nieuw</b>" in page.get_text()
    assert page.select("main b") == []
