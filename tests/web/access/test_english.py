"""Every page in English, as every role: as reachable as in Dutch, and nothing of the screen left in Dutch."""

import re
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup

from samenspraak.commands.translations import catalogues, read
from samenspraak.config import ROOT
from tests.factories.routing import make_invited
from tests.support.site import Site, parse
from tests.web.access.crowd import crowd
from tests.web.access.table import TABLE
from tests.web.access.test_doors import enter
from tests.web.access.world import add_restricted_question, make_world

pytestmark = pytest.mark.sqlite_only

ROLES = ("visitor", "asker", "guest", "moderator", "administrator")
SPOKEN = ("aria-label", "alt", "placeholder", "title", "data-one", "data-many")
TO_ACT_ON = "nav a, button, label, legend, th, summary, header a, footer a, a.button"
CANARIES = re.compile(
    r"\b(?:Zoek|Vragen|Deskundigen|Inloggen|Log uit|Postvak|Gevraagd|Moderatie|Uitleg|Weergave|Wijzig|Bewaar"
    r"|Kies|Toon|Stel|Nodig|Bekijk|Haal|Alle|Uw|wachten|vandaag|maart)\b"
)


@pytest.fixture(scope="module")
def dutch() -> frozenset[str]:
    """What the screen says in Dutch, and otherwise in English."""
    return frozenset(
        each.id
        for path in catalogues(ROOT)
        for each in read(path)
        if isinstance(each.id, str) and each.id != each.string and "%(" not in each.id
    )


@pytest.mark.parametrize("who", ROLES)
def test_every_page_is_there_in_english_and_says_nothing_in_dutch(site: Site, who: str, dutch: frozenset[str]) -> None:
    for path, status in statuses_in_dutch(site, who).items():
        response = site.fetch("GET", path, headers={"Accept-Language": "nl"})
        assert response.status_code == status, path
        if response.mimetype == "text/html" and response.location is None:
            page = parse(response)
            assert page.html is not None
            assert page.html["lang"] == "en", path
            assert set(said(page)) & dutch == set(), path
            assert [text for text in offered(page) if CANARIES.search(text)] == [], path


def statuses_in_dutch(site: Site, who: str) -> dict[str, int]:
    """Walk all pages of a world in which there is some of everything, in Dutch; and choose English for what comes."""
    world = make_world(site)
    _question, restricted = add_restricted_question(site, world)
    ids = world.ids if who == "visitor" else restricted
    crowd(site.session, world, 3)
    make_invited(site.session, world.open_question, world.people["guest"], note="Kijkt u mee?")
    enter(site, world, who)
    paths = [path.format_map(ids) for row in TABLE.values() for path in row.gets]
    found = {path: site.fetch("GET", path).status_code for path in paths}
    site.get("/toegankelijkheid")  # shows what there was to tell in Dutch, so that no page in English does
    site.post("/voorkeuren", {"language": "en"})
    return found


def said(page: BeautifulSoup) -> Iterator[str]:
    """Yield each text of a page, and what is read out or shown of it otherwise; but no words that were searched for."""
    for searched in page.select("mark, [lang=nl]"):
        searched.decompose()
    yield from page.stripped_strings
    for tag in page.find_all(True):
        yield from (str(tag[name]) for name in SPOKEN if tag.has_attr(name))


def offered(page: BeautifulSoup) -> Iterator[str]:
    """Yield the words of what can be followed or pressed, but not of what people wrote or themes are called."""
    for tag in page.select(TO_ACT_ON):
        yield tag.get_text(" ", strip=True)
