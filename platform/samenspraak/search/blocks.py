"""The postings of one term as the codec W3 of Whoosh 2.7.4 (pinned) keeps them, read from the disk at once.

Whoosh reads them in some twenty pieces a block and hands them out one at a time.
"""

import pickle
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from struct import Struct
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC

from samenspraak.search.facts import Floats

_SIZE = Struct("!i")


class Block(NamedTuple):
    """Some documents in ascending order, how often the term is in each, and what is kept of each place."""

    documents: NDArray[np.int32]
    counts: Floats
    values: Sequence[bytes]


def blocks_of(term: Any, file: Any) -> Iterator[Block]:
    """The blocks of a term, given what Whoosh knows of it and the file of postings; short lists stand in the former."""
    if term.is_inlined():
        documents, weights, values = term.inlined_postings()
        yield Block(np.array(documents, dtype=np.int32), np.array(weights, dtype=np.float64), values)
        return
    start, (length,) = term.extent()  # Whoosh forgets to unpack the second
    data = BytesIO(file.get(start, length))
    if data.read(len(WHOOSH3_HEADER_MAGIC)) != WHOOSH3_HEADER_MAGIC:
        raise ValueError("postings do not begin as they should")
    size = 1
    while size > 0:  # the last block has its size below zero
        (size,) = _SIZE.unpack(data.read(_SIZE.size))
        end = data.tell() + abs(size)
        is_compressed = pickle.load(data)[3]  # noqa: S301 - sealed with a checksum, as all that Whoosh unpickles
        content = data.read(end - data.tell())
        steps, weights, values = pickle.loads(zlib.decompress(content) if is_compressed else content)  # noqa: S301
        documents = np.array(steps, dtype=np.int32).cumsum(dtype=np.int32)
        yield Block(documents, np.full(len(steps), 1.0 if weights is None else weights, dtype=np.float64), values)
