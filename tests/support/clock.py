"""The part of the routing clock that closes invitations, without the rest of it."""

import datetime as dt

from samenspraak.core.db import Session
from samenspraak.routing.actions import expire
from samenspraak.routing.clock import DueKind, list_due


def expire_due(session: Session, now: dt.datetime) -> int:
    """Close all invitations whose time is over, and return how many."""
    return sum(expire(session, due.key, now) for due in list_due(session, now) if due.kind is DueKind.TIME_OUT)
