"""Links by mail that let their holder set a password: made, used once, and gone."""

import datetime as dt
from types import MappingProxyType

from sqlalchemy import select, update
from sqlalchemy.orm import selectinload

from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid, NotFound
from samenspraak.core.events import record
from samenspraak.core.tokens import hash_token, new_token
from samenspraak.people.actions.attempts import (
    RESET_FROM_ONE_ADDRESS,
    RESET_OF_ONE,
    count_attempt,
    forget_attempts,
    neighbourhood,
)
from samenspraak.people.actions.sessions import Origin, begin_session, end_sessions_of, log_in_subject
from samenspraak.people.addresses import same_address
from samenspraak.people.events import AccountLinkMade, LinkAskedFor
from samenspraak.people.models.account import AccountLink, LinkPurpose, Person
from samenspraak.people.passwords import hash_password, weakness
from samenspraak.people.queries.links import is_open
from samenspraak.people.queries.viewers import viewer_of
from samenspraak.people.rules import Viewer

LIFETIMES = MappingProxyType(
    {LinkPurpose.INVITATION: dt.timedelta(days=14), LinkPurpose.PASSWORD_RESET: dt.timedelta(minutes=60)}
)


def make_link(session: Session, person: Person, purpose: LinkPurpose, now: dt.datetime) -> None:
    """Make a link, which goes out by mail; earlier ones of the same person stop working."""
    use_up_links(session, person.id, now)
    token = new_token()
    session.add(
        AccountLink(
            token_hash=hash_token(token),
            person_id=person.id,
            purpose=purpose,
            created_at=now,
            expires_at=now + LIFETIMES[purpose],
        )
    )
    session.flush()
    record(session, AccountLinkMade(person.id, purpose.value, token))


def ask_for_link(session: Session, email: str, origin: Origin, now: dt.datetime) -> None:
    """Ask for a link to a new password. Nothing here depends on whether the address is known, not even the time."""
    email = same_address(email)
    count_attempt(session, f"reset of {email}", RESET_OF_ONE, now)
    count_attempt(session, f"reset from {neighbourhood(origin.address)}", RESET_FROM_ONE_ADDRESS, now)
    record(session, LinkAskedFor(email, now.isoformat()))


def send_link_asked_for(session: Session, email: str, asked_at: dt.datetime, now: dt.datetime) -> None:
    """Send the link, if this is the address of an open account and none was sent since it was asked for."""
    person = session.scalar(select(Person).where(Person.email == email, Person.is_active).with_for_update())
    if person and not _has_link_since(session, person.id, asked_at):
        make_link(session, person, LinkPurpose.PASSWORD_RESET, now)


def open_account(
    session: Session, token: str, password: str, origin: Origin, now: dt.datetime, hours: int
) -> tuple[str, Viewer]:
    """Set the password of a link's holder, end all their sessions, and sign them in: the new token and who it is.

    Refuses a link that does not exist, was used or expired (`NotFound`), and a weak password (`Invalid`), which leaves
    the link as it was.
    """
    link = session.scalar(select(AccountLink).where(AccountLink.token_hash == hash_token(token)).with_for_update())
    person = session.scalar(
        select(Person)
        .where(Person.id == (link.person_id if link else None), Person.is_active)
        .options(selectinload(Person.assignments))
    )
    if link is None or person is None or not is_open(link, now):
        raise NotFound
    forget_attempts(session, log_in_subject(person.email))
    set_password(session, person, password, now)
    return begin_session(session, person, origin, now, hours), viewer_of(person)


def set_password(session: Session, person: Person, password: str, now: dt.datetime) -> None:
    """Set a password that is not weak, end all sessions, use up all links."""
    reason = weakness(password, (person.name, person.email))
    if reason:
        raise Invalid("password", reason)
    person.password_hash = hash_password(password)
    end_sessions_of(session, person.id)
    use_up_links(session, person.id, now)
    session.flush()


def use_up_links(session: Session, person_id: int, now: dt.datetime) -> None:
    """Make all links of a person stop working."""
    session.execute(
        update(AccountLink).where(AccountLink.person_id == person_id, AccountLink.used_at.is_(None)).values(used_at=now)
    )


def _has_link_since(session: Session, person_id: int, moment: dt.datetime) -> bool:
    sent = select(AccountLink.token_hash).where(AccountLink.person_id == person_id, AccountLink.created_at >= moment)
    return session.scalar(sent.limit(1)) is not None
