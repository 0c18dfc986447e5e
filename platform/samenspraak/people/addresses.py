"""E-mail addresses: which look like one, and when two are the same."""

import re

LONGEST_ADDRESS = 254

_FORM = re.compile(r"[!-?A-~]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,63}")


def is_address(text: str) -> bool:
    """Say whether mail can be sent to it, by its form alone; whether it arrives is proved by the link in the mail."""
    return len(text) <= LONGEST_ADDRESS and _FORM.fullmatch(text) is not None


def same_address(text: str) -> str:
    """Return an address in the one way in which it is stored and looked up."""
    return text.strip().casefold()
