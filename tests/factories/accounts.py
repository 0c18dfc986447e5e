"""Makes accounts that can log in, and looks into what was told of their links."""

import datetime as dt

from samenspraak.core.db import Session
from samenspraak.core.tokens import hash_token, new_token
from samenspraak.people.actions.sessions import Origin
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import AccountLink, LinkPurpose, Person
from samenspraak.people.passwords import hash_password
from tests.factories.people import make_person
from tests.support.site import NOON

PASSWORD = "drie koeien in de wei"
ORIGIN = Origin("192.0.2.7", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0")
_HASH = hash_password(PASSWORD)


def make_account(session: Session, *roles: Role, **values: str) -> Person:
    """Make a person who can log in with `PASSWORD`."""
    person = make_person(session, *roles, **values)
    person.password_hash = _HASH
    session.flush()
    return person


def make_link_for(
    session: Session,
    person: Person,
    purpose: LinkPurpose = LinkPurpose.INVITATION,
    expires: dt.datetime = NOON + dt.timedelta(hours=1),
) -> str:
    """Make an account link; return its token, as the mail would hold it."""
    token = new_token()
    session.add(
        AccountLink(
            token_hash=hash_token(token), person_id=person.id, purpose=purpose, created_at=NOON, expires_at=expires
        )
    )
    session.flush()
    return token
