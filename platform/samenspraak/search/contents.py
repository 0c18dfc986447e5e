"""What an index holds of each document, as one number: to compare with what it should hold."""

import json
import zlib
from collections.abc import Sequence
from typing import NamedTuple

from whoosh.index import FileIndex

from samenspraak.search.document import Document
from samenspraak.search.rows import facts_of, text_of

_SETS = ("audience", "theme")


class Content(NamedTuple):
    """A version of a document, and a checksum of its texts and facts."""

    version: int
    checksum: int


def content_of(document: Document) -> Content:
    """What the index should hold of a document."""
    return _content(facts_of(document), text_of(document))


def contents(index: FileIndex) -> dict[int, Content]:
    """What the index holds, by key."""
    found = {}
    with index.reader() as reader:
        for leaf, _ in reader.leaf_readers():
            facts = leaf.column_reader("facts") if leaf.doc_count_all() else ()
            for number, stored in leaf.iter_docs():
                found[int(json.loads(facts[number])["key"])] = _content(facts[number], stored["text"])
    return found


def _content(facts: bytes, text: Sequence[str]) -> Content:
    values = json.loads(facts)
    values |= {name: sorted(values[name]) for name in _SETS}
    return Content(values["version"], zlib.crc32(json.dumps([values, text], sort_keys=True).encode()))
