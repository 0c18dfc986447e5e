"""The list of questions, as each sees it."""

import csv
import datetime as dt

import pytest
from bs4 import BeautifulSoup, Tag

from samenspraak.core.keyset import Cursor, write_cursor
from samenspraak.people.kinds import Role, Sector
from samenspraak.questions.kinds import Visibility
from tests.factories.people import make_person, make_theme, organisation_of
from tests.factories.questions import make_answer, make_question
from tests.support.site import NOON, Site
from tests.support.statements import statements_of


def titles(site: Site, path: str = "/vragen") -> list[str]:
    return [link.get_text(strip=True) for link in site.get(path).select(".columns__main .row__title a")]


@pytest.mark.sqlite_only
def test_a_visitor_sees_only_public_questions_and_is_offered_to_log_in(site: Site) -> None:
    for visibility in Visibility:
        make_question(site.session, title=f"Vraag {visibility.value}", visibility=visibility)
    page = site.get("/vragen")
    assert titles(site) == ["Vraag public"]
    assert "1 vraag" in page.get_text()
    assert "Log in om alle vragen te lezen" in page.get_text()


def test_a_row_shows_theme_asker_day_and_state(site: Site) -> None:
    theme = make_theme(site.session, label="Vervoer")
    asker = make_person(site.session, Role.COORDINATOR)
    make_answer(site.session, make_question(site.session, asker=asker, themes=[theme]), accepted=True)
    site.sign_in(asker)
    row = site.get("/vragen").select_one(".row")
    assert row is not None
    assert row.get_text(" ", strip=True) == "Wie betaalt het vervoer? Vervoer uw vraag gisteren Geaccepteerd"


def test_filters_narrow_the_list_and_come_back_as_chips(site: Site) -> None:
    theme = make_theme(site.session, slug="vervoer", label="Vervoer")
    make_question(site.session, title="Past", themes=[theme], visibility=Visibility.PUBLIC)
    make_question(site.session, title="Past niet", visibility=Visibility.PUBLIC)
    page = site.get("/vragen?thema=vervoer&sector=po&stand=open")
    assert [link.get_text() for link in page.select(".row__title a")] == ["Past"]
    chips = {link.get_text(" ", strip=True): link["href"] for link in page.select(".chip")}
    assert chips["Haal weg: Vervoer"] == "/vragen?sector=po&stand=open"
    assert len(chips) == 3
    chosen = page.select_one("select[name=thema] option[selected]")
    assert chosen is not None
    assert chosen["value"] == "vervoer"


@pytest.mark.sqlite_only
@pytest.mark.parametrize(
    "query", ["thema=bestaat-niet", "sector=both", "sector=%00", "stand=x&van=y", "pagina=-1", "pagina=1e9"]
)
def test_what_an_address_holds_wrongly_does_not_count(site: Site, query: str) -> None:
    make_question(site.session, title="Er is er een", visibility=Visibility.PUBLIC, sector=Sector.PRIMARY)
    assert titles(site, f"/vragen?{query}") == ["Er is er een"]


def test_no_match_offers_all_questions(site: Site) -> None:
    make_question(site.session, visibility=Visibility.PUBLIC)
    page = site.get("/vragen?stand=accepted")
    assert "Er is geen vraag die hierbij past." in page.get_text()
    assert page.select_one(".empty a[href='/vragen']") is not None


@pytest.mark.sqlite_only
@pytest.mark.parametrize(
    ("role", "act"), [(Role.COORDINATOR, "Stel de eerste vraag"), (Role.MEMBER, "Lees hoe Samenspraak werkt")]
)
def test_an_empty_list_offers_the_act_that_fills_it(site: Site, role: Role, act: str) -> None:
    site.sign_in(make_person(site.session, role))
    assert act in site.get("/vragen").get_text()


def test_the_second_page_goes_on_where_the_first_ended(site: Site) -> None:
    for number in range(27):
        asked = NOON - dt.timedelta(days=number)
        make_question(site.session, title=f"Vraag {number}", visibility=Visibility.PUBLIC, asked_at=asked)
    assert len(titles(site)) == 25
    following = site.get("/vragen").select_one("a[rel=next]")
    assert following is not None
    assert titles(site, str(following["href"])) == ["Vraag 25", "Vraag 26"]


def test_own_questions_are_found_by_their_filter(site: Site) -> None:
    asker = make_person(site.session, Role.COORDINATOR)
    make_question(site.session, asker=asker, title="Van mij")
    make_question(site.session, title="Van een ander")
    site.sign_in(asker)
    assert titles(site, "/vragen?van=mij") == ["Van mij"]


