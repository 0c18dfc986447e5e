"""What is decided about notices and mails on plain values."""

import datetime as dt
import hashlib

SHORTEST_WAIT = dt.timedelta(seconds=5)
LONGEST_WAIT = dt.timedelta(minutes=15)
GIVE_UP_AFTER = dt.timedelta(days=3)
"""How long a mail server may be away before a mail is given up; people were told on screen meanwhile."""

ACCOUNT_LINK = "account_link:"
"""How the cause of a mail begins that holds a secret."""


def message_key(cause: str, recipient: str) -> str:
    """Return what a mail is known by outside, the same at every try: 32 hexadecimal digits."""
    return hashlib.sha256(f"{cause}\n{recipient}".encode()).hexdigest()[:32]


def wait_before_retry(age: dt.timedelta) -> dt.timedelta:
    """Return how long to wait before a mail of this age is tried again: ever longer, within bounds."""
    return max(SHORTEST_WAIT, min(LONGEST_WAIT, age / 2))


def holds_secret(cause: str) -> bool:
    """Say whether a mail's text must not be kept once it has left."""
    return cause.startswith(ACCOUNT_LINK)
