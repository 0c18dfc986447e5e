"""A restricted question leaves no trace for whom it is not: every page is the same with it as without it."""

import re

import pytest

from tests.support.site import Site
from tests.web.access.table import EVERYONE, SIGNED_IN, TABLE
from tests.web.access.test_doors import enter
from tests.web.access.world import CANARY, INSIDERS, OUTSIDERS, World, add_restricted_question, make_world

pytestmark = pytest.mark.sqlite_only

VOLATILE = re.compile(r'<input[^>]*name="(?:csrf_token|submission|opening)"[^>]*>|<meta name="csrf[^>]*>|nonce="[^"]*"')
OF_THE_QUESTION = ("questions.", "matching.")
TYPED = {
    "title": "Vervoer dat de gemeente niet betaalt",
    "body": "Een geheimzinnig geval op een passende plek.",
    "sector": "po",
    "visibility": "signed_in",
}


def look_around(site: Site, world: World) -> dict[str, str]:
    """Return every page that someone can get at, and what is suggested while typing, without what changes by itself."""
    seen = {}
    for row in TABLE.values():
        for path in row.gets:
            address = path.format_map(world.ids)
            seen[address] = VOLATILE.sub("", site.fetch("GET", address).text)
    suggested = site.fetch("POST", "/vragen/nieuw/voorstel", data={"csrf_token": site.csrf(), **TYPED})
    seen["suggested"] = VOLATILE.sub("", suggested.text)
    return seen


@pytest.mark.parametrize("who", OUTSIDERS)
def test_every_page_is_the_same_for_outsiders_with_and_without_it(site: Site, who: str) -> None:
    world = make_world(site)
    enter(site, world, who)
    before = look_around(site, world)
    add_restricted_question(site, world)
    enter(site, world, who)

    after = look_around(site, world)

    assert [address for address in before if after[address] != before[address]] == []
    assert [address for address, text in after.items() if CANARY in text] == []


@pytest.mark.parametrize("who", OUTSIDERS)
def test_its_own_pages_are_not_found_by_outsiders(site: Site, who: str) -> None:
    world = make_world(site)
    _, ids = add_restricted_question(site, world)
    enter(site, world, who)

    for endpoint, row in TABLE.items():
        refusals = {404} if row.decision in {EVERYONE, SIGNED_IN} else {403, 404}  # the door of a role is closed first
        if endpoint.startswith(OF_THE_QUESTION):
            for path in row.gets:
                if "{question}" in path or "{answer}" in path:
                    response = site.fetch("GET", path.format_map(ids))
                    assert response.status_code in ({303, 404} if who == "visitor" else refusals), path
                    assert CANARY not in response.text
            for path in row.posts:
                if "{question}" in path or "{answer}" in path:
                    response = site.fetch("POST", path.format_map(ids), data={"csrf_token": site.csrf(), "body": "x"})
                    assert response.status_code in ({401} if who == "visitor" else refusals), path
                    assert CANARY not in response.text


@pytest.mark.parametrize("who", INSIDERS)
def test_insiders_see_and_find_it(site: Site, who: str) -> None:
    world = make_world(site)
    question, _ = add_restricted_question(site, world)
    enter(site, world, who)

    assert CANARY in site.get(f"/vragen/{question.id}").get_text()
    assert CANARY in site.get("/vragen").get_text()
    assert f"/vragen/{question.id}" in str(site.get("/zoeken?q=geheimzinnig"))
