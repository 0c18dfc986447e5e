"""What anyone can write in an address: names that a library reads as its own, odd numbers, bytes that are no text."""

import pytest
from bs4 import BeautifulSoup

from samenspraak.people.kinds import Role
from samenspraak.questions.kinds import Visibility
from tests.factories.people import make_person, organisation_of
from tests.factories.questions import make_question
from tests.support.site import Site
from tests.web.access.world import make_world

LISTS = ("/vragen", "/deskundigen", "/beheer", "/beheer/accounts", "/moderatie", "/postvak", "/gevraagd", "/zoeken")
TEXTS = ("q=%ff%fe", "zoek=%00&naam=%00&q=a%00b&thema=%00&provincie=%00&titel=%00")
CRAFTED = (
    *TEXTS,
    "_scheme=javascript",
    "_external=1",
    "_anchor=x",
    "_method=POST",
    "endpoint=home.show",
    "self=1",
    "person_id=3",
    "pagina=-1",
    "pagina=99999999999999999999",
    "pagina=%D9%A3",
    "pagina=1e3",
    "sla-af=99999999999&open=99999999999&stapel=x",
)


def test_a_crafted_query_is_no_fault_and_leads_nowhere_else(site: Site, database_kind: str) -> None:
    world = make_world(site)
    site.sign_in(make_person(site.session, *Role))
    for _ in range(26):
        make_question(site.session, visibility=Visibility.PUBLIC, themes=[world.theme])
        make_person(site.session)

    for path in LISTS:
        # PostgreSQL differs in what text it refuses; the rest is the same code.
        for query in CRAFTED if database_kind == "sqlite" else TEXTS:
            page = site.get(f"{path}?{query}&thema=vervoer&soort=&rol=member")
            assert addresses_elsewhere(page) == [], (path, query)
            assert "\0" not in str(page)
        page = site.get(f"{path}?{'&'.join(CRAFTED[:6])}")
        assert addresses_elsewhere(page) == [], path


def addresses_elsewhere(page: BeautifulSoup) -> list[str]:
    """Return where a page leads to that is no path of ours, nor a mail address."""
    found = [str(tag[name]) for name in ("href", "action", "src") for tag in page.select(f"[{name}]")]
    return [address for address in found if not address.startswith(("/", "#", "?", "mailto:")) or address[:2] == "//"]


@pytest.mark.sqlite_only
@pytest.mark.parametrize(
    "number",
    ["0", "-1", "007", "%D9%A3", "%C2%B2", "2147483648", "9223372036854775808", "9" * 400, "1.0", "1%00", "0x1", " 1"],
)
def test_a_number_that_no_row_can_have_is_a_page_that_is_not_there(site: Site, number: str) -> None:
    make_world(site)
    site.sign_in(make_person(site.session, *Role))

    for path in ("/vragen/{}", "/antwoorden/{}/wijzigingen", "/deskundigen/{}", "/beheer/accounts/{}"):
        site.get(path.format(number), status=404)


@pytest.mark.sqlite_only
@pytest.mark.parametrize("path", ["..%2f..%2fpyproject.toml", "%2e%2e/app.py", "build/..%2f..%2f..%2fapp.py", "%00"])
def test_a_path_does_not_climb_out_of_its_folder(site: Site, path: str) -> None:
    for folder in ("/static/", "/dev/mail/"):
        assert site.fetch("GET", folder + path).status_code == 404


@pytest.mark.sqlite_only
def test_a_missing_file_is_not_kept_by_anyone_else_with_the_name_of_who_asked(site: Site) -> None:
    site.sign_in(make_person(site.session, name="Gezien Worden"))

    for path in ("/static/build/weg.css", "/static/weg.css"):
        answer = site.fetch("GET", path)
        assert answer.status_code == 404
        assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.sqlite_only
@pytest.mark.parametrize("number", ["9" * 30, "-1", "\u0663", "1e9", "x"])
def test_a_number_in_a_form_that_no_row_can_have_is_no_fault(site: Site, number: str) -> None:
    coordinator = make_person(site.session, Role.COORDINATOR)
    question = make_question(site.session, asker=coordinator)
    own = organisation_of(site.session, coordinator).id
    site.sign_in(coordinator)
    told = {"title": "Een loket", "body": "Ouders bellen.", "themes": number, "version": number}

    site.post(f"/samenwerkingsverbanden/{own}/ervaringen/nieuw", told, status=422)
    site.post(f"/vragen/{question.id}/reacties", {"body": "Dank.", "mentions": number})
