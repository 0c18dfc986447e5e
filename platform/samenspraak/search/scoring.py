"""BM25 over a snapshot, among the documents that the reader may see and as if no others existed.

Counts and mean lengths are taken over the visible documents, so a score tells nothing of what is hidden.
"""

import math
import time
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from samenspraak.search.facts import Bools, Floats, Ints
from samenspraak.search.settings import RANKING
from samenspraak.search.snapshot import Snapshot


@dataclass(frozen=True)
class Scores:
    """A score for each document, and what each term gave to which documents."""

    total: Floats
    shares: Mapping[str, tuple[Ints, Floats]]
    partial: bool = False

    def best(self, count: int) -> Ints:
        """The documents with the highest scores above zero, best first; ties in the order of the index."""
        hits = self.total.nonzero()[0]
        if len(hits) > count:
            lowest = np.partition(self.total[hits], -count)[-count]
            hits = hits[self.total[hits] >= lowest]
        return hits[np.argsort(-self.total[hits], kind="stable")][:count]

    def of(self, document: int) -> list[tuple[str, float]]:
        """What each term gave to one document, most first."""
        found = []
        for term, (documents, shares) in self.shares.items():
            place = int(np.searchsorted(documents, document))
            if place < len(documents) and documents[place] == document:
                found.append((term, float(shares[place])))
        return sorted(found, key=lambda share: -share[1])


def score(
    snapshot: Snapshot, name: str, terms: Mapping[str, float], visible: Bools, deadline: float | None = None
) -> Scores:
    """The sum over the terms of boost x idf x saturated count, BM25 with idf log(1+(N-df+.5)/(df+.5))."""
    total = np.zeros(len(snapshot.facts), dtype=np.float64)
    shares: dict[str, tuple[Ints, Floats]] = {}
    size = int(visible.sum())
    if not size:
        return Scores(total, shares)
    lengths = snapshot.lengths(name)
    norm = RANKING.k1 * (1 - RANKING.b + RANKING.b * lengths / max(float(lengths[visible].mean()), 1.0))
    for term, boost in terms.items():
        if deadline is not None and time.monotonic() > deadline:
            return Scores(total, shares, partial=True)
        documents, counts = snapshot.postings(name, term)
        seen = visible[documents]
        documents, counts = documents[seen], counts[seen]
        if len(documents):
            weight = boost * idf(size, len(documents))
            share = weight * counts * (RANKING.k1 + 1) / (counts + norm[documents])
            total[documents] += share
            shares[term] = (documents, share)
    return Scores(total, shares)


def worth(snapshot: Snapshot, name: str, terms: Mapping[str, float], visible: Bools) -> float:
    """What a document of average length would score that has each of the terms once; above 0."""
    size = int(visible.sum())
    seen = ((boost, int(visible[snapshot.postings(name, term)[0]].sum())) for term, boost in terms.items())
    return sum(boost * idf(size, frequency) for boost, frequency in seen) or 1.0


def idf(size: int, frequency: int) -> float:
    """How much it tells that a document is among `frequency` of `size`: log(1 + (N - df + .5) / (df + .5))."""
    return math.log1p((size - frequency + 0.5) / (frequency + 0.5))


def scaled(values: Floats, among: Bools) -> Floats:
    """As shares of the highest among some documents.

    The formula's min-max is the same once one document shares no word; in a small set it would make the least alike 0.
    """
    highest = float(values[among].max()) if among.any() else 0.0
    return values / highest if highest > 0 else np.zeros_like(values)
