"""Waiting for what another process does, no longer than needed."""

import time
from collections.abc import Callable


def eventually(condition: Callable[[], object], what: str, seconds: float = 20) -> None:
    """Return as soon as a condition holds; fail when it does not within some seconds."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"not within {seconds} s: {what}"
        time.sleep(0.02)
