"""What our ranking is measured beside, over the same terms of the same questions."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pysqlite3.dbapi2 as sqlite
from whoosh.query import Or, Term
from whoosh.scoring import BM25F
from whoosh.searching import Searcher

from samenspraak.search.bm25 import idf, norms, shares
from samenspraak.search.schema import DISCUSSION
from samenspraak.search.segments import Segments

BEST = 10


class Whoosh:
    """Whoosh's own search on our index."""

    def __init__(self, index: Any) -> None:
        self._searcher = Searcher(index.reader(), weighting=BM25F())

    def rank(self, terms: Sequence[str]) -> None:
        """Find the best ten."""
        self._searcher.search(Or([Term(DISCUSSION, term) for term in terms]), limit=BEST)

    def close(self) -> None:
        """Close its files."""
        self._searcher.close()


class FullText:
    """SQLite's FTS5 on a table of the same terms."""

    def __init__(self, path: Path, segments: Segments, terms: dict[str, Any]) -> None:
        is_new = not path.exists()
        self._connection = sqlite.connect(str(path))
        if is_new:
            self._connection.execute("CREATE VIRTUAL TABLE found USING fts5(terms, content='', detail=full)")
            rows = enumerate(_texts(len(segments), terms), start=1)
            self._connection.executemany("INSERT INTO found(rowid, terms) VALUES (?, ?)", rows)
            self._connection.commit()

    def rank(self, terms: Sequence[str]) -> None:
        """Find the best ten."""
        wanted = " OR ".join(f'"{term}"' for term in terms)
        found = "SELECT rowid FROM found WHERE found MATCH ? ORDER BY rank LIMIT ?"
        self._connection.execute(found, (wanted, BEST)).fetchall()

    def close(self) -> None:
        """Close its file."""
        self._connection.close()


class Floor:
    """Bare numpy: weights of every term made beforehand, added up, and the best ten taken."""

    def __init__(self, segments: Segments, terms: dict[str, Any]) -> None:
        self._size = len(segments)
        lengths = segments.lengths(DISCUSSION)
        norm = norms(lengths, float(lengths.mean()))
        self._weights = {
            term: (documents, shares(idf(self._size, len(documents)), counts.astype(np.float64), norm[documents]))
            for term, (documents, counts) in terms.items()
        }

    def rank(self, terms: Sequence[str]) -> None:
        """Find the best ten."""
        total = np.zeros(self._size)
        for term in terms:
            if term in self._weights:
                documents, weights = self._weights[term]
                total[documents] += weights
        best = np.argpartition(total, -BEST)[-BEST:]
        best[np.argsort(-total[best])]


def all_terms(segments: Segments) -> dict[str, Any]:
    """The postings of every term of the questions' text."""
    names = {
        bytes(term).decode()
        for segment, _ in segments.parts
        for term in segment._reader.lexicon(DISCUSSION)  # noqa: SLF001
    }
    return {term: segments.postings(DISCUSSION, term) for term in sorted(names)}


def _texts(size: int, terms: dict[str, Any]) -> Iterator[str]:
    """Each document as its terms, as often as they are in it; in the order of the alphabet."""
    words: list[list[str]] = [[] for _ in range(size)]
    for term, (documents, counts) in terms.items():
        for number, count in zip(documents.tolist(), counts.tolist(), strict=True):
            words[number] += [term] * int(count)
    for several in words:
        yield " ".join(several)
