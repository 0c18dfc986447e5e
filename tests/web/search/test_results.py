"""What the search page shows of what it finds."""

import datetime as dt

import pytest
from sqlalchemy import Engine

from samenspraak.core.db import Session
from samenspraak.people.kinds import Role, Sector
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.answer import HelpfulVote
from samenspraak.questions.models.question import Question
from tests.factories.people import make_expert, make_person, make_theme
from tests.factories.questions import make_answer, make_question
from tests.support.site import NOON, Site
from tests.support.statements import statements_of
from tests.web.search.searching import count, entries, fill, marks, search, tabs, titles

DAY = dt.timedelta(days=1)


@pytest.fixture
def coordinator(site: Site) -> Site:
    site.sign_in(make_person(site.session, Role.COORDINATOR))
    return site


def make_exchange(session: Session) -> None:
    """Questions of both sectors, two themes, answered or not, recent or not; and two experts."""
    transport = make_theme(session, "vervoer", "Vervoer van leerlingen")
    duty = make_theme(session, "plicht", "Zorgplicht en toelating")
    answered = make_question(session, title="Wie betaalt de bus?", themes=[transport], sector=Sector.SECONDARY)
    make_answer(session, answered, body="Dat doet de gemeente, via een verordening.", accepted=True)
    make_question(session, title="De bus komt te laat", themes=[transport, duty], asked_at=NOON - 40 * DAY)
    make_question(session, title="De bus bij verhuizing", themes=[duty], sector=Sector.BOTH)
    make_question(session, title="Ouders en school", body="Hoe gaat dat?")
    make_expert(session, name="Anna de Boer", headline="Jurist", expertise="Kent de bus.", themes=[duty])
    make_expert(session, name="Bas Smit", headline="Adviseur", expertise="Schrijft plannen.")


@pytest.mark.sqlite_only
def test_questions_answers_and_experts_are_found_on_one_page(coordinator: Site) -> None:
    make_exchange(coordinator.session)
    fill(coordinator)
    page = search(coordinator, "bus")
    assert set(titles(page)) == {"Wie betaalt de bus?", "De bus komt te laat", "De bus bij verhuizing", "Anna de Boer"}
    assert count(page) == 4
    assert titles(search(coordinator, "verordening")) == ["Wie betaalt de bus?"]
    assert titles(search(coordinator, "jurist")) == ["Anna de Boer"]


@pytest.mark.sqlite_only
def test_a_row_tells_what_it_is_and_how_it_stands(coordinator: Site) -> None:
    make_exchange(coordinator.session)
    fill(coordinator)
    row = search(coordinator, "verordening").select_one(".row")
    assert row is not None
    text = row.get_text(" ", strip=True)
    for words in ("Vraag", "Vervoer van leerlingen", "Organisatie", "1 antwoord", "gisteren", "Geaccepteerd"):
        assert words in text
    assert [link["href"] for link in row.select(".facts a")] == ["/zoeken?thema=vervoer"]
    expert = search(coordinator, "jurist").select_one(".row")
    assert expert is not None
    assert "Deskundige" in expert.get_text()


@pytest.mark.sqlite_only
def test_an_exact_title_comes_first(coordinator: Site) -> None:
    for number in range(5):
        make_question(coordinator.session, title=f"Over de bus, de bus en bus {number}", body="bus " * 20)
    make_question(coordinator.session, title="De bus", body="Iets anders over vervoer, met veel woorden.")
    fill(coordinator)
    assert titles(search(coordinator, "de bus"))[0] == "De bus"


@pytest.mark.sqlite_only
def test_inflected_words_are_marked_in_title_and_text_and_html_stays_text(coordinator: Site) -> None:
    make_question(
        coordinator.session, title="<b>Bussen</b> & taxi's", body="Alle bussen <script>alert(1)</script> rijden."
    )
    fill(coordinator)
    response = coordinator.fetch("GET", "/zoeken?q=bus")
    assert "&lt;b&gt;<mark>Bussen</mark>&lt;/b&gt; &amp; taxi" in response.text
    assert "<script>alert" not in response.text
    assert marks(search(coordinator, "bus"))[:2] == ["Bussen", "bussen"]


@pytest.mark.sqlite_only
def test_what_is_typed_stays_in_the_header_as_text(coordinator: Site) -> None:
    fill(coordinator)
    field = search(coordinator, '"><script>x</script>').select_one("#site-search")
    assert field is not None
    assert field["value"] == '"><script>x</script>'


def test_each_count_beside_the_results_is_what_its_link_finds(coordinator: Site) -> None:
    make_exchange(coordinator.session)
    fill(coordinator)
    for chosen in ({}, {"soort": "vragen"}, {"thema": "plicht"}, {"sector": "po"}, {"antwoord": "nee"}):
        page = search(coordinator, "bus", **chosen)
        found = [tabs(page), *(entries(page, name) for name in ("thema", "sector", "antwoord", "periode"))]
        links = [link for each in found for link in each.values()]
        assert len(links) > 5
        for number, url in links:
            if f"{next(iter(chosen), 'q')}=" in url or not chosen:
                assert count(coordinator.get(url)) == number, url


@pytest.mark.sqlite_only
def test_a_chosen_facet_can_be_taken_away_by_its_chip(coordinator: Site) -> None:
    make_exchange(coordinator.session)
    fill(coordinator)
    page = search(coordinator, "bus", thema="plicht", sector="po")
    chips = {chip.get_text(strip=True).removeprefix("Haal weg:"): str(chip["href"]) for chip in page.select("a.chip")}
    assert list(chips) == ["Zorgplicht en toelating", "Primair onderwijs"]
    assert chips["Primair onderwijs"] == "/zoeken?q=bus&thema=plicht"


