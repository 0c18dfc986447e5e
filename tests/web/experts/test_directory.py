"""The directory and the profile pages."""

import datetime as dt

import pytest
from bs4 import Tag
from sqlalchemy import Engine

from samenspraak.people.kinds import ExpertGroup, Role, Sector
from samenspraak.people.models.expert import AwayPeriod
from samenspraak.questions.kinds import Visibility
from tests.factories.people import make_expert, make_person, make_theme
from tests.factories.questions import make_answer, make_question
from tests.factories.routing import make_accepted, make_invited
from tests.support.site import NOON, Site
from tests.support.statements import statements_of

TODAY = NOON.date()


def sign_in_as(site: Site, role: Role = Role.COORDINATOR) -> None:
    site.sign_in(make_person(site.session, role))


def make_away(site: Site, person_id: int, first: int, last: int) -> None:
    days = [TODAY + dt.timedelta(days=number) for number in (first, last)]
    site.session.add(AwayPeriod(person_id=person_id, first_day=days[0], last_day=days[1]))
    site.session.flush()


def names(site: Site, query: str = "") -> list[str]:
    return [link.get_text() for link in site.get(f"/deskundigen{query}").select(".row .person__name")]


@pytest.mark.sqlite_only
def test_experts_stand_by_name_with_group_function_and_load(site: Site) -> None:
    sign_in_as(site)
    theme = make_theme(site.session, label="Zorgplicht")
    expert = make_expert(site.session, name="Xander Stoelendans", headline="Beleidsadviseur", themes=[theme])
    make_expert(site.session, name="anouk Krijtstreep", weekly_capacity=1)

    page = site.get("/deskundigen")

    assert [link.get_text() for link in page.select(".row .person__name")] == [
        "anouk Krijtstreep",
        "Xander Stoelendans",
    ]
    row = page.select(".row")[1].get_text(" ", strip=True)
    assert "sectorraad" in row
    assert "Beleidsadviseur" in row
    assert "Zorgplicht" in row
    assert "Neemt nieuwe vragen aan" in row
    assert page.select_one(f".row a[href='/deskundigen/{expert.id}']")


def test_filters_narrow_the_list_and_can_be_taken_away_one_by_one(site: Site) -> None:
    sign_in_as(site)
    theme = make_theme(site.session, slug="zorgplicht", label="Zorgplicht")
    make_expert(site.session, name="Anna", themes=[theme], sector=Sector.PRIMARY)
    make_expert(site.session, name="Bas", themes=[theme], group=ExpertGroup.MINISTRY)
    make_expert(site.session, name="Cor", sector=Sector.SECONDARY)

    page = site.get("/deskundigen?groep=ministry&thema=zorgplicht&sector=po")

    assert "1 deskundige" in page.get_text()
    chips = {chip.get_text(" ", strip=True): str(chip["href"]) for chip in page.select("a.chip:not(.chip--theme)")}
    assert chips == {
        "Haal weg: ministerie": "/deskundigen?thema=zorgplicht&sector=po",
        "Haal weg: primair onderwijs": "/deskundigen?groep=ministry&thema=zorgplicht",
        "Haal weg: Zorgplicht": "/deskundigen?groep=ministry&sector=po",
    }
    assert names(site, "?thema=zorgplicht") == ["Anna", "Bas"]
    assert names(site, "?sector=vo") == ["Bas", "Cor"]


@pytest.mark.sqlite_only
@pytest.mark.parametrize(
    "query", ["?groep=x", "?sector=po%00", "?thema=%00", "?thema=' OR 1=1", "?beschikbaar=2", "?pagina=x"]
)
def test_a_filter_that_does_not_exist_filters_nothing(site: Site, query: str) -> None:
    sign_in_as(site)
    make_expert(site.session, name="Anna")

    assert names(site, query) == ["Anna"]
    assert not site.get(f"/deskundigen{query}").select(".field__error")


def test_available_now_leaves_out_who_is_away_full_or_takes_nothing(site: Site) -> None:
    sign_in_as(site)
    make_expert(site.session, name="Vrij")
    away = make_expert(site.session, name="Weg")
    make_away(site, away.id, -1, 1)
    make_expert(site.session, name="Neemt niets", weekly_capacity=0)
    full = make_expert(site.session, name="Vol", weekly_capacity=1)
    make_accepted(site.session, make_question(site.session), full)

    assert names(site, "?beschikbaar=nu") == ["Vrij"]
    text = site.get("/deskundigen").get_text(" ", strip=True)
    assert "Afwezig tot en met morgen" in text
    assert "Heeft deze week al 1 vraag" in text
    assert "Neemt geen nieuwe vragen aan" in text


@pytest.mark.sqlite_only
def test_nobody_fitting_says_what_to_do(site: Site) -> None:
    sign_in_as(site)

    assert "Er staat nog niemand in de lijst" in site.get("/deskundigen").get_text()
    assert "Haal een filter weg" in site.get("/deskundigen?groep=ministry").get_text()


def test_the_list_has_pages_of_25(site: Site) -> None:
    sign_in_as(site)
    for number in range(27):
        make_expert(site.session, name=f"Naam {number:02}")

    assert len(names(site)) == 25
    following = site.get("/deskundigen").select_one("a[rel=next]")
    assert following is not None
    assert names(site, str(following["href"]).removeprefix("/deskundigen")) == ["Naam 25", "Naam 26"]


