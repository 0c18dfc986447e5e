"""The list of questions, as each sees it."""

import datetime as dt

import pytest

from samenspraak.people.kinds import Role, Sector
from samenspraak.questions.kinds import Visibility
from tests.factories.people import make_person, make_theme
from tests.factories.questions import make_answer, make_question
from tests.support.site import NOON, Site
from tests.support.statements import statements_of


def titles(site: Site, path: str = "/vragen") -> list[str]:
    return [link.get_text(strip=True) for link in site.get(path).select(".columns__main .row__title a")]


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
    assert titles(site, "/vragen?pagina=2") == ["Vraag 25", "Vraag 26"]


def test_own_questions_are_found_by_their_filter(site: Site) -> None:
    asker = make_person(site.session, Role.COORDINATOR)
    make_question(site.session, asker=asker, title="Van mij")
    make_question(site.session, title="Van een ander")
    site.sign_in(asker)
    assert titles(site, "/vragen?van=mij") == ["Van mij"]


def test_a_page_past_the_end_leads_back_to_the_beginning(site: Site) -> None:
    make_question(site.session, title="De bus", visibility=Visibility.PUBLIC)
    way_back = site.get("/vragen?sector=po&pagina=99").select_one(".empty a")
    assert way_back is not None
    assert way_back["href"] == "/vragen?sector=po"


def test_hostile_titles_and_themes_stay_text(site: Site) -> None:
    theme = make_theme(site.session, label="<img src=x onerror=alert(1)>")
    make_question(site.session, title="<script>alert(1)</script>", themes=[theme], visibility=Visibility.PUBLIC)
    page = site.get("/vragen")
    assert titles(site) == ["<script>alert(1)</script>"]
    assert page.select("main img, main script") == []


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
