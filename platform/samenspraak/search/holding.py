"""Arrays kept in memory within a bound, shared by all that read one index in this process."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Collection
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from samenspraak.search.settings import LIMITS

Numbers = NDArray[np.int32]
Name = tuple[str, str, str]
"""Whose, of which field, of which term. The owner is a segment or a view."""


class Held(NamedTuple):
    """Documents in ascending order, with a value of each: how often a term is in it, or what that gives."""

    documents: Numbers
    values: NDArray[np.uint8 | np.float32 | np.float64]

    @property
    def size(self) -> int:
        """About the bytes that this takes, with its name."""
        return LIMITS.held_overhead + self.documents.nbytes + self.values.nbytes


class Cache:
    """Keeps what was made, and lets go of the longest unused beyond a number of bytes. Safe among threads."""

    def __init__(self, bound: int = LIMITS.held_bytes) -> None:
        self._bound = bound
        self._held: OrderedDict[Name, Held] = OrderedDict()
        self._lock = threading.Lock()
        self.size = 0

    def get(self, name: Name, make: Callable[[], Held]) -> Held:
        """What is held by a name, made now if it is not; two threads may both make it."""
        with self._lock:
            held = self._held.get(name)
            if held is not None:
                self._held.move_to_end(name)
                return held
        made = make()
        with self._lock:
            if name not in self._held:
                self._held[name] = made
                self.size += made.size
                while self.size > self._bound:
                    self.size -= self._held.popitem(last=False)[1].size
        return made

    def forget(self, owners: Collection[str]) -> None:
        """Let go of all that belongs to segments or views that are gone."""
        if owners:
            with self._lock:
                for name in [name for name in self._held if name[0] in owners]:
                    self.size -= self._held.pop(name).size
