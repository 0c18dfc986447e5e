"""Signing in and out, over rows."""

import datetime as dt

import pytest
from argon2 import PasswordHasher
from sqlalchemy import func, select

from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid, TooMany
from samenspraak.core.tokens import hash_token
from samenspraak.people.actions.sessions import Origin, end_other_sessions, end_session, sign_in, sign_out
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import LoginSession
from samenspraak.people.passwords import needs_new_hash
from samenspraak.people.queries.people import list_sessions
from samenspraak.people.queries.viewers import viewer_of_session
from tests.factories.accounts import ORIGIN, PASSWORD, make_account
from tests.factories.people import make_person
from tests.support.site import NOON

HOURS = 12


def enter(session: Session, email: str, password: str = PASSWORD, origin: Origin = ORIGIN) -> str:
    return sign_in(session, email, password, origin, NOON, HOURS)[0]


def test_each_log_in_is_a_row_of_its_own_that_holds_no_token(session: Session) -> None:
    person = make_account(session, Role.COORDINATOR)

    first, second = enter(session, person.email), enter(session, person.email)

    hashes = set(session.scalars(select(LoginSession.token_hash).where(LoginSession.person_id == person.id)))
    assert hashes == {hash_token(first), hash_token(second)}
    viewer = viewer_of_session(session, first, NOON)
    assert viewer is not None
    assert viewer.roles == {Role.COORDINATOR}


def test_an_address_is_known_however_it_is_written(session: Session) -> None:
    person = make_account(session, email="roos@swv.test")

    token = enter(session, "  Roos@SWV.test ")

    assert viewer_of_session(session, token, NOON) is not None
    assert person.email == "roos@swv.test"


def test_unknown_closed_unopened_and_wrong_are_refused_alike(session: Session) -> None:
    known, closed, unopened = make_account(session), make_account(session), make_person(session)
    closed.is_active = False

    for email, password in (
        (known.email, "verkeerd wachtwoord"),
        ("niemand@swv.test", PASSWORD),
        (closed.email, PASSWORD),
        (unopened.email, PASSWORD),
    ):
        with pytest.raises(Invalid) as refused:
            enter(session, email, password)
        assert (refused.value.field, refused.value.reason) == ("password", "wrong-pair")
    assert session.scalar(select(func.count()).select_from(LoginSession)) == 0


def test_the_eleventh_try_on_an_account_is_too_many_even_with_the_right_password(session: Session) -> None:
    person = make_account(session)
    for number in range(10):
        with pytest.raises(Invalid):
            enter(session, person.email, "verkeerd wachtwoord", Origin(f"192.0.2.{number}"))

    with pytest.raises(TooMany) as refused:
        enter(session, person.email)

    assert 0 < refused.value.retry_after <= 300


def test_after_five_minutes_one_may_try_again(session: Session) -> None:
    person = make_account(session)
    for _ in range(10):
        with pytest.raises(Invalid):
            enter(session, person.email, "verkeerd wachtwoord")

    later = NOON + dt.timedelta(minutes=5)

    assert sign_in(session, person.email, PASSWORD, ORIGIN, later, HOURS)


def test_tries_on_an_unknown_address_are_limited_alike(session: Session) -> None:
    for _ in range(10):
        with pytest.raises(Invalid):
            enter(session, "niemand@swv.test")

    with pytest.raises(TooMany):
        enter(session, "niemand@swv.test")


def test_one_place_may_try_fifty_accounts(session: Session) -> None:
    for number in range(50):
        with pytest.raises(Invalid):
            enter(session, f"niemand{number}@swv.test", origin=Origin("2001:db8::1"))

    with pytest.raises(TooMany):
        enter(session, "nog-iemand@swv.test", origin=Origin("2001:db8::ffff"))


def test_success_forgets_the_failures_of_the_account(session: Session) -> None:
    person = make_account(session)
    for _ in range(3):
        for _ in range(9):
            with pytest.raises(Invalid):
                enter(session, person.email, "verkeerd wachtwoord")
        assert enter(session, person.email)


def test_an_old_hash_is_renewed_at_log_in(session: Session) -> None:
    person = make_account(session)
    person.password_hash = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)

    enter(session, person.email)

    assert person.password_hash is not None
    assert not needs_new_hash(person.password_hash)
    assert enter(session, person.email)


def test_a_session_ends_at_its_hour_and_its_row_goes_at_the_next_log_in(session: Session) -> None:
    person = make_account(session)
    token = enter(session, person.email)
    end = NOON + dt.timedelta(hours=HOURS)

    assert viewer_of_session(session, token, end - dt.timedelta(seconds=1)) is not None
    assert viewer_of_session(session, token, end) is None
    sign_in(session, person.email, PASSWORD, ORIGIN, end, HOURS)
    assert session.scalar(select(func.count()).where(LoginSession.person_id == person.id)) == 1


def test_signing_out_ends_one_session(session: Session) -> None:
    person = make_account(session)
    here, there = enter(session, person.email), enter(session, person.email)

    sign_out(session, here)

    assert viewer_of_session(session, here, NOON) is None
    assert viewer_of_session(session, there, NOON) is not None


def test_one_ends_only_ones_own_sessions(session: Session) -> None:
    person, other = make_account(session), make_account(session)
    here, there = enter(session, person.email), enter(session, person.email)
    elsewhere = enter(session, other.email)

    handle = next(each.handle for each in list_sessions(session, person.id, here, NOON) if not each.is_this)
    end_session(session, other.id, handle)
    assert viewer_of_session(session, there, NOON) is not None
    end_session(session, person.id, handle)
    assert viewer_of_session(session, there, NOON) is None
    assert end_other_sessions(session, person.id, here) == 0
    assert viewer_of_session(session, here, NOON) is not None
    assert viewer_of_session(session, elsewhere, NOON) is not None
