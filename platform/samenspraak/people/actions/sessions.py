"""Signing in and out: each signed-in browser is a row, and what ends the row ends every copy of its cookie."""

import dataclasses
import datetime as dt
import re

from sqlalchemy import delete, select

from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid
from samenspraak.core.tokens import hash_token, new_token
from samenspraak.people.actions.attempts import (
    LOG_IN_FROM_ONE_ADDRESS,
    LOG_IN_OF_ONE,
    count_attempt,
    forget_attempts,
    neighbourhood,
)
from samenspraak.people.addresses import same_address
from samenspraak.people.models.account import LoginSession, Person
from samenspraak.people.passwords import hash_password, is_password, needs_new_hash
from samenspraak.people.queries.people import HANDLE_LENGTH, find_person
from samenspraak.people.queries.viewers import viewer_of
from samenspraak.people.rules import Viewer

LONGEST_USER_AGENT = 300
_HANDLE = re.compile(rf"[0-9a-f]{{{HANDLE_LENGTH}}}")


@dataclasses.dataclass(frozen=True)
class Origin:
    """Where a request comes from: the address on the internet, and what the browser calls itself."""

    address: str
    user_agent: str = ""


def sign_in(
    session: Session, email: str, password: str, origin: Origin, now: dt.datetime, hours: int
) -> tuple[str, Viewer]:
    """Sign someone in and return the new session's token, for the cookie alone.

    Refuses a wrong pair (`Invalid`) alike and in the same time for known and unknown addresses, closed accounts and
    accounts that were not opened yet; and too many tries (`TooMany`). A refusal as `Invalid` is to be committed.
    """
    email = same_address(email)
    count_log_in(session, email, origin, now)
    person = session.scalar(select(Person).where(Person.email == email))
    stored = person.password_hash if person and person.is_active else None
    if not is_password(password, stored) or person is None:
        raise Invalid("password", "wrong-pair")
    if needs_new_hash(stored or ""):
        person.password_hash = hash_password(password)
    forget_attempts(session, log_in_subject(email))
    return begin_session(session, person, origin, now, hours), viewer_of(find_person(session, person.id))


def count_log_in(session: Session, email: str, origin: Origin, now: dt.datetime) -> None:
    """Count a try to prove who one is, for the account and for where it comes from."""
    count_attempt(session, log_in_subject(email), LOG_IN_OF_ONE, now)
    count_attempt(session, f"log-in from {neighbourhood(origin.address)}", LOG_IN_FROM_ONE_ADDRESS, now)


def log_in_subject(email: str) -> str:
    """Return under which name the tries on an account are counted."""
    return f"log-in of {email}"


def begin_session(session: Session, person: Person, origin: Origin, now: dt.datetime, hours: int) -> str:
    """Make a session row for someone who has just proved who they are; return its token. Rows that expired go."""
    session.execute(delete(LoginSession).where(LoginSession.expires_at <= now))
    token = new_token()
    session.add(
        LoginSession(
            token_hash=hash_token(token),
            person_id=person.id,
            created_at=now,
            expires_at=now + dt.timedelta(hours=hours),
            user_agent=origin.user_agent[:LONGEST_USER_AGENT],
        )
    )
    session.flush()
    return token


def sign_out(session: Session, token: str) -> None:
    """End one session, with every copy of its cookie."""
    session.execute(delete(LoginSession).where(LoginSession.token_hash == hash_token(token)))


def end_other_sessions(session: Session, person_id: int, token: str) -> int:
    """End all sessions of a person but this one; return how many."""
    ended = session.scalars(
        delete(LoginSession)
        .where(LoginSession.person_id == person_id, LoginSession.token_hash != hash_token(token))
        .returning(LoginSession.token_hash)
    )
    return len(ended.all())


def end_session(session: Session, person_id: int, handle: str) -> None:
    """End the session of a person that the list of sessions names by this handle; one that is gone already is fine."""
    if not _HANDLE.fullmatch(handle):
        return
    session.execute(
        delete(LoginSession).where(
            LoginSession.person_id == person_id, LoginSession.token_hash.startswith(handle, autoescape=True)
        )
    )


def end_sessions_of(session: Session, person_id: int) -> None:
    """End all sessions of a person."""
    session.execute(delete(LoginSession).where(LoginSession.person_id == person_id))
