"""What a session was told to record, for tests of actions."""

from samenspraak.core.db import Session
from samenspraak.core.events import Event


def recorded(session: Session) -> list[Event]:
    """Return the events that were recorded so far and are not committed."""
    found: list[Event] = session.info.get("samenspraak.events", [])
    return list(found)
