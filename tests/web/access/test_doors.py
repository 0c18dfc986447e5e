"""Every route, as every role, from one table: who gets in, and who is sent away."""

import pytest
from sqlalchemy import func, select

from samenspraak.people.kinds import Role
from samenspraak.tables import ALL_TABLES
from samenspraak.web.shell.access import decision
from tests.factories.people import make_person
from tests.support.site import Site
from tests.web.access.table import EVERYONE, SIGNED_IN, TABLE
from tests.web.access.world import INSIDERS, OUTSIDERS, World, make_world

pytestmark = pytest.mark.sqlite_only

ROLES = {
    "member": Role.MEMBER,
    "coordinator": Role.COORDINATOR,
    "expert": Role.EXPERT,
    "account_manager": Role.ACCOUNT_MANAGER,
    "administrator": Role.ADMINISTRATOR,
    "moderator": Role.MODERATOR,
    "asker": Role.COORDINATOR,
    "colleague": Role.MEMBER,
    "guest": Role.EXPERT,
}


AFTER_THE_ANSWER = {"logged_search", "logged_theme"}
"""What is noted of a search, in a unit of its own, when its page has gone."""


def may_enter(who: str, wanted: str) -> bool:
    """Say what the table means for someone."""
    if wanted == EVERYONE:
        return True
    if who == "visitor":
        return False
    return wanted == SIGNED_IN or ROLES[who].value in wanted.split("+")


def enter(site: Site, world: World, who: str) -> None:
    """Be someone."""
    if who == "visitor":
        site.sign_out()
    else:
        site.sign_in(world.people[who])


def test_the_table_holds_every_route_with_its_decision(site: Site) -> None:
    views = {endpoint: decision(view) for endpoint, view in site.app.view_functions.items() if endpoint != "static"}
    missing = [endpoint for endpoint, access in views.items() if access is None]
    assert missing == [], "views without a decision"

    decided = {endpoint: str(access) for endpoint, access in views.items()}
    assert decided == {endpoint: row.decision for endpoint, row in TABLE.items() if endpoint != "static"}


def test_the_table_walks_every_method_of_every_route(site: Site) -> None:
    for rule in site.app.url_map.iter_rules():
        row, methods = TABLE[rule.endpoint], rule.methods or set()
        assert bool(row.gets) is ("GET" in methods), rule.endpoint
        assert bool(row.posts) is ("POST" in methods), rule.endpoint


@pytest.mark.parametrize("who", [*OUTSIDERS, *INSIDERS])
def test_each_role_gets_in_where_the_table_says_so_and_nowhere_else(site: Site, who: str) -> None:
    world = make_world(site)
    enter(site, world, who)

    for endpoint, row in TABLE.items():
        for path in row.gets:
            status = site.fetch("GET", path.format_map(world.ids)).status_code
            assert status < 500, path
            if not may_enter(who, row.decision):
                assert status == (303 if who == "visitor" else 403), f"{endpoint} as {who}"
            elif row.decision == EVERYONE:
                assert status in {200, 303, 404, 410}, f"{endpoint} as {who}"


@pytest.mark.parametrize("who", [*OUTSIDERS, *INSIDERS])
def test_no_form_is_taken_from_whom_the_table_keeps_out(site: Site, who: str) -> None:
    world = make_world(site)
    enter(site, world, who)
    before = count_rows(site)

    for endpoint, row in TABLE.items():
        if not may_enter(who, row.decision):
            for path in row.posts:
                site.post(path.format_map(world.ids), status=401 if who == "visitor" else 403)
                assert endpoint

    assert count_rows(site) == before


def test_no_form_is_taken_without_its_token(site: Site) -> None:
    world = make_world(site)
    site.sign_in(make_person(site.session, *Role))
    before = count_rows(site)

    for row in TABLE.values():
        for path in row.posts:
            assert site.fetch("POST", path.format_map(world.ids)).status_code == 400, path

    assert count_rows(site) == before


def test_no_page_writes_when_it_is_read(site: Site) -> None:
    world = make_world(site)
    site.sign_in(make_person(site.session, *Role))
    before = count_rows(site)

    for row in TABLE.values():
        for path in row.gets:
            site.fetch("GET", path.format_map(world.ids))

    after = count_rows(site)
    assert {name for name in after if after[name] != before[name]} == AFTER_THE_ANSWER


def count_rows(site: Site) -> dict[str, int]:
    """Return how many rows each table has."""
    return {
        table.__tablename__: site.session.scalar(select(func.count()).select_from(table)) or 0 for table in ALL_TABLES
    }
