"""One's own page: who one is, where one is logged in, and the ways to change that."""

from samenspraak.people.kinds import Role
from tests.factories.people import make_expert, make_person
from tests.support.site import Site


def test_the_page_shows_who_one_is_and_where_one_is_logged_in(site: Site) -> None:
    person = make_person(site.session, Role.COORDINATOR, name="Roos Lessenaar")
    site.sign_in(person)

    page = site.get("/account")

    text = page.get_text(" ", strip=True)
    assert "Roos Lessenaar" in text
    assert person.email in text
    assert "coördinator" in text
    assert "Hier" in text


def test_an_expert_finds_the_way_to_the_own_profile(site: Site) -> None:
    expert = make_expert(site.session)
    site.sign_in(expert)

    page = site.get("/account")

    assert page.select_one(f'a[href="/deskundigen/{expert.id}/bewerken"]')


def test_a_visitor_is_sent_to_log_in(site: Site) -> None:
    response = site.fetch("GET", "/account")

    assert response.status_code == 303
    assert response.location == "/inloggen?next=/account"
