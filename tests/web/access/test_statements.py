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

MOST = 40


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


def test_no_page_asks_more_often_with_more_data(site: Site, engine: Engine) -> None:
    world = make_world(site)
    crowd(site.session, world, 10)
    rebuild(site.services.sessions, site.services.index)
    few = count(site, engine, world)
    crowd(site.session, world, 1_000)
    rebuild(site.services.sessions, site.services.index)

    many = count(site, engine, world)

    assert many.keys() == few.keys()
    assert {page: (few[page], number) for page, number in many.items() if number > few[page]} == {}
    assert max(many.values()) <= MOST