def test_the_list_can_be_turned_round_or_begin_with_whose_answers_were_accepted(site: Site) -> None:
    sign_in_as(site)
    experts = [make_expert(site.session, name=name) for name in ("Anna", "Bas", "Cor")]
    make_answer(site.session, make_question(site.session), author=experts[1], accepted=True)

    assert names(site, "?volgorde=naam-za") == ["Cor", "Bas", "Anna"]
    assert names(site, "?volgorde=geaccepteerd") == ["Bas", "Anna", "Cor"]


def test_the_list_is_given_as_a_file_with_its_filters(site: Site) -> None:
    sign_in_as(site)
    make_expert(site.session, name="@Anna", group=ExpertGroup.MINISTRY)
    make_expert(site.session, name="Bas", group=ExpertGroup.INDEPENDENT)
    download = site.get("/deskundigen?groep=ministry").find("a", string="Download als CSV")

    assert isinstance(download, Tag)
    lines = site.fetch("GET", str(download["href"])).text.splitlines()
    assert [line.split(";")[0] for line in lines] == ["\ufeffNaam", "'@Anna"]


def test_the_number_of_statements_does_not_grow_with_the_list(site: Site, engine: Engine) -> None:
    sign_in_as(site)
    themes = [make_theme(site.session) for _ in range(3)]

    def count() -> int:
        with statements_of(engine) as statements:
            site.get("/deskundigen?beschikbaar=nu")
        return len(statements)

    for _ in range(10):
        make_away(site, make_expert(site.session, themes=themes).id, 5, 6)
    few = count()
    for _ in range(50):
        make_away(site, make_expert(site.session, themes=themes).id, 5, 6)

    assert count() == few <= 25


@pytest.mark.sqlite_only
def test_a_profile_tells_what_one_can_ask_and_whether_now(site: Site) -> None:
    sign_in_as(site)
    theme = make_theme(site.session, slug="zorgplicht", label="Zorgplicht")
    expert = make_expert(
        site.session,
        name="Xander Stoelendans",
        headline="Beleidsadviseur",
        expertise="Kent **cluster 4**.",
        themes=[theme],
    )
    make_expert(site.session, name="Karin Weekplan", themes=[theme])
    make_invited(site.session, make_question(site.session), expert)
    make_away(site, expert.id, 10, 12)
    make_away(site, expert.id, -12, -10)

    page = site.get(f"/deskundigen/{expert.id}")

    text = page.get_text(" ", strip=True)
    assert "Beleidsadviseur, Organisatie" in text
    assert "1 van 4 vragen deze week" in text
    assert "Afwezig van 24\xa0maart 2013 tot en met 26\xa0maart 2013." in text
    assert "2\xa0maart" not in text
    assert "Karin Weekplan" in text
    assert page.select_one(".prose strong")
    assert page.select_one("a.chip--theme[href='/deskundigen?thema=zorgplicht']")
    assert page.select_one(".group--s")
    assert page.select_one("main a[href='/vragen/nieuw']")
    assert not page.select_one("a[href$='/bewerken']")


@pytest.mark.sqlite_only
def test_answers_stand_there_as_far_as_the_reader_may_see_them(site: Site) -> None:
    expert = make_expert(site.session)
    open_question = make_question(site.session, title="Wie betaalt het vervoer?", visibility=Visibility.SIGNED_IN)
    hidden = make_question(site.session, title="Geheim overleg", visibility=Visibility.RESTRICTED)
    make_answer(site.session, open_question, author=expert, body="De gemeente.", accepted=True)
    make_answer(site.session, hidden, author=expert)
    sign_in_as(site)

    text = site.get(f"/deskundigen/{expert.id}").get_text(" ", strip=True)

    assert "Wie betaalt het vervoer?" in text
    assert "“De gemeente.”" in text
    assert "1 antwoord , waarvan 1 geaccepteerd." in text or "1 antwoord, waarvan 1 geaccepteerd." in text
    assert "Geheim overleg" not in text
    sign_in_as(site, Role.MODERATOR)
    assert "Geheim overleg" in site.get(f"/deskundigen/{expert.id}").get_text()


@pytest.mark.sqlite_only
def test_an_unlisted_profile_is_not_there_for_others(site: Site) -> None:
    expert = make_expert(site.session, is_listed=False)
    sign_in_as(site)
    site.get(f"/deskundigen/{expert.id}", 404)
    for suffix in ("bewerken", "afwezig"):
        site.get(f"/deskundigen/{expert.id}/{suffix}", 404)

    site.sign_in(expert)
    assert "staat niet in de lijst" in site.get(f"/deskundigen/{expert.id}").get_text()


@pytest.mark.sqlite_only
@pytest.mark.parametrize("number", ["0", "999999", "2147483648", "99999999999999999999"])
def test_a_number_that_is_nobody_is_not_there(site: Site, number: str) -> None:
    sign_in_as(site)

    site.get(f"/deskundigen/{number}", 404)


@pytest.mark.sqlite_only
def test_a_visitor_sees_neither_directory_nor_profile(site: Site) -> None:
    expert = make_expert(site.session)

    for path in ("/deskundigen", f"/deskundigen/{expert.id}", "/deskundigen/999999"):
        assert site.fetch("GET", path).location.startswith("/inloggen?next=/deskundigen")
