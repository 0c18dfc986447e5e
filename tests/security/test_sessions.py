"""The session: copied, fixed, forged, or of someone else."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from samenspraak.config import Settings
from samenspraak.core.tokens import hash_token
from samenspraak.factory import create_app
from samenspraak.people.actions.accounts import close_account
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import LoginSession, Person
from tests.factories.accounts import PASSWORD, make_account, make_link_for
from tests.factories.people import make_person, viewer
from tests.support.site import NOON, Site

NEW = "vier paarden op het dak"


class Browser:
    """One browser of the site's application, with a cookie that can be copied."""

    def __init__(self, site: Site, cookie: str = "") -> None:
        self.site = site
        self.client: FlaskClient = site.app.test_client()
        if cookie:
            self.client.set_cookie("samenspraak", cookie)

    @property
    def cookie(self) -> str:
        """What the browser holds."""
        found = self.client.get_cookie("samenspraak")
        return found.value if found else ""

    def is_in(self) -> bool:
        """Say whether it is signed in."""
        self.site.session.commit()
        return self.client.get("/account").status_code == 200

    def post(self, path: str, data: dict[str, Any] | None = None) -> TestResponse:
        """Send a form with its token."""
        self.site.session.commit()
        page = self.client.get("/toegankelijkheid").text
        token = page.partition('name="csrf-token" content="')[2].partition('"')[0]
        answer = self.client.post(path, data={"csrf_token": token, **(data or {})})
        self.site.session.expire_all()
        return answer

    def log_in(self, person: Person) -> None:
        """Log in as a person does."""
        assert self.post("/inloggen", {"email": person.email, "password": PASSWORD}).status_code == 303


def logged_in(site: Site) -> tuple[Person, Browser, Browser]:
    """Return someone, their browser, and another one that holds a copy of its cookie."""
    person = make_account(site.session)
    browser = Browser(site)
    browser.log_in(person)
    copy = Browser(site, browser.cookie)
    assert copy.is_in()
    return person, browser, copy


def test_a_copied_cookie_is_dead_after_logging_out(site: Site) -> None:
    _person, browser, copy = logged_in(site)
    browser.post("/uitloggen")
    assert not copy.is_in()
    assert not browser.is_in()


def test_a_copied_cookie_is_dead_after_a_new_password(site: Site) -> None:
    _person, browser, copy = logged_in(site)
    browser.post("/account/wachtwoord", {"current": PASSWORD, "password": NEW, "password_again": NEW})
    assert browser.is_in()
    assert not copy.is_in()


def test_a_copied_cookie_is_dead_after_a_password_by_link(site: Site) -> None:
    person, _browser, copy = logged_in(site)
    token = make_link_for(site.session, person)
    assert Browser(site).post(f"/account/openen/{token}", {"password": NEW, "password_again": NEW}).status_code == 303
    assert not copy.is_in()


def test_every_cookie_is_dead_once_the_account_is_closed(site: Site) -> None:
    person, browser, copy = logged_in(site)
    close_account(site.session, viewer(make_person(site.session, Role.ADMINISTRATOR)), person.id, "Op verzoek", NOON)
    assert not browser.is_in()
    assert not copy.is_in()


def test_an_expired_session_is_dead_though_its_row_is_there(site: Site) -> None:
    _person, browser, _copy = logged_in(site)
    site.session.scalars(select(LoginSession)).one().expires_at = NOON
    assert not browser.is_in()


def test_logging_in_gives_a_fresh_cookie_and_lets_nothing_from_before_in(site: Site) -> None:
    person = make_account(site.session)
    browser = Browser(site)
    browser.client.get("/inloggen")
    planted = browser.cookie
    browser.log_in(person)

    assert browser.cookie != planted
    assert not Browser(site, planted).is_in()


def test_two_places_are_two_sessions_and_one_ends_without_the_other(site: Site) -> None:
    person, first, _copy = logged_in(site)
    second = Browser(site)
    second.log_in(person)
    first.post("/uitloggen")
    assert second.is_in()
    assert site.session.scalar(select(func.count(LoginSession.token_hash))) == 1


@pytest.mark.sqlite_only
@pytest.mark.parametrize("cookie", ["x", ".", "a.b.c", "\x7f", "." * 4000, "eyJfdXNlcl9pZCI6MX0.x.y"])
def test_a_forged_cookie_is_a_visitor(site: Site, cookie: str) -> None:
    assert not Browser(site, cookie).is_in()


@pytest.mark.sqlite_only
def test_a_changed_cookie_is_a_visitor(site: Site) -> None:
    _person, browser, _copy = logged_in(site)
    middle = len(browser.cookie) // 3
    changed = browser.cookie[:middle] + ("a" if browser.cookie[middle] != "a" else "b") + browser.cookie[middle + 1 :]
    assert not Browser(site, changed).is_in()


@pytest.mark.sqlite_only
def test_the_cookie_holds_no_person_and_the_database_no_token(site: Site) -> None:
    person, browser, _copy = logged_in(site)
    with browser.client.session_transaction() as cookie:
        token = str(cookie["_user_id"])
        assert str(person.email) not in str(dict(cookie))
    row = site.session.scalars(select(LoginSession)).one()
    assert row.token_hash == hash_token(token) != token


@pytest.mark.sqlite_only
def test_the_token_of_another_browser_is_refused(site: Site) -> None:
    _person, browser, _copy = logged_in(site)
    page = Browser(site).client.get("/toegankelijkheid").text
    foreign = page.partition('name="csrf-token" content="')[2].partition('"')[0]

    assert browser.client.post("/account/sessies/uit", data={"csrf_token": foreign}).status_code == 400


@pytest.mark.sqlite_only
def test_over_https_the_cookie_is_bound_to_this_host_and_forms_need_its_referrer(site: Site) -> None:
    settings = site.services.settings
    secure = Settings(
        mode="test", database_url=settings.database, data_folder=settings.data_folder, base_url="https://samen.example"
    )
    app = create_app(secure, clock=lambda: NOON)
    client = app.test_client()
    answer = client.get("/inloggen", base_url="https://samen.example")
    [cookie] = answer.headers.getlist("Set-Cookie")

    assert cookie.startswith("__Host-samenspraak=")
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
    assert "Domain" not in cookie
    assert "max-age=31536000" in answer.headers["Strict-Transport-Security"]
    token = answer.text.partition('name="csrf-token" content="')[2].partition('"')[0]
    for referrer, status in (("https://elders.example/", 400), ("https://samen.example/inloggen", 303)):
        sent = client.post(
            "/voorkeuren", base_url="https://samen.example", data={"csrf_token": token}, headers={"Referer": referrer}
        )
        assert sent.status_code == status
    app.extensions["samenspraak"].engine.dispose()


@pytest.mark.sqlite_only
def test_an_address_that_was_asked_for_often_does_not_fill_the_cookie(site: Site) -> None:
    browser = Browser(site)
    for number in range(100):
        browser.client.get(f"/account?{number}")
    assert len(browser.cookie) < 1000
