"""One Whoosh index at one moment: what every search reads, through the view of its reader.

Whoosh scores an OR of 30 terms in a second; summing arrays of its postings takes under a millisecond
(docs/adr/0004).
"""

import threading
from collections import OrderedDict
from collections.abc import Iterable

import numpy as np
from whoosh.index import FileIndex

from samenspraak.search.facts import Bools, Facts
from samenspraak.search.holding import Cache
from samenspraak.search.segments import Segments
from samenspraak.search.settings import LIMITS
from samenspraak.search.view import View


class Snapshot:
    """The newest commit when it was opened, whatever comes after. Safe to share among threads."""

    def __init__(self, index: FileIndex, cache: Cache, before: "Snapshot | None" = None) -> None:
        self._cache = cache
        self.segments: Segments = Segments(index, cache, before.segments if before else None)
        self._lock = threading.Lock()
        self._views: OrderedDict[frozenset[str], View] = OrderedDict()
        if before:
            cache.forget({view.name for view in before.views()})

    @property
    def facts(self) -> Facts:
        """The facts of all documents, deleted and hidden ones too."""
        return self.segments.facts

    def view(self, audience: Iterable[str]) -> View:
        """What exists for someone who holds these tokens."""
        tokens = frozenset(token for token in audience if token in self.facts.labels["audience"])
        with self._lock:
            if tokens not in self._views:
                self._views[tokens] = View(self.segments, self._visible_to(tokens), self._cache)
            self._views.move_to_end(tokens)
            found = self._views[tokens]
            gone = [self._views.popitem(last=False)[1].name for _ in range(len(self._views) - LIMITS.held_views)]
        self._cache.forget(set(gone))
        return found

    def views(self) -> list[View]:
        """The views that are held."""
        with self._lock:
            return list(self._views.values())

    def versions(self) -> dict[int, int]:
        """The version of each document, by key."""
        alive = self.segments.alive
        return dict(zip(self.facts.keys[alive].tolist(), self.facts.versions[alive].tolist(), strict=True))

    def _visible_to(self, tokens: Iterable[str]) -> Bools:
        mask = np.zeros(len(self.segments), dtype=np.bool_)
        for token in tokens:
            mask[self.facts.labels["audience"][token]] = True
        return mask & self.segments.alive
