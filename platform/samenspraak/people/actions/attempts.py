"""Counting tries, in the database, so that all servers share one count that survives a restart."""

import datetime as dt
import ipaddress
from dataclasses import dataclass

from sqlalchemy import delete, func, select

from samenspraak.core.db import Session
from samenspraak.core.errors import TooMany
from samenspraak.core.tokens import hash_token
from samenspraak.people.models.account import Attempt


@dataclass(frozen=True)
class Limit:
    """At most so many tries within a period."""

    most: int
    within: dt.timedelta


FIVE_MINUTES = dt.timedelta(minutes=5)
LOG_IN_OF_ONE = Limit(10, FIVE_MINUTES)
LOG_IN_FROM_ONE_ADDRESS = Limit(50, FIVE_MINUTES)
RESET_OF_ONE = Limit(5, dt.timedelta(days=1))
RESET_FROM_ONE_ADDRESS = Limit(20, FIVE_MINUTES)
INTRODUCTIONS_OF_ONE = Limit(20, dt.timedelta(days=1))
ADMISSIONS_OF_ONE = Limit(10, dt.timedelta(days=1))
LONGEST = RESET_OF_ONE.within


def count_attempt(session: Session, subject: str, limit: Limit, now: dt.datetime) -> None:
    """Count one try; refuse (`TooMany`) the one that is too many, which is not counted."""
    hashed = hash_token(subject)
    _one_at_a_time(session, hashed)
    session.execute(delete(Attempt).where(Attempt.subject == hashed, Attempt.at <= now - limit.within))
    found = session.execute(select(func.count(), func.min(Attempt.at)).where(Attempt.subject == hashed)).one()
    if found[0] >= limit.most:
        oldest: dt.datetime = found[1]
        raise TooMany(max(1, int((oldest + limit.within - now).total_seconds())))
    session.add(Attempt(subject=hashed, at=now))
    session.flush()


def forget_attempts(session: Session, subject: str) -> None:
    """Forget the tries of one subject, after the one that succeeded."""
    session.execute(delete(Attempt).where(Attempt.subject == hash_token(subject)))


def forget_old_attempts(session: Session, now: dt.datetime) -> None:
    """Forget all tries that no limit looks at any more."""
    session.execute(delete(Attempt).where(Attempt.at <= now - LONGEST))


def neighbourhood(address: str) -> str:
    """Return what one party can hold of the internet: an IPv4 address, or the network of an IPv6 address."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(parsed, ipaddress.IPv6Address) and not parsed.ipv4_mapped:
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(getattr(parsed, "ipv4_mapped", None) or parsed)


def _one_at_a_time(session: Session, hashed: str) -> None:
    """Have PostgreSQL count the tries of one subject one after another; SQLite writes one at a time anyway."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(int(hashed[:15], 16))))
