"""Logging in and out, as a browser does."""

from typing import Any

import pytest
from sqlalchemy import func, select

from samenspraak.people.models.account import LoginSession
from tests.factories.accounts import PASSWORD, make_account
from tests.factories.people import make_person
from tests.support.site import Site

COOKIE = "samenspraak"


def log_in(site: Site, email: str, password: str = PASSWORD, status: int = 303, **options: Any) -> Any:
    site._csrf = ""
    response = site.post(
        "/inloggen", {"email": email, "password": password, **options.pop("extra", {})}, status, **options
    )
    site._csrf = ""
    return response


def cookie_of(site: Site) -> str:
    cookie = site._client.get_cookie(COOKIE)
    assert cookie is not None
    return str(cookie.value)


def is_signed_in_with(site: Site, cookie: str) -> bool:
    site.sign_out()
    site._client.set_cookie(COOKIE, cookie)
    return site.fetch("GET", "/account").status_code == 200


@pytest.mark.sqlite_only
def test_the_page_asks_for_address_and_password(site: Site) -> None:
    page = site.get("/inloggen?next=/account")

    assert page.select_one("input[type=email][autocomplete=username]")
    assert page.select_one("input[type=password][autocomplete=current-password]")
    assert page.select_one("input[name=next][value='/account']")


@pytest.mark.sqlite_only
def test_one_gets_where_one_was_going(site: Site) -> None:
    person = make_account(site.session)

    response = log_in(site, person.email, extra={"next": "/account"})

    assert response.location == "/account"
    assert person.name in site.get("/account").get_text()
    assert site.fetch("GET", "/inloggen?next=/uitleg").location == "/uitleg"


@pytest.mark.sqlite_only
@pytest.mark.parametrize("target", ["//kwaad.test", "https://kwaad.test", "/\\kwaad.test", "javascript:alert(1)"])
def test_one_never_gets_elsewhere(site: Site, target: str) -> None:
    person = make_account(site.session)

    assert log_in(site, person.email, extra={"next": target}).location == "/"


@pytest.mark.sqlite_only
def test_the_answer_to_a_wrong_try_is_the_same_for_known_and_unknown(site: Site) -> None:
    known, unopened = (
        make_account(site.session, email="bekend@swv.test"),
        make_person(site.session, email="vreemd@swv.test"),
    )

    answers = [
        log_in(site, email, "verkeerd wachtwoord", 422) for email in (known.email, "niemand@swv.test", unopened.email)
    ]

    bodies = {
        answer.text.replace(email, "X")
        for answer, email in zip(answers, (known.email, "niemand@swv.test", unopened.email), strict=True)
    }
    assert len({without_secrets(body) for body in bodies}) == 1
    headers = [{name for name, _ in answer.headers} for answer in answers]
    assert headers[0] == headers[1] == headers[2]
    assert "horen niet bij elkaar" in answers[0].text
    assert "verkeerd wachtwoord" not in answers[0].text
    assert known.email in answers[0].text


@pytest.mark.sqlite_only
def test_failed_tries_are_kept_and_the_eleventh_is_too_many(site: Site) -> None:
    person = make_account(site.session)
    for _ in range(10):
        log_in(site, person.email, "verkeerd wachtwoord", 422)

    response = log_in(site, person.email, status=429)

    assert int(response.headers["Retry-After"]) == 300
    assert "5 minuten" in response.text


@pytest.mark.sqlite_only
def test_every_log_in_makes_a_new_session_and_leaves_nothing_of_the_visitor(site: Site) -> None:
    person = make_account(site.session)
    site.get("/inloggen")
    before = cookie_of(site) if site._client.get_cookie(COOKIE) else ""
    log_in(site, person.email)
    first = cookie_of(site)
    site.sign_out()
    log_in(site, person.email)

    assert len({before, first, cookie_of(site)}) == 3
    assert site.session.scalar(select(func.count()).select_from(LoginSession)) == 2


def test_a_copied_cookie_is_dead_after_log_out(site: Site) -> None:
    person = make_account(site.session)
    log_in(site, person.email)
    copied = cookie_of(site)
    assert is_signed_in_with(site, copied)

    response = site.post("/uitloggen")

    assert response.location == "/"
    assert not is_signed_in_with(site, copied)


@pytest.mark.sqlite_only
def test_a_copied_cookie_is_dead_after_a_change_of_password(site: Site) -> None:
    person = make_account(site.session)
    log_in(site, person.email)
    copied = cookie_of(site)
    new = "vier geiten op de dijk"

    site.post("/account/wachtwoord", {"current": PASSWORD, "password": new, "password_again": new})
    site._csrf = ""

    assert site.get("/account")
    assert not is_signed_in_with(site, copied)


def test_a_copied_cookie_is_dead_when_the_account_is_closed(site: Site) -> None:
    person = make_account(site.session)
    log_in(site, person.email)
    copied = cookie_of(site)

    person.is_active = False

    assert not is_signed_in_with(site, copied)


def test_a_made_up_cookie_is_nobody(site: Site) -> None:
    assert not is_signed_in_with(site, "eyJfdXNlcl9pZCI6IjEifQ.x.y")


def test_logging_out_twice_is_fine(site: Site) -> None:
    assert site.post("/uitloggen").location == "/"


def test_a_form_without_token_changes_nothing(site: Site) -> None:
    person = make_account(site.session)

    response = site.fetch("POST", "/inloggen", data={"email": person.email, "password": PASSWORD})

    assert response.status_code == 400
    assert site.session.scalar(select(func.count()).select_from(LoginSession)) == 0


@pytest.mark.sqlite_only
@pytest.mark.parametrize("email", ["", "\0", "x" * 300, "a@b\r\nBcc: x@kwaad.test"])
def test_what_is_no_address_is_told_at_the_form(site: Site, email: str) -> None:
    log_in(site, email, status=422)


@pytest.mark.sqlite_only
def test_the_cookie_is_for_the_server_alone(site: Site) -> None:
    person = make_account(site.session)

    response = log_in(site, person.email)

    set_cookie = next(value for name, value in response.headers if name == "Set-Cookie" and value.startswith(COOKIE))
    assert "HttpOnly" in set_cookie
    assert "SameSite=Lax" in set_cookie
    assert "Expires" not in set_cookie


def without_secrets(body: str) -> str:
    """Take out what differs between any two answers."""
    return "\n".join(line for line in body.splitlines() if "csrf" not in line and "nonce" not in line)