def test_a_place_after_the_last_row_leads_back_to_the_beginning(site: Site) -> None:
    question = make_question(site.session, title="De bus", visibility=Visibility.PUBLIC)
    last = write_cursor(Cursor((question.asked_at, question.id)))
    way_back = site.get(f"/vragen?sector=po&na={last}").select_one(".empty a")
    assert way_back is not None
    assert way_back["href"] == "/vragen?sector=po"


@pytest.mark.sqlite_only
@pytest.mark.parametrize("place", ["na=x", "voor=W10", "na=WzEsMl0", "na=%00", f"na={'A' * 5000}"])
def test_a_place_that_is_none_is_the_beginning(site: Site, place: str) -> None:
    make_question(site.session, title="De bus", visibility=Visibility.PUBLIC)
    assert titles(site, f"/vragen?{place}") == ["De bus"]


@pytest.mark.parametrize("order", ["", "oudste", "nuttig", "antwoorden", "wens", "termijn"])
def test_one_walks_forth_and_back_in_every_order_and_filters_stay(site: Site, order: str) -> None:
    for number in range(30):
        wish = NOON.date() + dt.timedelta(days=number) if number % 2 else None
        make_question(site.session, title=f"Vraag {number}", visibility=Visibility.PUBLIC, wished_by=wish)
    first = site.get(f"/vragen?sector=po&volgorde={order}")
    second = site.get(link(first, "next"))
    seen = [titles_on(first), titles_on(second)]
    assert sorted(seen[0] + seen[1]) == sorted(f"Vraag {number}" for number in range(30))
    assert "sector=po" in link(first, "next")
    assert titles_on(site.get(link(second, "prev"))) == seen[0]


def test_a_list_is_given_as_a_file_with_its_filters_and_what_one_may_see(site: Site) -> None:
    theme = make_theme(site.session, slug="vervoer", label="Vervoer")
    make_question(site.session, title="=1+1", themes=[theme], visibility=Visibility.PUBLIC)
    make_question(site.session, title="Geheim", themes=[theme], visibility=Visibility.RESTRICTED)
    make_question(site.session, title="Ander thema", visibility=Visibility.PUBLIC)
    download = site.get("/vragen?thema=vervoer").find("a", string="Download als CSV")
    assert isinstance(download, Tag)
    response = site.fetch("GET", str(download["href"]))
    assert response.headers["Content-Type"].startswith("text/csv")
    rows = list(csv.reader(response.text.removeprefix("\ufeff").splitlines(), delimiter=";"))
    assert [row[0] for row in rows] == ["Vraag", "'=1+1"]


@pytest.mark.sqlite_only
def test_a_file_tells_of_an_anonymous_asker_no_more_than_a_page(site: Site) -> None:
    asker = make_person(site.session, Role.COORDINATOR)
    partnership = organisation_of(site.session, asker).title
    make_question(site.session, asker=asker, is_anonymous=True)
    site.sign_in(make_person(site.session, Role.COORDINATOR))
    assert partnership not in site.fetch("GET", "/vragen.csv").text
    site.sign_in(asker)
    assert partnership in site.fetch("GET", "/vragen.csv").text


def link(page: BeautifulSoup, way: str) -> str:
    found = page.select_one(f"a[rel={way}]")
    assert found is not None
    return str(found["href"])


def titles_on(page: BeautifulSoup) -> list[str]:
    return [each.get_text(strip=True) for each in page.select(".columns__main .row__title a")]


def test_hostile_titles_and_themes_stay_text(site: Site) -> None:
    theme = make_theme(site.session, label="<img src=x onerror=alert(1)>")
    make_question(site.session, title="<script>alert(1)</script>", themes=[theme], visibility=Visibility.PUBLIC)
    page = site.get("/vragen")
    assert titles(site) == ["<script>alert(1)</script>"]
    assert page.select("main img, main script") == []


@pytest.mark.sqlite_only
def test_the_number_of_statements_does_not_grow_with_the_questions(site: Site) -> None:
    def fill(number: int) -> None:
        for _ in range(number):
            question = make_question(site.session, visibility=Visibility.PUBLIC, themes=[make_theme(site.session)])
            make_answer(site.session, question)

    def count() -> int:
        with statements_of(site.services.engine) as statements:
            site.get("/vragen")
        return len(statements)

    fill(10)
    few = count()
    fill(50)
    assert count() == few
