"""No page asks the database more often because there is more in it: counted at 10 and at 1,000 rows of everything."""

import pytest
from sqlalchemy import Engine

from samenspraak.indexing.upkeep import rebuild
from tests.support.site import Site
from tests.support.statements import statements_of
from tests.web.access.crowd import crowd
from tests.web.access.table import TABLE
from tests.web.access.test_doors import enter
from tests.web.access.world import World, make_world

pytestmark = pytest.mark.sqlite_only

MOST = 36
MOST_OF_HOME = 28
MOST_OF_A_QUESTION = 34
MOST_PARTS = 3
"""How many parts a file of a thousand rows is read in."""

ROLES = ("visitor", "coordinator", "expert", "moderator", "administrator")


def count(site: Site, engine: Engine, world: World) -> dict[tuple[str, str], int]:
    """Return how many statements each address takes for each role that gets at it."""
    counts = {}
    for who in ROLES:
        enter(site, world, who)
        for path in (path for row in TABLE.values() for path in row.gets):
            address = path.format_map(world.ids)
            with statements_of(engine) as statements:
                response = site.fetch("GET", address)
            if response.status_code == 200:
                counts[who, address] = len(statements)
    return counts


def pages_of(counts: dict[tuple[str, str], int]) -> list[tuple[str, str]]:
    """Return what is shown as a page; a file is read some hundreds of rows at a time, to take little memory."""
    return [(who, address) for who, address in counts if ".csv" not in address]


def test_no_page_asks_more_often_with_more_data(site: Site, engine: Engine) -> None:
    world = make_world(site)
    crowd(site.session, world, 10)
    rebuild(site.services.sessions, site.services.index)
    few = count(site, engine, world)
    crowd(site.session, world, 1_000)
    rebuild(site.services.sessions, site.services.index)

    many = count(site, engine, world)

    assert many.keys() == few.keys()
    assert {page: (few[page], number) for page, number in many.items() if number > MOST_PARTS * few[page]} == {}
    assert {page: (few[page], many[page]) for page in pages_of(many) if many[page] > few[page]} == {}
    assert max(many.values()) <= MOST
    assert _most(many, "/") <= MOST_OF_HOME
    assert _most(many, "/vragen/{question}".format_map(world.ids)) <= MOST_OF_A_QUESTION


def _most(counts: dict[tuple[str, str], int], wanted: str) -> int:
    return max(number for (_who, address), number in counts.items() if address == wanted)
