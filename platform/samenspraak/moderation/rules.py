"""How long a claim holds: pure functions on plain values."""

import datetime as dt

CLAIM_LASTS = dt.timedelta(minutes=30)
"""After this a claim is nobody's: whoever went home holds up no one."""


def claimed_since(now: dt.datetime) -> dt.datetime:
    """Return the moment after which a claim must have been made to hold still."""
    return now - CLAIM_LASTS
