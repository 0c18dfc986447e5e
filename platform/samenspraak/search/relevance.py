"""How well each document answers a short query: per word the best of its phrases, and more words before fewer."""

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from samenspraak.search.bm25 import idf
from samenspraak.search.facts import Floats
from samenspraak.search.scoring import Scores, score
from samenspraak.search.settings import RANKING
from samenspraak.search.thesaurus import Phrase
from samenspraak.search.view import View
from samenspraak.search.wanted import Word


@dataclass(frozen=True)
class Relevance:
    """For each document a score, 0 when no word is met, and the terms that any document was found by."""

    total: Floats
    terms: frozenset[str]
    partial: bool


def relevance(view: View, fields: Mapping[str, float], words: Sequence[Word], deadline: float) -> Relevance:
    """Score all visible documents, until the deadline (of `time.monotonic`)."""
    size = len(view.facts)
    total, covered = np.zeros(size), np.zeros(size)
    terms = frozenset(term for word in words for phrase in word.phrases for term in phrase)
    for word in words:
        if time.monotonic() > deadline:
            return Relevance(_weighed(total, covered, len(words)), terms, partial=True)
        met, cover = _meet(view, fields, word, deadline)
        total += met
        covered += cover
    return Relevance(_weighed(total, covered, len(words)), terms, partial=time.monotonic() > deadline)


def _weighed(total: Floats, covered: Floats, count: int) -> Floats:
    return np.asarray(total * (covered / max(count, 1)) ** RANKING.coverage)


def _meet(view: View, fields: Mapping[str, float], word: Word, deadline: float) -> tuple[Floats, Floats]:
    """What one word gives each document, and how far it is met (1: the word itself)."""
    best, cover = np.zeros(len(view.facts)), np.zeros(len(view.facts))
    terms = dict.fromkeys((term for phrase in word.phrases for term in phrase), 1.0)
    for name, weight in fields.items():
        scores = score(view, name, terms, deadline)
        given = np.zeros(len(best))
        for boost, phrases in _by_boost(word.phrases):
            for phrase in phrases:
                whole = boost * _of_phrase(scores, phrase, len(best))
                cover = np.maximum(cover, np.where(whole > 0, boost, 0.0))
                given = np.maximum(given, whole)
        best += weight * given
    for slug, boost in word.themes.items():
        themed = boost * sum(fields.values()) * _of_theme(view, slug)
        best = np.maximum(best, themed)
        cover = np.maximum(cover, np.where(themed > 0, boost, 0.0))
    return best, cover


def _of_theme(view: View, slug: str) -> Floats:
    """The weight of a theme as if it were a word that each document on it holds once."""
    found = np.zeros(len(view.facts))
    documents = view.facts.labels["theme"].get(slug)
    if documents is not None:
        documents = documents[view.visible[documents]]
        found[documents] = idf(view.size, len(documents))
    return found


def _by_boost(phrases: Mapping[Phrase, float]) -> Iterable[tuple[float, list[Phrase]]]:
    boosts = sorted(set(phrases.values()), reverse=True)
    return [(boost, [phrase for phrase, its in phrases.items() if its == boost]) for boost in boosts]


def _of_phrase(scores: Scores, phrase: Phrase, size: int) -> Floats:
    """The mean over the terms of a phrase, where all of them are."""
    total, count = np.zeros(size), np.zeros(size)
    for term in phrase:
        if term in scores.shares:
            documents, share = scores.shares[term]
            total[documents] += share
            count[documents] += 1
    return np.where(count == len(phrase), total / len(phrase), 0.0)
