"""A snapshot as one audience sees it: as if no other documents existed.

Counts and mean lengths are taken over the visible documents, so a score tells nothing of what is hidden.
"""

import itertools
import threading
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from samenspraak.search.bm25 import idf, norms, shares
from samenspraak.search.facts import Bools, Facts, Floats, Ints
from samenspraak.search.holding import Cache, Held, Numbers
from samenspraak.search.segments import Segments
from samenspraak.search.spelling import Near

_NUMBERS = itertools.count()


class View:
    """What is visible, and what each term gives to it. Arrays are shared with others: never change them."""

    def __init__(self, segments: Segments, visible: Bools, cache: Cache) -> None:
        self._segments = segments
        self._cache = cache
        self._norms: dict[str, Floats] = {}
        self._lock = threading.Lock()
        self.name = f"view {next(_NUMBERS)}"
        self.visible = visible
        self.size = int(visible.sum())
        self._is_whole = bool(visible.all())

    @property
    def facts(self) -> Facts:
        """The facts of all documents, hidden ones too."""
        return self._segments.facts

    def shares(self, field: str, term: str) -> Held:
        """The visible documents that hold a term, and the BM25 score of it in each."""
        return self._cache.get((self.name, field, term), lambda: self._shares(field, term))

    def kept(self, field: str, name: str, make: Callable[[], Held]) -> Held:
        """What `make` gives, held under a name as long as the postings of terms are; a name is no term."""
        return self._cache.get((self.name, field, name), make)

    def documents(self, field: str, term: str) -> Numbers:
        """The visible documents that hold a term."""
        return self.shares(field, term).documents

    def idf(self, field: str, term: str) -> float:
        """The weight of a term among the visible documents."""
        return idf(self.size, len(self.documents(field, term)))

    def has_text(self, field: str) -> bool:
        """Whether any visible document has a word in a field."""
        return bool(self._segments.lengths(field)[self.visible].any())

    def with_keys(self, keys: Ints | list[int]) -> Ints:
        """The visible documents that have one of these keys."""
        return (np.isin(self.facts.keys, keys) & self.visible).nonzero()[0] if len(keys) else np.array([], np.int64)

    def titled(self, title: str) -> Ints:
        """The visible documents with exactly this title, as it is folded."""
        found = self._segments.titled(title)
        return found[self.visible[found]]

    def positions(self, field: str, term: str, wanted: Bools) -> dict[int, set[int]]:
        """Where a term stands in the wanted documents."""
        return self._segments.positions(field, term, wanted)

    def titled_like(self, words: Sequence[str]) -> Ints:
        """The visible documents of which the title has, for each of some words, one that begins so."""
        found = self._segments.titled_like(words)
        return found[self.visible[found]]

    def words_like(self, prefix: str) -> Mapping[str, int]:
        """The words of visible titles that begin like this, with how many titles have them."""
        return self._segments.words_like(prefix, self.visible)

    def near(self, field: str, word: str) -> list[Near]:
        """The terms of a field that are near a word and stand in a visible document, nearest first."""
        return sorted(each for each in self._segments.near(field, word) if len(self.documents(field, each.word)))

    def text(self, document: int) -> tuple[str, str, str]:
        """Title, body and discussion as they were indexed."""
        return self._segments.text(document)

    def _shares(self, field: str, term: str) -> Held:
        documents, counts = self._segments.postings(field, term)
        if not self._is_whole:
            seen = self.visible[documents]
            documents, counts = documents[seen], counts[seen]
        if not len(documents):
            return Held(documents, np.array([], dtype=np.float64))
        weight = idf(self.size, len(documents))
        return Held(documents, shares(weight, counts, self._norm(field)[documents]).astype(np.float32))

    def _norm(self, field: str) -> Floats:
        with self._lock:
            if field not in self._norms:
                lengths = self._segments.lengths(field)
                self._norms[field] = norms(lengths, float(lengths[self.visible].mean()))
            return self._norms[field]
