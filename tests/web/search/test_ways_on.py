"""What the search page says before anything is typed, when nothing is found, and when it cannot search."""

import dataclasses
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from samenspraak.people.kinds import Role
from samenspraak.questions.kinds import Visibility
from samenspraak.search.settings import LIMITS
from tests.factories.people import make_person, make_theme
from tests.factories.questions import make_question
from tests.support.site import Site
from tests.web.search.searching import fill, search, titles

pytestmark = pytest.mark.sqlite_only


def said(site: Site, typed: str, **choices: str) -> str:
    return search(site, typed, **choices).get_text(" ", strip=True)


def test_without_words_the_page_explains_and_shows_themes(site: Site) -> None:
    theme = make_theme(site.session, "vervoer", "Vervoer van leerlingen")
    make_question(site.session, themes=[theme], visibility=Visibility.PUBLIC)
    page = search(site)
    assert page.select_one("h1").get_text() == "Zoeken"
    assert [link["href"] for link in page.select("a.chip")] == ["/zoeken?thema=vervoer"]
    assert page.select_one("details summary")


def test_signs_alone_are_no_words(site: Site) -> None:
    assert "Wij zochten niet op “?!”" in said(site, "?!")


def links(page: BeautifulSoup) -> dict[str, str]:
    return {link.get_text(strip=True): str(link["href"]) for link in page.select("main a")}


def test_nothing_found_offers_searches_that_find_something_with_how_much(site: Site) -> None:
    make_question(site.session, title="De bus")
    make_question(site.session, title="De bus van de gemeente")
    fill(site)
    site.sign_in(make_person(site.session, Role.COORDINATOR))
    page = search(site, '"bus van gisteren"', sector="vo")
    assert page.select_one("h1").get_text() == "Niets gevonden"
    offered = [item.get_text(" ", strip=True) for item in page.select("section[aria-labelledby=ways] li")]
    assert offered == ["Zoek op losse woorden 2", "Zoek alleen op “bus” 2"]
    for way in ("Zoek op losse woorden", "Zoek alleen op “bus”"):
        assert len(titles(site.get(links(page)[way]))) == 2


def test_filters_that_leave_nothing_can_be_taken_off(site: Site) -> None:
    make_question(site.session, title="De bus")
    fill(site)
    site.sign_in(make_person(site.session, Role.COORDINATOR))
    page = search(site, "bus", sector="vo")
    assert links(page)["Zoek zonder filters"] == "/zoeken?q=bus"
    assert "Zoek zonder filters 1" in page.get_text(" ", strip=True)


def test_the_words_are_carried_over_to_the_question_form(site: Site) -> None:
    fill(site)
    site.sign_in(make_person(site.session, Role.COORDINATOR))
    page = search(site, '"bus van morgen" thema:onzin')
    assert "Er is geen thema dat “onzin” heet." in page.get_text()
    assert links(page)["Stel deze vraag"] == "/vragen/nieuw?titel=bus+van+morgen"
    assert site.get(links(page)["Stel deze vraag"]).select_one("[value='bus van morgen']")


def test_a_visitor_logs_in_and_goes_on_to_ask_with_the_same_words(site: Site) -> None:
    fill(site)
    page = search(site, "bus van morgen")
    url = links(page)["Log in en stel deze vraag"]
    assert url == "/inloggen?next=/vragen/nieuw?titel%3Dbus%2Bvan%2Bmorgen"
    assert site.get(url).select_one("input[name=next]")["value"] == "/vragen/nieuw?titel=bus+van+morgen"


def test_nothing_found_names_themes_that_the_words_are_about(site: Site) -> None:
    make_theme(site.session, "schorsing", "Schorsing")
    fill(site)
    assert "Thema’s die erbij passen Schorsing" in said(site, "schorsing")


def test_who_may_not_ask_is_led_to_the_questions(site: Site) -> None:
    fill(site)
    site.sign_in(make_person(site.session))
    page = search(site, "xyz")
    assert "stel deze vraag" not in page.get_text().lower()
    assert page.select_one("main a[href='/vragen']")


def test_what_was_not_searched_for_is_said(site: Site) -> None:
    fill(site)
    assert "Wij zochten niet op “-na:2013”." in said(site, "taxi -na:2013")
    assert "Wij begrijpen “na:gisteren” niet. Schrijf een jaar, maand of dag" in said(site, "taxi na:gisteren")
    assert "Wij kennen “is:klaar” niet." in said(site, "taxi is:klaar")
    assert "OR werkt alleen tussen twee woorden of zinnen." in said(site, "taxi OR")
    assert "Wij zochten niet op “is:beantwoord”. OF werkt daar niet" in said(site, "is:beantwoord OR taxi")
    assert "Uw zoekvraag is te lang. Wij zochten op de eerste 400 tekens." in said(site, "bus" * 200)
    assert "“woord31”. Gebruik hoogstens 30 woorden." in said(site, " ".join(f"woord{n}" for n in range(1, 32)))
    assert "Wij zochten niet op “de”, “het”. Dat staat in bijna elke tekst." in said(site, "de het")
    assert "Er is geen sector “mbo”. Kies po of vo." in said(site, "sector:mbo")


def test_a_missing_index_is_said_and_the_questions_are_offered(site: Site) -> None:
    page = search(site, "bus")
    assert page.select_one("h1").get_text() == "Zoeken kan nu even niet"
    assert page.select_one("main a[href='/vragen']")
    assert page.select_one("#site-search[value=bus]")


def test_an_index_that_goes_while_people_search_is_said(site: Site, tmp_path: Path) -> None:
    make_question(site.session, title="De bus", visibility=Visibility.PUBLIC)
    fill(site)
    assert titles(search(site, "bus")) == ["De bus"]
    shutil.rmtree(tmp_path / "index")
    assert "Zoeken kan nu even niet" in said(site, "bus")
    fill(site)
    assert titles(search(site, "bus")) == ["De bus"]


def test_a_search_that_ran_out_of_time_says_so(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    make_question(site.session, title="De bus", visibility=Visibility.PUBLIC)
    fill(site)
    monkeypatch.setattr("samenspraak.search.finding.LIMITS", dataclasses.replace(LIMITS, seconds=-1.0))
    assert "Het zoeken duurde te lang." in said(site, "bus")
    assert "Dit is een deel van wat er is." in said(site, '"de bus"')
