"""One's own page: who one is, where one is logged in, and the ways to change that."""

import pytest

from samenspraak.people.actions.sessions import Origin, sign_in
from samenspraak.people.kinds import Role
from samenspraak.people.queries.people import list_sessions
from tests.factories.accounts import ORIGIN, PASSWORD, make_account
from tests.factories.people import make_expert, make_person
from tests.support.site import NOON, Site

NEW = "vier geiten op de dijk"


def test_the_page_shows_who_one_is_and_where_one_is_logged_in(site: Site) -> None:
    person = make_person(site.session, Role.COORDINATOR, name="Roos Lessenaar")
    site.sign_in(person)

    page = site.get("/account")

    text = page.get_text(" ", strip=True)
    assert "Roos Lessenaar" in text
    assert person.email in text
    assert "coördinator" in text
    assert "Hier" in text


@pytest.mark.sqlite_only
def test_an_expert_finds_the_way_to_the_own_profile(site: Site) -> None:
    expert = make_expert(site.session)
    site.sign_in(expert)

    page = site.get("/account")

    assert page.select_one(f'a[href="/deskundigen/{expert.id}/bewerken"]')


def test_a_visitor_is_sent_to_log_in(site: Site) -> None:
    response = site.fetch("GET", "/account")

    assert response.status_code == 303
    assert response.location == "/inloggen?next=/account"


def test_one_logs_out_elsewhere_one_by_one_or_all_at_once(site: Site) -> None:
    person = make_account(site.session)
    for agent in ("Firefox/140 Windows", "Safari iPhone", "curl/8"):
        sign_in(site.session, person.email, PASSWORD, Origin("192.0.2.7", agent), NOON, 12)
    site.sign_in(person)

    page = site.get("/account")
    text = page.get_text(" ", strip=True)
    assert "Firefox op Windows" in text
    assert "Safari op iPhone" in text
    assert "Onbekende browser" in text
    acts = [str(form["action"]) for form in page.select("form.post[action^='/account/sessies/']")]
    site.post(acts[0])
    assert len(site.get("/account").select("form.post[action^='/account/sessies/']")) == 3

    response = site.post("/account/sessies/uit")

    assert response.location == "/account"
    assert "2 andere plekken" in site.get("/account").get_text()
    assert site.get("/account").select("form.post[action^='/account/sessies/']") == []


def test_one_does_not_log_out_someone_else(site: Site) -> None:
    person, other = make_account(site.session), make_account(site.session)
    sign_in(site.session, other.email, PASSWORD, ORIGIN, NOON, 12)
    (handle,) = [each.handle for each in list_sessions(site.session, other.id, "", NOON)]
    site.sign_in(person)

    site.post(f"/account/sessies/{handle}/uit")

    assert len(list_sessions(site.session, other.id, "", NOON)) == 1


@pytest.mark.sqlite_only
@pytest.mark.parametrize(
    ("current", "new", "again", "said"),
    [
        ("verkeerd wachtwoord", NEW, NEW, "niet uw huidige wachtwoord"),
        (PASSWORD, "te kort", "te kort", "ten minste 12 tekens"),
        (PASSWORD, NEW, "anders dan dat", "hetzelfde wachtwoord"),
        ("", "", "", "Vul uw huidige wachtwoord in."),
    ],
)
def test_a_wrong_change_of_password_is_told_at_the_form(
    site: Site, current: str, new: str, again: str, said: str
) -> None:
    site.sign_in(make_account(site.session))

    response = site.post("/account/wachtwoord", {"current": current, "password": new, "password_again": again}, 422)

    assert said in response.text
    site.get("/account/wachtwoord")


@pytest.mark.sqlite_only
def test_guessing_the_current_password_is_limited_as_a_log_in_is(site: Site) -> None:
    site.sign_in(make_account(site.session))
    wrong = {"current": "verkeerd wachtwoord", "password": NEW, "password_again": NEW}
    for _ in range(10):
        site.post("/account/wachtwoord", wrong, 422)

    site.post("/account/wachtwoord", wrong, 429)


@pytest.mark.sqlite_only
@pytest.mark.parametrize("path", ["/account/wachtwoord", "/account/sessies/uit", "/account/sessies/abc/uit"])
def test_a_visitor_changes_nothing(site: Site, path: str) -> None:
    assert site.post(path, status=401)
