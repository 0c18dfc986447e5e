"""Scores of documents for weighted terms: the sum of what each term gives (see `bm25` and `View`)."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from samenspraak.search.facts import Floats, Ints
from samenspraak.search.holding import Held, Numbers
from samenspraak.search.view import View

_STRETCH = 64
"""Documents of which the best is taken before the best of all are looked for: that is cheap."""


@dataclass(frozen=True)
class Scores:
    """A score for each document, and what each term gave to which documents, at boost 1 beside the boost."""

    total: Floats
    given: Mapping[str, tuple[float, Held]] = field(default_factory=dict)
    partial: bool = False

    @cached_property
    def shares(self) -> Mapping[str, tuple[Numbers, Floats]]:
        """What each term gave to which documents."""
        return {
            term: (held.documents, np.asarray(boost * held.values, np.float64))
            for term, (boost, held) in self.given.items()
        }

    def best(self, count: int) -> Ints:
        """The documents with the highest scores above zero, best first; ties in the order of the index."""
        hits = _candidates(self.total, count)
        if len(hits) > count:
            lowest = np.partition(self.total[hits], -count)[-count]
            hits = hits[self.total[hits] >= lowest]
        return hits[np.argsort(-self.total[hits], kind="stable")][:count]

    def of(self, document: int) -> list[tuple[str, float]]:
        """What each term gave to one document, most first."""
        found = []
        for term, (boost, held) in self.given.items():
            place = int(np.searchsorted(held.documents, document))
            if place < len(held.documents) and held.documents[place] == document:
                found.append((term, boost * float(held.values[place])))
        return sorted(found, key=lambda share: -share[1])


def _candidates(total: Floats, count: int) -> Ints:
    """Documents above zero, among them the best: those that reach what the best of each of `count` stretches reach."""
    stretches = len(total) // _STRETCH
    if stretches > count:
        even = stretches * _STRETCH
        highest = total[:even].reshape(stretches, _STRETCH).max(axis=1)
        lowest = np.partition(highest, -count)[-count]
        if lowest > 0:
            return np.flatnonzero(total >= lowest)
    return np.flatnonzero(total)


def score(view: View, name: str, terms: Mapping[str, float], deadline: float | None = None) -> Scores:
    """The sum over the terms of boost x idf x saturated count in one field; until the deadline (`time.monotonic`)."""
    total = np.zeros(len(view.visible), dtype=np.float64)
    given: dict[str, tuple[float, Held]] = {}
    for term, boost in terms.items():
        if deadline is not None and time.monotonic() > deadline:
            return Scores(total, given, partial=True)
        held = view.shares(name, term)
        if len(held.documents):
            np.add.at(total, held.documents.astype(np.intp), np.multiply(held.values, boost, dtype=np.float64))
            given[term] = (boost, held)
    return Scores(total, given)


def worth(view: View, name: str, terms: Mapping[str, float]) -> float:
    """What a document of average length would score that has each of the terms once; above 0."""
    return sum(boost * view.idf(name, term) for term, boost in terms.items()) or 1.0


def scaled(values: Floats) -> Floats:
    """As shares of the highest.

    The formula's min-max is the same once one document shares no word; in a small set it would make the least alike 0.
    """
    highest = float(values.max()) if len(values) else 0.0
    return values / highest if highest > 0 else np.zeros_like(values)
