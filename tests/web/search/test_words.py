"""What one may type: anything. Synonyms are searched for too, and said."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from samenspraak.questions.kinds import Visibility
from samenspraak.themes.actions import load_starting_content
from tests.factories.people import make_expert
from tests.factories.questions import make_question
from tests.support.depth import is_deep
from tests.support.pages import LEAKS, check_page
from tests.support.site import Site
from tests.web.search.searching import fill, search, titles

PIECES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        [
            "bus",
            '"',
            "“",
            "-",
            "thema:",
            "-sector:",
            "deskundige:",
            "AND",
            "*",
            "~2",
            "[a TO b]",
            "^9",
            "\\",
            ":",
            "OR",
            "OF",
            "na:",
            "voor:2013-02-31",
            "is:",
            "is:beantwoord",
            "na:1-1-2013",
            "(",
            "\x00",
            "\u202e",
        ]
    ),
)


@pytest.fixture
def same(site: Site) -> Site:
    """Questions that call one thing by several names."""
    load_starting_content(site.session)
    for title in ("Een toelaatbaarheidsverklaring aanvragen", "De TLV is er"):
        make_question(site.session, title=title, visibility=Visibility.PUBLIC)
    fill(site)
    return site


def chips(page: BeautifulSoup, anchor: str) -> dict[str, str]:
    """The words of a row of chips, each with the address behind it."""
    return {chip.contents[1].strip(): str(chip["href"]) for chip in page.select(f"ul[aria-labelledby={anchor}] a.chip")}


@pytest.mark.sqlite_only
def test_what_else_was_searched_for_can_be_left_out_word_by_word_and_had_back(same: Site) -> None:
    page = search(same, "tlv")
    assert set(titles(page)) == {"Een toelaatbaarheidsverklaring aanvragen", "De TLV is er"}
    assert chips(page, "also")["toelaatbaarheidsverklaring"] == "/zoeken?q=tlv&zonder=toelaatbaarheidsverklaring"

    left_out = []
    while also := chips(page, "also"):
        left_out.append(next(iter(also)))
        page = same.get(also[left_out[-1]])
        assert list(chips(page, "left-out")) == left_out
    assert titles(page) == ["De TLV is er"]

    page = same.get(chips(page, "left-out")["toelaatbaarheidsverklaring"])
    assert "Een toelaatbaarheidsverklaring aanvragen" in titles(page)
    assert "toelaatbaarheidsverklaring" in chips(page, "also")


@pytest.mark.sqlite_only
def test_the_term_that_an_everyday_word_means_can_be_left_out_and_had_back(site: Site) -> None:
    load_starting_content(site.session)
    for title in ("Is er nog geld?", "De regeling voor de bekostiging"):
        make_question(site.session, title=title, visibility=Visibility.PUBLIC)
    fill(site)
    page = search(site, "geld")
    assert titles(page) == ["Is er nog geld?", "De regeling voor de bekostiging"]

    page = site.get(chips(page, "also")["bekostiging"])
    assert titles(page) == ["Is er nog geld?"]

    page = site.get(chips(page, "left-out")["bekostiging"])
    assert len(titles(page)) == 2


def test_all_that_means_the_same_can_be_left_out_at_once(same: Site) -> None:
    precise = search(same, "tlv", precies="ja")
    assert titles(precise) == ["De TLV is er"]
    assert chips(precise, "also") == {}
    assert precise.find("a", string="Zoek ook op woorden die hetzelfde betekenen")["href"] == "/zoeken?q=tlv"


@pytest.mark.sqlite_only
def test_only_what_belongs_to_the_words_is_said_to_be_left_out(same: Site) -> None:
    page = search(same, "tlv", zonder=["<b>van mij</b>", "toelaatbaarheidsverklaring"])
    assert list(chips(page, "left-out")) == ["toelaatbaarheidsverklaring"]
    assert "van mij" not in page.get_text()


@pytest.mark.sqlite_only
def test_the_filters_stay_and_what_was_left_out_goes_along(same: Site) -> None:
    page = search(same, "tlv", zonder="toelaatbaarheidsverklaring", sector="po", volgorde="nieuwste")
    assert page.find("a", string="Best passend eerst")["href"] == (
        "/zoeken?q=tlv&zonder=toelaatbaarheidsverklaring&sector=po"
    )


@pytest.mark.sqlite_only
def test_a_slip_is_searched_for_as_it_was_meant_and_that_can_be_undone(site: Site) -> None:
    make_question(site.session, title="Een arrangement aanvragen", visibility=Visibility.PUBLIC)
    fill(site)
    page = search(site, "arangement")
    text = " ".join(page.get_text().split())
    assert titles(page) == ["Een arrangement aanvragen"]
    assert "Bedoelde u arrangement? Daar zochten wij ook op." in text
    literal = page.find("a", string="Zoek toch alleen op “arangement”")
    assert literal["href"] == "/zoeken?q=arangement&letterlijk=ja"
    page = site.get(str(literal["href"]))
    assert titles(page) == []
    assert page.find("a", string="arrangement")["href"] == "/zoeken?q=arrangement"
    assert "Bedoelde u arrangement?" in " ".join(page.get_text().split())


@pytest.mark.sqlite_only
@settings(max_examples=5_000 if is_deep() else 100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.lists(PIECES, max_size=8).map(" ".join), page=st.text(max_size=6), choice=st.text(max_size=9))
@example(typed="\0", page="-1", choice="\0")
@example(typed="a" * 70_000, page="9" * 99, choice="po")
@example(typed='"' * 999, page="٣", choice="ja")
@example(typed="-" * 999 + "bus", page="0", choice="nieuwste")
@example(typed="thema:thema:thema", page="1", choice="ja")
@example(typed="\ud800", page="1", choice="x")
def test_no_words_are_a_fault(site: Site, typed: str, page: str, choice: str) -> None:
    if site.services.index.needs_rebuild():
        make_question(site.session, title="De bus", visibility=Visibility.PUBLIC)
        site.sign_in(make_expert(site.session, expertise="Kent de bus."))
        fill(site)
    names = ("soort", "thema", "sector", "antwoord", "periode", "volgorde", "precies", "letterlijk", "zonder")
    query = {"q": typed.encode("utf-8", "surrogatepass"), "pagina": page, **dict.fromkeys(names, choice)}
    response = site._client.get("/zoeken", query_string=query)
    assert response.status_code in {200, 302}
    if response.status_code == 200 and not LEAKS.search(typed):  # what was typed is shown
        check_page(response.text)
    offered = site._client.get("/zoeken/aanvullen", query_string=query)
    assert offered.status_code == 200
    assert set(offered.get_json()) == {"told", "options"}