def test_the_newest_can_come_first(coordinator: Site) -> None:
    make_question(coordinator.session, title="Oud", body="bus bus bus", asked_at=NOON - 9 * DAY)
    make_question(coordinator.session, title="Nieuw", body="Over van alles, en over de bus.", asked_at=NOON - DAY)
    fill(coordinator)
    assert titles(search(coordinator, "bus")) == ["Oud", "Nieuw"]
    page = search(coordinator, "bus", volgorde="nieuwste")
    assert titles(page) == ["Nieuw", "Oud"]
    orders = {link.get_text(): link.get("href") for link in page.select(".orders a")}
    assert orders == {
        "Best passend eerst": "/zoeken?q=bus",
        "Nieuwste eerst": None,
        "Nuttigste eerst": "/zoeken?q=bus&volgorde=nuttigste",
    }


@pytest.mark.sqlite_only
def test_what_helped_most_can_come_first(coordinator: Site) -> None:
    session = coordinator.session
    make_question(session, title="Veel bus", body="bus bus bus")
    helpful = make_question(session, title="Een antwoord over de bus dat hielp")
    answer = make_answer(session, helpful)
    session.add(HelpfulVote(answer_id=answer.id, person_id=make_person(session).id, voted_at=NOON))
    fill(coordinator)
    assert titles(search(coordinator, "bus"))[0] == "Veel bus"
    assert titles(search(coordinator, "bus", volgorde="nuttigste"))[0] == helpful.title


@pytest.mark.sqlite_only
def test_a_theme_alone_shows_all_that_is_on_it(coordinator: Site) -> None:
    make_exchange(coordinator.session)
    fill(coordinator)
    assert set(titles(search(coordinator, thema="vervoer"))) == {"Wie betaalt de bus?", "De bus komt te laat"}
    assert set(titles(search(coordinator, "thema:vervoer"))) == {"Wie betaalt de bus?", "De bus komt te laat"}


@pytest.mark.sqlite_only
def test_pages_hold_25_and_do_not_overlap(coordinator: Site) -> None:
    for number in range(30):
        make_question(coordinator.session, title=f"De bus {number}")
    fill(coordinator)
    first, second = search(coordinator, "bus"), search(coordinator, "bus", pagina=2)
    assert (count(first), len(titles(first)), len(titles(second))) == (30, 25, 5)
    assert not set(titles(first)) & set(titles(second))
    beyond = coordinator.fetch("GET", "/zoeken?q=bus&pagina=9")
    assert (beyond.status_code, beyond.location) == (302, "/zoeken?q=bus&pagina=2")


@pytest.mark.sqlite_only
@pytest.mark.parametrize("kind", ["vragen", "deskundigen"])
def test_the_number_of_statements_does_not_grow(coordinator: Site, engine: Engine, kind: str) -> None:
    def statements() -> int:
        fill(coordinator)
        with statements_of(engine) as found:
            assert titles(search(coordinator, "bus", soort=kind))
        return len(found)

    theme = make_theme(coordinator.session)  # once: a theme that is new has the words of all themes read again

    def add(number: int) -> None:
        for each in range(number):
            make_answer(coordinator.session, make_question(coordinator.session, title=f"Bus {each}", themes=[theme]))
            make_expert(coordinator.session, expertise="Kent de bus.", themes=[theme])

    add(10)
    statements()  # which is noted, and then not again
    few = statements()
    add(50)
    assert statements() == few
    assert few < 20


@pytest.mark.sqlite_only
def test_visitors_find_only_public_questions_and_no_experts(site: Site) -> None:
    make_exchange(site.session)
    make_question(site.session, title="De bus voor iedereen", visibility=Visibility.PUBLIC)
    fill(site)
    page = search(site, "bus")
    found = {name: number for name, (number, _url) in tabs(page).items()}
    assert (titles(page), count(page)) == (["De bus voor iedereen"], 1)
    assert found == {"Alles": 1, "Vragen": 1, "Bronnen": 0, "Artikelen": 0}
    assert "Log in om in alles te zoeken" in page.get_text()


@pytest.mark.sqlite_only
def test_who_asked_is_told_that_it_is_their_own_question(site: Site) -> None:
    question: Question = make_question(site.session, title="De bus")
    fill(site)
    site.sign_in(question.asker)
    assert "uw vraag" in search(site, "bus").select_one(".row").get_text()


@pytest.mark.sqlite_only
def test_the_theme_by_which_something_was_found_is_marked(coordinator: Site) -> None:
    theme = make_theme(coordinator.session, "vervoer", "Leerlingenvervoer")
    make_question(coordinator.session, title="Anderhalf uur onderweg", body="Dat is lang.", themes=[theme])
    fill(coordinator)
    page = search(coordinator, "leerlingenvervoer")
    assert [mark.get_text() for mark in page.select(".row .facts mark")] == ["Leerlingenvervoer"]


@pytest.mark.sqlite_only
def test_the_headline_of_a_profile_stands_apart_from_what_follows(coordinator: Site) -> None:
    make_expert(coordinator.session, headline="Jurist", expertise="Kent de bus.")
    fill(coordinator)
    text = search(coordinator, "bus").select_one(".row__text")
    assert text is not None
    assert text.get_text() == "Jurist · Kent de bus."


@pytest.mark.sqlite_only
def test_a_theme_is_marked_too_when_its_name_was_mistyped(coordinator: Site) -> None:
    theme = make_theme(coordinator.session, "vervoer", "Leerlingenvervoer")
    make_question(
        coordinator.session, title="Anderhalf uur onderweg", body="Leerlingenvervoer duurt lang.", themes=[theme]
    )
    fill(coordinator)
    page = search(coordinator, "leerlingenvervoerr")
    assert [mark.get_text() for mark in page.select(".row .facts mark")] == ["Leerlingenvervoer"]
