"""The way into an account by a link in the mail."""

import datetime as dt
import re

import pytest
from sqlalchemy import select

from samenspraak.core.outbox import OutboxRow
from samenspraak.notifications.models import Mail
from samenspraak.people.models.account import AccountLink, LinkPurpose, LoginSession, Person
from samenspraak.people.passwords import is_password
from samenspraak.worker.effects import EFFECTS
from tests.factories.accounts import make_account, make_link_for
from tests.factories.people import make_person
from tests.support.site import NOON, Site

NEW = "vier geiten op de dijk"
FILLED = {"password": NEW, "password_again": NEW}


@pytest.mark.sqlite_only
def test_the_page_of_a_link_says_what_a_password_must_be_before_one_is_chosen(site: Site) -> None:
    person = make_person(site.session, name="Roos Lessenaar")
    token = make_link_for(site.session, person)

    page = site.get(f"/account/openen/{token}")

    text = page.get_text(" ", strip=True)
    assert "Welkom, Roos Lessenaar" in text
    assert "Ten minste 12 tekens" in text
    assert len(page.select("input[autocomplete=new-password]")) == 2


def test_fetching_a_link_does_not_use_it_up(site: Site) -> None:
    person = make_person(site.session)
    token = make_link_for(site.session, person)

    for method in ("HEAD", "GET", "GET", "OPTIONS"):
        assert site.fetch(method, f"/account/openen/{token}").status_code == 200

    assert site.session.scalars(select(AccountLink.used_at)).one() is None
    site.post(f"/account/openen/{token}", FILLED)


@pytest.mark.sqlite_only
def test_opening_an_account_logs_in_once(site: Site) -> None:
    person = make_person(site.session, name="Roos Lessenaar")
    token = make_link_for(site.session, person)

    response = site.post(f"/account/openen/{token}", FILLED)

    assert response.location == "/"
    assert "Roos Lessenaar" in site.get("/account").get_text()
    assert is_password(NEW, site.session.get_one(Person, person.id).password_hash)
    site.sign_out()
    page = site.get(f"/account/openen/{token}", 410)
    assert page.select_one("a[href='/wachtwoord-vergeten']")
    site.post(f"/account/openen/{token}", FILLED, status=410)


@pytest.mark.sqlite_only
@pytest.mark.parametrize("token", ["onzin", "%00", "a" * 500, "..%2f..", "é"])
def test_a_made_up_link_works_as_little_as_an_old_one(site: Site, token: str) -> None:
    assert site.fetch("GET", f"/account/openen/{token}").status_code in {404, 410}


def test_an_expired_link_says_so(site: Site) -> None:
    person = make_person(site.session)
    token = make_link_for(site.session, person, expires=NOON - dt.timedelta(seconds=1))

    site.get(f"/account/openen/{token}", 410)


@pytest.mark.sqlite_only
@pytest.mark.parametrize(
    ("password", "again", "said"),
    [
        ("", "", "Vul een nieuw wachtwoord in."),
        ("te kort", "te kort", "ten minste 12 tekens"),
        ("x" * 129, "x" * 129, "hoogstens 128 tekens"),
        (NEW, "iets heel anders", "hetzelfde wachtwoord"),
        ("wachtwoord123", "wachtwoord123", "te snel geraden"),
    ],
)
def test_a_refused_password_is_told_and_never_shown(site: Site, password: str, again: str, said: str) -> None:
    person = make_person(site.session)
    token = make_link_for(site.session, person)

    response = site.post(f"/account/openen/{token}", {"password": password, "password_again": again}, 422)

    assert said in response.text
    assert not password or f'value="{password}"' not in response.text
    assert site.session.scalars(select(AccountLink.used_at)).one() is None


@pytest.mark.sqlite_only
def test_asking_for_a_link_answers_the_same_for_known_and_unknown(site: Site) -> None:
    make_account(site.session, email="bekend@swv.test")

    answers = []
    for email in ("bekend@swv.test", "niemand@swv.test"):
        site.sign_out()
        response = site.post("/wachtwoord-vergeten", {"email": email})
        answers.append((response.location, site.get("/wachtwoord-vergeten").select_one(".remark").get_text()))

    assert answers[0] == answers[1]
    assert "Kijk in uw mail" in answers[0][1]
    assert site.session.scalars(select(AccountLink)).all() == []


def test_the_mail_with_the_link_goes_out_after_the_answer(site: Site) -> None:
    person = make_account(site.session, email="bekend@swv.test")
    site.post("/wachtwoord-vergeten", {"email": "bekend@swv.test"})
    (row,) = site.session.scalars(select(OutboxRow).where(OutboxRow.effect == "send_account_link"))

    EFFECTS[row.effect].carry_out(site.services, [row.payload])

    (link,) = site.session.scalars(select(AccountLink)).all()
    assert (link.person_id, link.purpose) == (person.id, LinkPurpose.PASSWORD_RESET)
    assert link.expires_at == NOON + dt.timedelta(minutes=60)
    (mail,) = site.session.scalars(select(Mail)).all()
    assert mail.recipient == "bekend@swv.test"
    path = re.search(r"/account/openen/[\w-]+", mail.text)
    assert path is not None
    site.post(path[0], FILLED)


@pytest.mark.sqlite_only
def test_the_sixth_request_is_too_many(site: Site) -> None:
    for _ in range(5):
        site.post("/wachtwoord-vergeten", {"email": "niemand@swv.test"})

    site.post("/wachtwoord-vergeten", {"email": "niemand@swv.test"}, 429)


def test_a_new_password_by_link_logs_out_elsewhere(site: Site) -> None:
    person = make_account(site.session)
    site.sign_in(person)
    token = make_link_for(site.session, person, LinkPurpose.PASSWORD_RESET)
    elsewhere = site._client
    site.sign_out()

    site.post(f"/account/openen/{token}", FILLED)

    assert elsewhere.get("/account").status_code == 303
    assert len(site.session.scalars(select(LoginSession)).all()) == 1
