"""One Whoosh index at one moment, as arrays: what every search reads.

Whoosh scores an OR of 30 terms in a second; summing arrays of its postings takes under a millisecond
(docs/adr/0004).
"""

import threading
import weakref
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from samenspraak.search.facts import Bools, Facts, Floats, Ints, join_facts, read_facts
from samenspraak.search.settings import LIMITS
from samenspraak.search.spelling import Speller

Postings = tuple[Ints, Floats]


@dataclass
class Cache:
    """What may be kept from one snapshot to the next, by segment; a segment never changes, but for its deletions."""

    facts: dict[str, Facts] = field(default_factory=dict)
    lengths: dict[tuple[str, str], Floats] = field(default_factory=dict)
    postings: OrderedDict[tuple[str, str, str], Postings] = field(default_factory=OrderedDict)
    size: int = 0
    lock: threading.RLock = field(default_factory=threading.RLock)

    def keep_only(self, segments: set[str]) -> None:
        """Forget segments that are gone."""
        with self.lock:
            self.facts = {name: kept for name, kept in self.facts.items() if name in segments}
            self.lengths = {name: kept for name, kept in self.lengths.items() if name[0] in segments}
            kept_postings = OrderedDict((name, kept) for name, kept in self.postings.items() if name[0] in segments)
            self.postings, self.size = kept_postings, sum(len(docs) for docs, _ in kept_postings.values())

    def keep_postings(self, name: tuple[str, str, str], found: Postings) -> None:
        """Hold postings, and let go of the longest unused ones beyond the bound."""
        self.postings[name] = found
        self.size += len(found[0])
        while self.size > LIMITS.held_postings and len(self.postings) > 1:
            self.size -= len(self.postings.popitem(last=False)[1][0])


class Snapshot:
    """A reader of Whoosh with its facts. Safe to share among threads: only one at a time reads Whoosh's files."""

    def __init__(self, reader: Any, cache: Cache) -> None:
        self._reader = reader
        self._cache = cache
        self._spellers: dict[tuple[str, ...], Speller] = {}
        weakref.finalize(self, reader.close)
        self._leaves = [
            (leaf, int(base), str(leaf.segment().segment_id()))
            for leaf, base in reader.leaf_readers()
            if leaf.doc_count_all()
        ]
        with cache.lock:
            self.facts = join_facts([self._facts_of(leaf, name) for leaf, _, name in self._leaves])
        self.alive = self._alive()
        cache.keep_only({name for _, _, name in self._leaves})

    def visible_to(self, audience: Iterable[str]) -> Bools:
        """The documents that exist for someone who holds these tokens."""
        mask = np.zeros(len(self.facts), dtype=np.bool_)
        for token in audience:
            mask[self.facts.labels["audience"].get(token, [])] = True
        return mask & self.alive

    def versions(self) -> dict[int, int]:
        """The version of each document, by key."""
        return {int(self.facts.keys[number]): int(self.facts.versions[number]) for number in self.alive.nonzero()[0]}

    def postings(self, name: str, term: str) -> Postings:
        """The documents that hold a term in a field, ascending, and how often each does."""
        parts = [(base, self._postings_of(leaf, segment, name, term)) for leaf, base, segment in self._leaves]
        if len(parts) == 1:
            return parts[0][1]
        documents = [docs + base for base, (docs, _) in parts]
        counts = [found for _, (_, found) in parts]
        return _concatenated(documents, np.int64), _concatenated(counts, np.float64)

    def lengths(self, name: str) -> Floats:
        """The number of terms in a field, for each document."""
        with self._cache.lock:
            parts = [self._lengths_of(leaf, segment, name) for leaf, _, segment in self._leaves]
        return parts[0] if len(parts) == 1 else _concatenated(parts, np.float64)

    def positions(self, name: str, term: str, wanted: Bools) -> dict[int, set[int]]:
        """Where a term stands in the wanted documents."""
        found: dict[int, set[int]] = {}
        with self._cache.lock:
            for leaf, base, _ in self._leaves:
                for number, matcher in _matches(leaf, name, term):
                    if wanted[base + number]:
                        found[base + number] = set(matcher.value_as("positions"))
        return found

    def text(self, document: int) -> tuple[str, str, str]:
        """Title, body and discussion as they were indexed."""
        with self._cache.lock:
            title, body, discussion = self._reader.stored_fields(document)["text"]
        return title, body, discussion

    def speller(self, names: tuple[str, ...]) -> Speller:
        """A speller over the terms of some fields, hidden documents' included: check what it says before use."""
        with self._cache.lock:
            if names not in self._spellers:
                words = {bytes(term).decode() for name in names for term in self._reader.lexicon(name)}
                self._spellers[names] = Speller(words)
            return self._spellers[names]

    def _facts_of(self, leaf: Any, segment: str) -> Facts:
        if segment not in self._cache.facts:
            column = leaf.column_reader("facts")
            self._cache.facts[segment] = read_facts(column[number] for number in range(leaf.doc_count_all()))
        return self._cache.facts[segment]

    def _lengths_of(self, leaf: Any, segment: str, name: str) -> Floats:
        if (segment, name) not in self._cache.lengths:
            count = leaf.doc_count_all()
            found = np.array([leaf.doc_field_length(number, name, 0) or 0 for number in range(count)], dtype=np.float64)
            self._cache.lengths[segment, name] = found
        return self._cache.lengths[segment, name]

    def _postings_of(self, leaf: Any, segment: str, name: str, term: str) -> Postings:
        with self._cache.lock:
            held = self._cache.postings.get((segment, name, term))
            if held is not None:
                self._cache.postings.move_to_end((segment, name, term))
                return held
            found = [(number, matcher.weight()) for number, matcher in _matches(leaf, name, term)]
            postings = (
                np.array([n for n, _ in found], dtype=np.int64),
                np.array([w for _, w in found], dtype=np.float64),
            )
            self._cache.keep_postings((segment, name, term), postings)
            return postings

    def _alive(self) -> Bools:
        mask = np.ones(len(self.facts), dtype=np.bool_)
        for leaf, base, _ in self._leaves:
            if leaf.has_deletions():
                mask[[base + number for number in range(leaf.doc_count_all()) if leaf.is_deleted(number)]] = False
        return mask


def _matches(leaf: Any, name: str, term: str) -> Iterable[tuple[int, Any]]:
    if (name, term) not in leaf:
        return
    matcher = leaf.postings(name, term)
    while matcher.is_active():
        yield matcher.id(), matcher
        matcher.next()


def _concatenated(parts: Sequence[Any], kind: Any) -> Any:
    return np.concatenate(parts).astype(kind) if parts else np.array([], dtype=kind)
