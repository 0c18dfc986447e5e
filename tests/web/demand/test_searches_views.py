"""`/moderatie/zoekvragen`: what people search for and do not find, for moderators, also as a file."""

import pytest
from bs4 import BeautifulSoup

from samenspraak.people.kinds import Role
from samenspraak.questions.kinds import Visibility
from tests.factories.people import make_person, make_theme
from tests.factories.questions import make_question
from tests.support.site import Site
from tests.web.search.searching import fill, search

pytestmark = pytest.mark.sqlite_only


@pytest.fixture
def searched(site: Site) -> Site:
    """Visitors searched, for what is there and for what is not; then a moderator looks."""
    theme = make_theme(site.session, "vervoer", "Leerlingenvervoer")
    question = make_question(site.session, title="De bus", themes=[theme], visibility=Visibility.PUBLIC)
    fill(site)
    for typed in ("bus", "taxi", "bus", "taxi", "-taxi bus", "Zwartepoorte", "thema:vervoer"):
        search(site, typed)
    site.fetch("GET", f"/vragen/{question.id}", headers={"Referer": "http://localhost/zoeken?q=bus"})
    site.sign_in(make_person(site.session, Role.MODERATOR))
    return site


def rows(page: BeautifulSoup) -> list[list[str]]:
    return [[cell.get_text(strip=True) for cell in row.select("th, td")] for row in page.select("tbody tr")]


def test_what_is_not_found_stands_first(searched: Site) -> None:
    page = searched.get("/moderatie/zoekvragen?wie=bezoekers")
    assert rows(page) == [
        ["taxi", "2 keer", "2 keer", "0", "0%"],
        ["…", "1 keer", "1 keer", "0", "0%"],
        ["bus", "2 keer", "–", "1", "50%"],
        ["bus -taxi", "1 keer", "–", "1", "0%"],
    ]
    assert "7 keer gezocht, waarvan 3 keer zonder resultaat. Na 14% van de zoekvragen is iets geopend." in " ".join(
        page.get_text().split()
    )
    assert [link["href"] for link in page.select("tbody a")] == [
        "/zoeken?q=taxi",
        "/zoeken?q=bus",
        "/zoeken?q=bus+-taxi",
    ]
    assert page.select_one("aside .facet a, .aside .facet a")["href"] == "/zoeken?thema=vervoer"


def test_what_visitors_could_not_find_is_left_out_at_first(searched: Site) -> None:
    assert rows(searched.get("/moderatie/zoekvragen")) == []
    search(searched, "taxi")
    assert rows(searched.get("/moderatie/zoekvragen")) == [["taxi", "1 keer", "1 keer", "0", "0%"]]


def test_the_same_comes_as_a_file_that_holds_no_formula(searched: Site) -> None:
    search(searched, "-gemeente")
    export = searched.get("/moderatie/zoekvragen?periode=jaar&wie=iedereen").find("a", string="Download als CSV")
    response = searched.fetch("GET", str(export["href"]))
    assert response.mimetype == "text/csv"
    assert response.headers["Content-Disposition"] == "attachment; filename=zoekvragen-2013-03-14.csv"
    lines = response.data.decode("utf-8-sig").splitlines()
    assert lines[:2] == ["Woorden;Gezocht;Niets gevonden;Meeste resultaten;Iets geopend", "taxi;2;2;0;0"]
    assert "'-gemeente;1;0;1;0" in lines


def test_without_searches_the_page_says_what_comes_here(site: Site) -> None:
    site.sign_in(make_person(site.session, Role.MODERATOR))
    page = site.get("/moderatie/zoekvragen?periode=onzin")
    assert "In deze periode is nog niet gezocht." in page.get_text()
    assert page.select_one(".site-nav [aria-current]").get_text() == "Moderatie"


def test_the_desk_leads_there(site: Site) -> None:
    site.sign_in(make_person(site.session, Role.MODERATOR))
    assert site.get("/moderatie").select_one("nav a[href='/moderatie/zoekvragen']")
