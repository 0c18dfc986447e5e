"""From documents to postings: a Whoosh writer that takes analysed documents and writes a term's postings at once.

Whoosh's own sorts every posting through temporary files, one Python call after the other; this one is about five times
as fast. What it writes is the same: blocks of the codec W3, which Whoosh reads and merges.
"""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from struct import Struct
from typing import Any

from whoosh.codec.whoosh3 import W3Codec
from whoosh.formats import Positions
from whoosh.index import FileIndex
from whoosh.reading import SegmentReader
from whoosh.util.numeric import byte_to_length
from whoosh.writing import SegmentWriter

from samenspraak.search.rows import Row
from samenspraak.search.segments import length_codes
from samenspraak.search.settings import LIMITS

_COUNT = Struct("!I")
_POSITIONS = Positions()


class Inverter(SegmentWriter):  # type: ignore[misc]
    """Adds rows to an index; many of them become several segments, so that memory stays within a bound."""

    def __init__(self, index: FileIndex, most: int = LIMITS.collected_postings, **options: Any) -> None:
        super().__init__(index, codec=W3Codec(blocklimit=LIMITS.postings_in_block), **options)
        self._most = most
        self.pool = _Pool()
        self.mergetype = merge_tier

    def add(self, row: Row) -> None:
        """Add one document."""
        number, documents = self.docnum, self.perdocwriter
        documents.start_doc(number)
        documents.add_field("text", None, row.text, 0)
        documents.add_field("key", None, str(row.key), 0)
        self.pool.count("key", number, {str(row.key): 1})
        documents.add_column_value("facts", self.schema["facts"].column_type, row.facts)
        for name, counts in row.counts.items():
            documents.add_field(name, None, None, self.pool.count(name, number, counts))
        for name, places in row.places.items():
            documents.add_field(name, None, None, self.pool.place(name, number, places))
        documents.finish_doc()
        self._added = True
        self.docnum += 1
        if self.pool.size > self._most:
            self._turn_over()

    def _turn_over(self) -> None:
        """Finish this segment and begin another."""
        self.segments.append(self._finalize_segment())
        self.newsegment = self.codec.new_segment(self.storage, self.indexname)
        self.perdocwriter = self.codec.per_document_writer(self.storage, self.newsegment)
        self.fieldwriter = self.codec.field_writer(self.storage, self.newsegment)
        self.pool = _Pool()
        self.docnum = self.docbase
        self._added = False

    def _flush_segment(self) -> None:
        self.perdocwriter.close()
        reader = self.per_document_reader()
        for name, terms in sorted(self.pool.fields.items()):
            codes = length_codes(reader, name, self.docnum)
            lengths = [byte_to_length(code) for code in codes]
            self.fieldwriter.start_field(name, self.schema[name])
            for text in sorted(terms):
                self._write_term(text, terms[text], lengths)
            self.fieldwriter.finish_field()
        self.fieldwriter.close()
        reader.close()

    def _write_term(self, text: str, found: "_Postings", lengths: Sequence[int]) -> None:
        self.fieldwriter.start_term(text.encode())
        blocks = self.fieldwriter._postwriter  # noqa: SLF001
        size, step = len(found.documents), blocks._blocklimit  # noqa: SLF001
        for start in range(0, size, step):
            end = min(start + step, size)
            _fill_block(blocks, found, start, end, lengths)
            if end < size:
                blocks._write_block()  # noqa: SLF001
        self.fieldwriter.finish_term()


def merge_tier(writer: Inverter, segments: Sequence[Any]) -> list[Any]:
    """Whoosh's way to say what is merged: the small segments, once there are some of about the same size.

    So each document is rewritten a few times at most. Whoosh's own policy may at any commit take the largest too.
    """
    full = [segment for segment in segments if segment.doc_count_all() > segment.deleted_count()]
    small = sorted((each for each in full if each.doc_count_all() <= LIMITS.largest_merged), key=_size)
    for end in range(LIMITS.merged_at_once, len(small) + 1):
        several = small[end - LIMITS.merged_at_once : end]
        if _size(several[-1]) <= _size(several[0]) * LIMITS.merged_at_once:
            for segment in small[:end]:
                reader = SegmentReader(writer.storage, writer.schema, segment)
                writer.add_reader(reader)
                reader.close()
            return [segment for segment in full if segment not in small[:end]]
    return full


def _size(segment: Any) -> int:
    return int(segment.doc_count_all() - segment.deleted_count())


@dataclass(slots=True)
class _Postings:
    documents: "array[int]" = field(default_factory=lambda: array("I"))
    counts: "array[int]" = field(default_factory=lambda: array("I"))
    values: list[bytes] = field(default_factory=list)


class _Pool:
    """Postings by field and term; documents come in ascending order."""

    def __init__(self) -> None:
        self.fields: dict[str, dict[str, _Postings]] = {}
        self.size = 0
        self._encoded: dict[int, bytes] = {}

    def count(self, name: str, number: int, counts: Mapping[str, int]) -> int:
        """Take how often terms are in a document; return the sum."""
        terms = self.fields.setdefault(name, {})
        for text, count in counts.items():
            found = terms.get(text)
            if found is None:
                found = terms[text] = _Postings()
            found.documents.append(number)
            found.counts.append(count)
        self.size += len(counts)
        return sum(counts.values())

    def place(self, name: str, number: int, places: Mapping[str, Sequence[int]]) -> int:
        """Take where terms stand in a document; return how many places that are."""
        terms = self.fields.setdefault(name, {})
        for text, positions in places.items():
            found = terms.get(text)
            if found is None:
                found = terms[text] = _Postings()
            found.documents.append(number)
            found.counts.append(len(positions))
            found.values.append(self._encode(positions))
        self.size += len(places)
        return sum(map(len, places.values()))

    def add(self, item: tuple[str, bytes, int, float, bytes]) -> None:
        """Take a posting of a segment that is merged: field, term, document, weight and value."""
        name, text, number, weight, value = item
        found = self.fields.setdefault(name, {}).setdefault(text.decode(), _Postings())
        found.documents.append(number)
        found.counts.append(int(weight))
        found.values.append(value)
        self.size += 1

    def cleanup(self) -> None:
        """Let go of everything."""
        self.fields = {}

    def _encode(self, positions: Sequence[int]) -> bytes:
        """Positions as Whoosh keeps them; most terms stand in one place."""
        if len(positions) > 1:
            return bytes(_POSITIONS.encode(positions))
        place = positions[0]
        if place not in self._encoded:
            self._encoded[place] = bytes(_POSITIONS.encode(positions))
        return self._encoded[place]


def _fill_block(blocks: Any, found: _Postings, start: int, end: int, lengths: Sequence[int]) -> None:
    """Put postings into Whoosh's buffer of one block, with what it notes of a block."""
    counts = found.counts[start:end]
    size = blocks._format.fixed_value_size()  # noqa: SLF001
    blocks._ids = found.documents[start:end]  # noqa: SLF001
    blocks._weights = array("f", counts)  # noqa: SLF001
    blocks._values = [_COUNT.pack(count) for count in counts] if size else found.values[start:end]  # noqa: SLF001
    sizes = [lengths[number] for number in blocks._ids]  # noqa: SLF001
    blocks._minlength, blocks._maxlength = min(sizes), max(sizes)  # noqa: SLF001
    blocks._maxweight = max(blocks._weights)  # noqa: SLF001
