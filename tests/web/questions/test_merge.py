"""Two who change one text at once: what fits is merged, between the rest one chooses, and nothing is lost."""

import datetime as dt
from typing import Any

import pytest
from bs4 import BeautifulSoup

from samenspraak.people.kinds import Role, Sector
from samenspraak.people.models.account import Person
from samenspraak.questions.models.question import Question
from tests.factories.people import make_expert, make_person, make_theme
from tests.factories.questions import make_answer, make_question
from tests.support.site import Site, parse
from tests.web.questions.test_edit import opened

pytestmark = pytest.mark.sqlite_only

BODY = "De school betaalt.\n\nDe gemeente wacht."


@pytest.fixture
def asker(site: Site) -> Person:
    asker = make_person(site.session, Role.COORDINATOR)
    site.sign_in(asker)
    return asker


@pytest.fixture
def question(site: Site, asker: Person) -> Question:
    return make_question(site.session, asker=asker, themes=[make_theme(site.session, label="Vervoer")], body=BODY)


def path_of(question: Question) -> str:
    return f"/vragen/{question.id}/bewerken"


def clash(site: Site, path: str, data: dict[str, Any], first: dict[str, Any], second: dict[str, Any]) -> BeautifulSoup:
    """Send a form twice as it was opened, changed in two ways; return what the second one is answered."""
    site.post(path, data | first)
    return parse(site.post(path, data | second, status=422))


def held(page: BeautifulSoup, name: str) -> str:
    field = page.select_one(f"main form [name={name}]")
    assert field is not None
    return str(field.get("value", field.get_text().removeprefix("\r\n").removeprefix("\n")))


def test_changes_in_two_places_are_put_together_to_be_looked_at(site: Site, question: Question) -> None:
    path = path_of(question)
    first = {"body": BODY.replace("betaalt.", "betaalt niets.")}
    page = clash(site, path, opened(site, path), first, {"body": f"{BODY}\n\nWat nu?"})
    assert held(page, "body") == "De school betaalt niets.\n\nDe gemeente wacht.\n\nWat nu?"
    assert "Beide wijzigingen passen bij elkaar" in page.get_text()
    assert "in een ander venster" in page.get_text()


def test_the_merge_is_sent_again_and_stands(site: Site, question: Question) -> None:
    path = path_of(question)
    data = opened(site, path)
    page = clash(site, path, data, {"body": "Een."}, {"body": "Twee."})
    assert held(page, "body") == "Een.\n\nTwee."
    again = {name: held(page, name) for name in ("seen", "base", "body")}
    site.post(path, data | again | {"body": "Een en twee."})
    assert "Een en twee." in site.get(f"/vragen/{question.id}").get_text()
    versions = site.get(f"/vragen/{question.id}/wijzigingen").select(".versions__version")
    assert len(versions) == 2, "the second edit came within five minutes of the first"


def test_what_collides_is_shown_beside_each_other(site: Site, question: Question) -> None:
    path = path_of(question)
    first, second = ({"body": BODY.replace("wacht", word)} for word in ("weigert", "twijfelt"))
    page = clash(site, path, opened(site, path), first, second)
    sides = [each.get_text(" ", strip=True) for each in page.select(".merge__conflict .sides__side")]
    assert sides == [
        "Uw andere versie De gemeente Weg: wacht Erbij: weigert .",
        "Wat u schreef De gemeente Weg: wacht Erbij: twijfelt .",
    ]
    marked = [(mark.name, mark.get_text()) for mark in page.select(".merge__conflict .change")]
    assert marked == [
        ("del", "Weg: wacht"),
        ("ins", "Erbij: weigert"),
        ("del", "Weg: wacht"),
        ("ins", "Erbij: twijfelt"),
    ]
    assert "onderstreept met een plus kwam erbij" in page.get_text()
    assert "Op 1 plaats past" in page.get_text()


def test_themes_of_both_stay_and_a_field_of_one_value_holds_what_was_changed(site: Site, question: Question) -> None:
    one, two = make_theme(site.session, label="Zorg"), make_theme(site.session, label="Thuiszitters")
    own = question.themes[0].id
    path = path_of(question)
    data = opened(site, path)
    page = clash(
        site, path, data, {"themes": [own, one.id], "sector": Sector.SECONDARY.value}, {"themes": [own, two.id]}
    )
    ticked = {str(box["value"]) for box in page.select("input[name=themes][checked]")}
    assert ticked == {str(own), str(one.id), str(two.id)}
    chosen = page.select_one("input[name=sector][checked]")
    assert chosen is not None
    assert chosen["value"] == Sector.SECONDARY.value


def test_a_value_that_both_changed_is_told_and_stays_as_one_typed_it(site: Site, question: Question) -> None:
    path = path_of(question)
    data = opened(site, path)
    page = clash(site, path, data, {"title": "Wie haalt hem op?"}, {"title": "Wie brengt haar weg?"})
    assert held(page, "title") == "Wie brengt haar weg?"
    added = [mark.get_text().removeprefix("Erbij: ").strip() for mark in page.select(".merge ins.change")]
    assert added == ["haalt hem op", "brengt haar weg"]


def test_a_day_that_both_changed_is_marked_as_days_are_read(site: Site, question: Question) -> None:
    question.wished_by = dt.date(2030, 3, 1)
    site.session.flush()
    path = path_of(question)
    data = opened(site, path)
    page = clash(site, path, data, {"wished_by": "2030-03-08"}, {"wished_by": "2030-03-15"})
    added = [mark.get_text() for mark in page.select(".merge ins.change")]
    assert [text.removeprefix("Erbij: ").strip() for text in added] == ["8", "15"]


def test_what_was_taken_over_is_marked(site: Site, question: Question) -> None:
    path = path_of(question)
    first = {"body": BODY.replace("De school", "Onze school")}
    page = clash(site, path, opened(site, path), first, {"body": f"{BODY}\n\nWat nu?"})
    assert [mark.get_text() for mark in page.select(".merge ins.change")] == ["Erbij: Onze"]


def test_the_same_change_sent_twice_is_no_clash(site: Site, question: Question) -> None:
    path = path_of(question)
    data = opened(site, path) | {"body": "Nieuw."}
    site.post(path, data)
    site.post(path, data)


def test_a_change_that_says_nothing_of_what_the_other_changed_goes_through(site: Site, question: Question) -> None:
    """Only what someone else changed has to be looked at: here that is nothing that differs."""
    path = path_of(question)
    data = opened(site, path)
    site.post(path, data | {"body": "Nieuw."})
    site.post(path, data | {"body": "Nieuw.", "sector": Sector.SECONDARY.value})


@pytest.mark.parametrize("base", ["", "{", "[]", '{"themes": 3, "body": [1]}'])
def test_a_base_that_cannot_be_read_loses_nothing(site: Site, question: Question, base: str) -> None:
    path = path_of(question)
    data = opened(site, path)
    page = clash(site, path, data, {"body": "Een."}, {"body": "Twee.", "base": base})
    assert held(page, "body") == "Een.\n\nTwee."


def test_two_windows_with_an_answer_are_merged(site: Site) -> None:
    expert = make_expert(site.session)
    answer = make_answer(site.session, make_question(site.session), author=expert, body=BODY)
    site.sign_in(expert)
    path = f"/antwoorden/{answer.id}/bewerken"
    page = clash(site, path, opened(site, path), {"basis": "Artikel 4"}, {"body": f"{BODY}\n\nMeer."})
    assert (held(page, "basis"), held(page, "body")) == ("Artikel 4", f"{BODY}\n\nMeer.")
