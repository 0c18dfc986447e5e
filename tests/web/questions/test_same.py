"""A question that was asked before in all but the same words: said before posting, after it, and on its page."""

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import select

from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person, RoleAssignment
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.question import Question
from tests.factories.index import index_all
from tests.factories.people import make_person, make_theme
from tests.factories.questions import make_answer, make_question
from tests.support.site import Site, parse

TITLE = "Wie betaalt het vervoer naar een school buiten de regio?"
BODY = "De passende plek ligt veertig kilometer verderop en de gemeente weigert de rit met de taxi te betalen."
NEAR = "Deze vraag is bijna gelijk aan"


@pytest.fixture
def asker(site: Site) -> Person:
    asker = make_person(site.session, Role.COORDINATOR)
    for number in range(6):
        other = make_question(site.session, title=f"Toets {number}", body="Hoe lezen wij de cijfers van een toets?")
        make_answer(site.session, other)
    site.sign_in(asker)
    return asker


def earlier(site: Site, **values: object) -> Question:
    made = make_question(site.session, **{"title": TITLE, "body": f"{BODY} Wat nu?"} | values)
    index_all(site.session, site.services.index)
    return made


def typed(site: Site, **values: str) -> dict[str, object]:
    theme = make_theme(site.session)
    own = site.session.scalars(select(RoleAssignment.organisation_id).order_by(RoleAssignment.id)).first()
    form = {"title": TITLE, "body": BODY, "themes": theme.id, "sector": "po", "visibility": "signed_in"}
    return form | {"organisation_id": own, "submission": "sleutel"} | values


def suggested(site: Site, **values: str) -> BeautifulSoup:
    return parse(site.post("/vragen/nieuw/voorstel", {"title": TITLE, "body": BODY} | values, 200))


@pytest.mark.sqlite_only
def test_it_is_said_while_writing_and_opens_beside_the_form(site: Site, asker: Person) -> None:
    same = earlier(site)
    page = suggested(site)
    link = page.select_one(".same a")
    assert link is not None
    assert (link["href"], link["target"]) == (f"/vragen/{same.id}", "_blank")
    assert NEAR in page.select_one("#alike-hint").get_text()


@pytest.mark.sqlite_only
def test_an_unfinished_word_finds_what_the_whole_one_would(site: Site, asker: Person) -> None:
    same = earlier(site)
    page = suggested(site, title="Rit met de tax", body="")
    assert page.select_one(f"a[href='/vragen/{same.id}']") is not None


@pytest.mark.sqlite_only
def test_what_is_only_alike_is_not_called_the_same(site: Site, asker: Person) -> None:
    earlier(site, body="Mag de school de ouders vragen om zelf te rijden, en wie is verzekerd?")
    page = suggested(site)
    assert page.select_one("#alike-hint a") is not None
    assert NEAR not in page.get_text()


@pytest.mark.sqlite_only
def test_a_question_that_one_may_not_see_is_never_the_same(site: Site, asker: Person) -> None:
    index_all(site.session, site.services.index)
    without = suggested(site).get_text()
    earlier(site, visibility=Visibility.RESTRICTED)
    assert suggested(site).get_text() == without


def test_it_is_said_before_posting_after_it_and_to_moderators(site: Site, asker: Person) -> None:
    same = earlier(site)
    form = typed(site)
    confirm = parse(site.post("/vragen/nieuw", form, 200))
    assert confirm.select_one(f".same a[href='/vragen/{same.id}']") is not None
    address = site.post("/vragen/nieuw", form | {"confirmed": "1"}).location
    assert f"bijna gelijk aan “{TITLE}”" in site.get(address).get_text()
    posted = address.removesuffix("/deskundigen")
    assert NEAR in site.get(posted).get_text()
    site.sign_in(make_person(site.session, Role.MODERATOR))
    assert NEAR in site.get(posted).get_text()
    site.sign_in(make_person(site.session, Role.EXPERT))
    assert NEAR not in site.get(posted).get_text()
