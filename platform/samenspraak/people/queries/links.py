"""Reads of account links; looking never uses one up."""

import datetime as dt

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.tokens import hash_token
from samenspraak.people.models.account import AccountLink, Person


def person_of_link(session: Session, token: str, now: dt.datetime) -> Person | None:
    """Return who may set a password with this link; nothing when it was used, expired, or the account was closed."""
    found = session.execute(
        select(AccountLink, Person)
        .join(Person, Person.id == AccountLink.person_id)
        .where(AccountLink.token_hash == hash_token(token), Person.is_active)
    ).one_or_none()
    return found[1] if found and is_open(found[0], now) else None


def is_open(link: AccountLink, now: dt.datetime) -> bool:
    """Say whether a link can still be used."""
    return link.used_at is None and now < link.expires_at
