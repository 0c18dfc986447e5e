"""Chance that falls the same way each time, so that two loads on one day are alike."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

_T = TypeVar("_T")


def draw(below: int, *key: object) -> int:
    """Return a number from 0 up to `below`, as good as random, the same for the same key."""
    digest = hashlib.sha256(repr(key).encode()).digest()
    return int.from_bytes(digest[:8], "big") % below


def pick(choices: Sequence[_T], *key: object) -> _T:
    """Return one of the choices, the same for the same key."""
    return choices[draw(len(choices), *key)]


def happens(percent: int, *key: object) -> bool:
    """Say whether something with this chance happens."""
    return draw(100, *key) < percent
