"""The segments of a Whoosh index, read in bulk. A segment never changes but for its deletions, which are a mask here.

Whoosh hands out postings one at a time; these modules take whole blocks of its codec W3, which 2.7.4 (pinned) writes.
"""

import threading
import weakref
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import reduce
from typing import Any

import numpy as np
from whoosh.codec.whoosh3 import LENGTHS_COLUMN
from whoosh.formats import Positions
from whoosh.index import TOC, FileIndex
from whoosh.reading import SegmentReader, TermNotFound
from whoosh.util.numeric import byte_to_length

from samenspraak.search.blocks import Block, blocks_of
from samenspraak.search.facts import Bools, Facts, Floats, Ints, join_facts, read_facts
from samenspraak.search.holding import Cache, Held
from samenspraak.search.prefixes import Prefixes
from samenspraak.search.spelling import Near, Speller

_POSITIONS = Positions()
_LENGTHS = np.array([byte_to_length(code) for code in range(256)], dtype=np.float64)


class Segment:
    """One segment, shared by all snapshots that have it. One thread at a time reads its files."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader
        self._lock = threading.RLock()
        self._lengths: dict[str, Floats] = {}
        self._spellers: dict[str, Speller] = {}
        self._prefixes: Prefixes | None = None
        self.name = str(reader.segment().segment_id())
        self.size = int(reader.doc_count_all())
        self.facts: Facts = read_facts(reader.column_reader("facts"))
        self.titles = _places(self.facts.titles)
        weakref.finalize(self, reader.close)

    def postings(self, field: str, term: str) -> Held:
        """The documents that hold a term, deleted ones too, and how often each does."""
        with self._lock:
            blocks = [block[:2] for block in self._blocks(field, term)]
        documents, counts = ([block[place] for block in blocks] for place in (0, 1))
        return Held(_joined(documents, np.int32), _compact(_joined(counts, np.float64)))

    def lengths(self, field: str) -> Floats:
        """The number of terms of each document in a field."""
        with self._lock:
            if field not in self._lengths:
                codes = length_codes(self._reader._perdoc, field, self.size)  # noqa: SLF001
                self._lengths[field] = _LENGTHS[np.frombuffer(codes, dtype=np.uint8)]
            return self._lengths[field]

    def positions(self, field: str, term: str, wanted: Ints) -> Iterator[tuple[int, set[int]]]:
        """Where a term stands in the wanted documents, which ascend."""
        with self._lock:
            for documents, _, values in self._blocks(field, term):
                _, places, _ = np.intersect1d(documents, wanted, assume_unique=True, return_indices=True)
                for place in places.tolist():
                    yield int(documents[place]), set(_POSITIONS.decode_positions(values[place]))

    def prefixes(self) -> Prefixes:
        """The words of all titles, by how they begin."""
        with self._lock:
            self._prefixes = self._prefixes or Prefixes(self.facts.titles)
            return self._prefixes

    def speller(self, field: str) -> Speller:
        """Looks up near words among all terms of a field."""
        with self._lock:
            if field not in self._spellers:
                self._spellers[field] = Speller(bytes(term).decode() for term in self._reader.lexicon(field))
            return self._spellers[field]

    def text(self, document: int) -> tuple[str, str, str]:
        """Title, body and discussion as they were indexed."""
        with self._lock:
            title, body, discussion = self._reader.stored_fields(document)["text"]
        return title, body, discussion

    def _blocks(self, field: str, term: str) -> Iterator[Block]:
        terms = self._reader._terms  # noqa: SLF001
        try:
            found = terms.term_info(field, self._reader.schema[field].to_bytes(term))
        except TermNotFound:
            return iter(())
        return blocks_of(found, terms._postfile)  # noqa: SLF001


class Segments:
    """The segments of one moment, their documents numbered on from one to the next."""

    def __init__(self, index: FileIndex, cache: Cache, before: "Segments | None" = None) -> None:
        self._cache = cache
        held = {segment.name: segment for segment, _ in before.parts} if before else {}
        self.parts: list[tuple[Segment, int]] = []
        deleted: list[int] = []
        base = 0
        toc = TOC.read(index.storage, index.indexname)
        for each in toc.segments:
            name = str(each.segment_id())
            segment = held.get(name) or Segment(SegmentReader(index.storage, toc.schema, each))
            self.parts.append((segment, base))
            deleted += [base + number for number in each.deleted_docs()]
            base += segment.size
        self.facts = join_facts([segment.facts for segment, _ in self.parts])
        self.alive = np.ones(base, dtype=np.bool_)
        self.alive[deleted] = False
        if before:
            cache.forget(set(held) - {segment.name for segment, _ in self.parts})

    def __len__(self) -> int:
        return len(self.alive)

    def postings(self, field: str, term: str) -> Held:
        """The documents that hold a term in a field, deleted ones too, and how often each does."""
        found = [(self._held(segment, field, term), base) for segment, base in self.parts]
        found = [(held, base) for held, base in found if len(held.documents)]
        if len(found) == 1 and not found[0][1]:
            return found[0][0]
        documents = [held.documents + np.int32(base) for held, base in found]
        return Held(_joined(documents, np.int32), _joined([held.values for held, _ in found], np.uint8))

    def lengths(self, field: str) -> Floats:
        """The number of terms in a field, for each document."""
        return np.asarray(_joined([segment.lengths(field) for segment, _ in self.parts], np.float64))

    def positions(self, field: str, term: str, wanted: Bools) -> dict[int, set[int]]:
        """Where a term stands in the wanted documents."""
        found: dict[int, set[int]] = {}
        for segment, base in self.parts:
            numbers = wanted[base : base + segment.size].nonzero()[0]
            found |= {base + number: places for number, places in segment.positions(field, term, numbers)}
        return found

    def titled(self, title: str) -> Ints:
        """The documents with this (folded) title, deleted ones too."""
        found = [base + number for segment, base in self.parts for number in segment.titles.get(title, ())]
        return np.array(found, dtype=np.int64)

    def text(self, document: int) -> tuple[str, str, str]:
        """Title, body and discussion as they were indexed."""
        segment, base = next(part for part in reversed(self.parts) if part[1] <= document)
        return segment.text(document - base)

    def titled_like(self, prefixes: Sequence[str]) -> Ints:
        """The documents of which the title has, for each prefix, a word that begins so; deleted ones too."""
        found = [
            base + reduce(np.intersect1d, (segment.prefixes().titles(prefix) for prefix in prefixes))
            for segment, base in self.parts
        ]
        return np.asarray(_joined(found, np.int64))

    def words_like(self, prefix: str, visible: Bools) -> Counter[str]:
        """The words of visible titles that begin like this, with how many titles have them."""
        found: Counter[str] = Counter()
        for segment, base in self.parts:
            found.update(dict(segment.prefixes().words(prefix, visible[base : base + segment.size])))
        return found

    def near(self, field: str, word: str) -> set[Near]:
        """The terms of a field that are near a word, those of hidden documents too: check before use."""
        return {near for segment, _ in self.parts for near in segment.speller(field).near(word)}

    def _held(self, segment: Segment, field: str, term: str) -> Held:
        return self._cache.get((segment.name, field, term), lambda: segment.postings(field, term))


def length_codes(documents: Any, field: str, size: int) -> bytes:
    """The length of each document in a field as Whoosh stores it, one byte a document; trailing zeros are not written.

    `documents` is Whoosh's reader of what it keeps per document.
    """
    column = documents._cached_reader(f"_{field}_len", LENGTHS_COLUMN)  # noqa: SLF001
    if column is None:
        return bytes(size)
    written = min(column._count, size)  # noqa: SLF001
    return bytes(column._dbfile.get(column._basepos, written)).ljust(size, b"\0")  # noqa: SLF001


def _compact(counts: Floats) -> Any:
    """The same counts in a byte each, when they fit."""
    small = counts.astype(np.uint8)
    return small if np.array_equal(small, counts) else counts


def _joined(parts: Sequence[Any], kind: Any) -> Any:
    if len(parts) == 1:
        return parts[0]
    return np.concatenate(parts) if parts else np.array([], dtype=kind)


def _places(titles: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """The documents by title; tuples of numbers are nothing to the garbage collector."""
    found: dict[str, tuple[int, ...]] = {}
    for number, title in enumerate(titles):
        found[title] = (*found.get(title, ()), number)
    return found
