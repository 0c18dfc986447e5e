"""How well each document answers a short query: per clause the best of its phrases, and more clauses before fewer.

Work goes with the documents that hold a word, not with all there are: arrays of all documents are only added to.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from samenspraak.search.bm25 import idf
from samenspraak.search.clauses import Clause
from samenspraak.search.facts import Bools, Floats
from samenspraak.search.holding import Held, Numbers
from samenspraak.search.phrases import close_together, is_among, with_all, with_phrase
from samenspraak.search.settings import RANKING, UNDERSTANDING
from samenspraak.search.thesaurus import Phrase
from samenspraak.search.view import View
from samenspraak.search.wanted import Word


@dataclass
class Relevance:
    """For each document its score, 0 when no word is met, and the share of the clauses that it meets, by their weight.

    `required` are the documents that meet every clause that must be met; `met` says by how many documents each phrase
    was met.
    """

    total: Floats
    coverage: Floats
    required: Bools
    met: dict[Phrase, int] = field(default_factory=dict)
    partial: bool = False


@dataclass(frozen=True)
class Scorer:
    """Scores the visible documents in some fields, each with a weight, until a deadline (of `time.monotonic`).

    Phrases are looked for in `texts`.
    """

    view: View
    fields: Mapping[str, float]
    texts: Sequence[str]
    deadline: float

    def relevance(self, clauses: Sequence[Clause], masks: Sequence[Bools | None]) -> Relevance:
        """How well each document answers; `masks` has for each clause the documents that meet it without its words."""
        size, whole = len(self.view.facts), 0.0
        found = Relevance(np.zeros(size), np.zeros(size), self.view.visible.copy())
        for clause, mask in zip(clauses, masks, strict=True):
            given, cover = np.zeros(size), np.zeros(size)
            if mask is not None:
                cover[mask] = 1.0
            for word in clause.words:
                self._meet(word, given, cover, found.met)
            if clause.is_required:
                found.required &= cover > 0
            weight = idf(self.view.size, int(np.count_nonzero(cover)))
            whole += weight
            found.total += given
            found.coverage += weight * cover
            if time.monotonic() > self.deadline:
                found.partial = True
                break
        if whole:
            found.coverage /= whole
            hits = found.total.nonzero()[0]
            found.total[hits] *= found.coverage[hits] ** RANKING.coverage
        return found

    def _meet(self, word: Word, given: Floats, cover: Floats, met: dict[Phrase, int]) -> None:
        """Raise what documents are given for a clause, and how far they meet it, to what this word gives them."""
        spare = np.zeros(len(given))
        among = None if word.exact is None else with_phrase(self.view, self.texts, word.exact, self.deadline)
        for phrase, boost in word.phrases.items():
            parts = [(weight, self._held(name, word, phrase)) for name, weight in self.fields.items()]
            for weight, held in parts:
                spare[held.documents] += boost * weight * held.values
            for _, (documents, _) in parts:
                kept = documents if among is None else documents[among[documents]]
                given[kept] = np.maximum(given[kept], spare[kept])
                cover[kept] = np.maximum(cover[kept], boost)
                spare[documents] = 0.0
                met[phrase] = max(met.get(phrase, 0), len(kept))
        if among is not None and not word.phrases:
            cover[among] = 1.0
        for slug, boost in word.themes.items():
            count = self._meet_theme(slug, boost, given, cover)
            if through := word.through.get(slug):
                met[through] = max(met.get(through, 0), count)

    def _meet_theme(self, slug: str, boost: float, given: Floats, cover: Floats) -> int:
        """Count a theme as a word that each document on it holds once; by how many it was met."""
        documents = self.view.facts.labels["theme"].get(slug)
        if documents is None:
            return 0
        documents = documents[self.view.visible[documents]]
        worth = boost * sum(self.fields.values()) * idf(self.view.size, len(documents))
        given[documents] = np.maximum(given[documents], worth)
        cover[documents] = np.maximum(cover[documents], boost)
        return len(documents)

    def _held(self, name: str, word: Word, phrase: Phrase) -> Held:
        """The documents that hold a phrase of a word in a field, and the mean of what its terms give."""
        if len(phrase) == 1:
            return self.view.shares(name, phrase[0])
        if word.exact is not None:
            return self._mean(name, phrase, with_all(self.view, name, phrase))
        return self.view.kept(name, " ".join(phrase), lambda: self._together(name, phrase))

    def _together(self, name: str, phrase: Phrase) -> Held:
        documents = with_all(self.view, name, phrase)
        if len(documents) <= UNDERSTANDING.placed:
            close = [close_together(self.view, text, phrase, documents) for text in self.texts]
            documents = documents[np.any(close, axis=0)]
        return self._mean(name, phrase, documents)

    def _mean(self, name: str, phrase: Phrase, documents: Numbers) -> Held:
        total = np.zeros(len(documents))
        for term in phrase:
            held = self.view.shares(name, term)
            total += held.values[is_among(held.documents, documents)]
        return Held(documents, total / len(phrase))
