"""What is kept of searches that people do: each once, without person, after the page; and what they opened from it."""

import pytest
from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.demand.models import LoggedOpening, LoggedSearch
from samenspraak.people.kinds import Role
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.question import Question
from samenspraak.search.document import Kind
from tests.factories.people import make_expert, make_person
from tests.factories.questions import make_question
from tests.support.site import Site
from tests.web.search.searching import fill, search


@pytest.fixture
def questions(site: Site) -> list[Question]:
    """Questions that everyone may read, the newest last; indexed."""
    made = [make_question(site.session, title=f"De bus {n}", visibility=Visibility.PUBLIC) for n in range(3)]
    fill(site)
    return made


def logged(session: Session) -> list[tuple[str, int, bool]]:
    rows = session.scalars(select(LoggedSearch).order_by(LoggedSearch.id))
    return [(row.words, row.found, row.is_signed_in) for row in rows]


def opened(session: Session) -> list[tuple[Kind, int, int]]:
    rows = session.scalars(select(LoggedOpening).order_by(LoggedOpening.id))
    return [(row.kind, row.key, row.place) for row in rows]


def follow(site: Site, path: str, referrer: str) -> None:
    """Open a page by a link on another one."""
    assert site.fetch("GET", path, headers={"Referer": referrer}).status_code == 200


@pytest.mark.sqlite_only
def test_a_search_is_noted_with_what_it_found(site: Site, questions: list[Question]) -> None:
    asker = questions[0].asker
    search(site, "de bus")
    search(site, "de taxi")
    site.sign_in(asker)
    search(site, "de bus", sector="vo")
    assert logged(site.session) == [("de bus", 3, False), ("de taxi", 0, False), ("de bus", 0, True)]


def test_turning_pages_reordering_and_coming_back_is_one_search(site: Site, questions: list[Question]) -> None:
    for choices in ({}, {"pagina": 1}, {"volgorde": "nieuwste"}, {"precies": "ja"}, {"letterlijk": "ja"}, {}):
        search(site, "de bus", **choices)
    assert len(logged(site.session)) == 1
    search(site, "de bus", sector="po")
    search(site, "een bus")
    assert len(logged(site.session)) == 3


@pytest.mark.sqlite_only
@pytest.mark.parametrize("path", ["/zoeken", "/zoeken?q=%3F%21", "/zoeken/aanvullen?q=bus"])
def test_what_is_no_search_is_not_noted(site: Site, questions: list[Question], path: str) -> None:
    site.fetch("GET", path)
    site.fetch("HEAD", "/zoeken?q=bus")
    assert logged(site.session) == []


def test_a_search_without_an_index_is_not_noted(site: Site) -> None:
    search(site, "de bus")
    assert logged(site.session) == []


def test_what_is_opened_from_the_list_is_noted_with_its_place(site: Site, questions: list[Question]) -> None:
    expert = make_expert(site.session, name="Anna Bus", expertise="Kent de bus.")
    fill(site)
    site.sign_in(make_person(site.session, Role.COORDINATOR))
    page = search(site, "bus")
    paths = [str(link["href"]) for link in page.select(".row__title a")]
    for place in (2, 4):
        follow(site, paths[place - 1], "http://localhost/zoeken?q=bus")
    found = opened(site.session)
    assert [place for _, _, place in found] == [2, 4]
    assert {f"/vragen/{key}" if kind is Kind.QUESTION else f"/deskundigen/{key}" for kind, key, _ in found} == {
        paths[1],
        paths[3],
    }
    assert f"/deskundigen/{expert.id}" in paths


def test_the_order_of_the_list_counts_for_the_place(site: Site, questions: list[Question]) -> None:
    first = search(site, "bus", volgorde="nieuwste").select_one(".row__title a")
    assert first is not None
    follow(site, str(first["href"]), "http://localhost/zoeken?q=bus&volgorde=nieuwste")
    assert [place for _, _, place in opened(site.session)] == [1]


@pytest.mark.sqlite_only
@pytest.mark.parametrize(
    "referrer",
    [
        "",
        "http://localhost/",
        "http://elders.example/zoeken?q=bus",
        "http://localhost:99/zoeken?q=bus",
        "http://localhost/zoeken?q=taxi",
        "http://localhost/zoeken",
        "http://localhost/zoeken?q=bus&pagina=9",
        "http://[",
        "http://localhost/zoeken?" + "q=bus&" * 3000,
        "http://localhost/zoeken?q=%ff%fe%00&pagina=%d9%a3&zonder=%00",
    ],
)
def test_what_was_not_opened_from_a_list_that_shows_it_is_not_noted(
    site: Site, questions: list[Question], referrer: str
) -> None:
    search(site, "bus")
    follow(site, f"/vragen/{questions[0].id}", referrer)
    assert opened(site.session) == [] or referrer.count("q=bus") > 1


@pytest.mark.sqlite_only
def test_what_someone_may_not_open_is_not_noted(site: Site, questions: list[Question]) -> None:
    hidden = make_question(site.session, title="De bus", visibility=Visibility.RESTRICTED)
    fill(site)
    search(site, "bus")
    response = site.fetch("GET", f"/vragen/{hidden.id}", headers={"Referer": "http://localhost/zoeken?q=bus"})
    assert response.status_code == 404
    assert opened(site.session) == []


@pytest.mark.sqlite_only
def test_a_log_that_fails_costs_no_page(site: Site, questions: list[Question], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_given: object) -> None:
        raise RuntimeError("vol")

    monkeypatch.setattr("samenspraak.web.search.noting.log_search", fail)
    monkeypatch.setattr("samenspraak.web.search.noting.log_opening", fail)
    assert search(site, "bus").select(".row")
    follow(site, f"/vragen/{questions[0].id}", "http://localhost/zoeken?q=bus")
    assert logged(site.session) == []


def test_no_row_tells_of_a_person(site: Site, questions: list[Question]) -> None:
    person = make_person(site.session, Role.COORDINATOR, name="Sanne Zwartepoorte")
    site.sign_in(person)
    search(site, f"bus {person.name} {person.email} 0612345678")
    row = site.session.scalars(select(LoggedSearch)).one()
    assert row.words == "bus …"
    assert set(LoggedSearch.__table__.columns.keys()) == {
        "id", "hour", "words", "filters", "found", "is_signed_in", "is_corrected", "is_partial",
    }  # fmt: skip
    assert (row.hour.minute, row.hour.second, row.hour.microsecond) == (0, 0, 0)
