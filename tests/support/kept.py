"""What a worker opens once for each kind of database, and keeps open however often the tests go from one to the other.

A session fixture that depends on the kind is closed at each such change: with files of tests dealt out to workers,
twice a file.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from typing import Any, TypeVar

import pytest

T = TypeVar("T")


class Kept:
    """Opens what is asked for first, and closes all of it in the end, last opened first."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._opened: dict[tuple[str, str], Any] = {}

    def get(self, what: str, kind: str, opening: Callable[[], AbstractContextManager[T]]) -> T:
        """Return what is open under this name for a kind of database; open it when it is not."""
        key = (what, kind)
        if key not in self._opened:
            self._opened[key] = self._stack.enter_context(opening())
        found: T = self._opened[key]
        return found


@pytest.fixture(scope="session")
def kept() -> Iterator[Kept]:
    """What this worker keeps open until its end."""
    with ExitStack() as stack:
        yield Kept(stack)
