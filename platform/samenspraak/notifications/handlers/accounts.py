"""What is told of accounts."""

import datetime as dt

from samenspraak.core.db import Session
from samenspraak.core.tokens import hash_token
from samenspraak.notifications import links
from samenspraak.notifications.actions import post_letter
from samenspraak.notifications.letters import AccountLetter
from samenspraak.notifications.rules import ACCOUNT_LINK
from samenspraak.people.events import AccountLinkMade
from samenspraak.people.models.account import AccountLink, LinkPurpose, Person


def on_account_link_made(session: Session, event: AccountLinkMade, now: dt.datetime) -> None:
    """Mail the link. Its token stands in the mail alone, and is wiped there once the mail has left."""
    person = session.get_one(Person, event.person_id)
    link = session.get_one(AccountLink, hash_token(event.token))
    letter = AccountLetter(
        name=person.name,
        url=links.account_link(event.token),
        is_new=link.purpose is LinkPurpose.INVITATION,
        expires_at=link.expires_at,
    )
    post_letter(session, letter, f"{ACCOUNT_LINK}{link.token_hash[:16]}", person.email, now)
