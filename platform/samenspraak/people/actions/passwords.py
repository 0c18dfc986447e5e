"""Changing one's own password."""

import datetime as dt

from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid
from samenspraak.people.actions.attempts import forget_attempts
from samenspraak.people.actions.links import set_password
from samenspraak.people.actions.sessions import Origin, begin_session, count_log_in, log_in_subject
from samenspraak.people.passwords import is_password
from samenspraak.people.queries.people import find_person
from samenspraak.people.queries.viewers import viewer_of
from samenspraak.people.rules import Viewer


def change_password(
    session: Session, viewer: Viewer, current: str, new: str, origin: Origin, now: dt.datetime, hours: int
) -> tuple[str, Viewer]:
    """Change a password and end all sessions, this one too; return the token of the one that replaces it.

    A wrong current password (`Invalid`) counts as a failed log-in and is to be committed; so many are `TooMany`.
    """
    person = find_person(session, viewer.person_id)
    count_log_in(session, person.email, origin, now)
    if not is_password(current, person.password_hash):
        raise Invalid("current", "wrong-current")
    forget_attempts(session, log_in_subject(person.email))
    set_password(session, person, new, now)
    return begin_session(session, person, origin, now, hours), viewer_of(person)
