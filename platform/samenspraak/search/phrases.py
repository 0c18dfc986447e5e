"""Documents in which words stand one after the other, by the positions that Whoosh keeps."""

import time
from collections.abc import Sequence

import numpy as np

from samenspraak.dutch.analysis import analyse
from samenspraak.search.facts import Bools
from samenspraak.search.holding import Numbers
from samenspraak.search.settings import LIMITS, UNDERSTANDING
from samenspraak.search.thesaurus import whole_words
from samenspraak.search.view import View

Placed = Sequence[tuple[str, int]]
"""Terms, each with its place in the phrase."""


def with_phrase(view: View, fields: Sequence[str], text: str, deadline: float) -> Bools:
    """The visible documents that hold a phrase in one of the fields; a stop word in it stands for any word.

    What has not been looked at by the deadline does not count.
    """
    words = [(token.text, token.position) for token in whole_words(analyse(text))]
    if not words:
        return view.visible.copy()
    found = np.zeros(len(view.facts), dtype=np.bool_)
    for name in fields:
        found[in_order(view, name, words, deadline)] = True
    return found


def in_order(view: View, name: str, words: Placed, deadline: float) -> Numbers:
    """The visible documents in which terms stand as far from each other as in the phrase."""
    documents = with_all(view, name, [term for term, _ in words])
    if len(words) == 1:
        return documents
    found: list[int] = []
    for start in range(0, len(documents), LIMITS.phrases_at_once):
        if time.monotonic() > deadline:
            break
        found += _in_order(view, name, words, documents[start : start + LIMITS.phrases_at_once])
    return np.array(found, dtype=np.int32)


def with_all(view: View, name: str, terms: Sequence[str]) -> Numbers:
    """The visible documents that hold all terms, ascending."""
    held = sorted((view.documents(name, term) for term in dict.fromkeys(terms)), key=len)
    found = held[0]
    for other in held[1:]:
        found = found[is_among(found, other)]
    return found


def close_together(view: View, name: str, terms: Sequence[str], documents: Numbers) -> Bools:
    """In which of some documents the terms stand together, in any order, with a few words between at most."""
    wanted = np.zeros(len(view.facts), dtype=np.bool_)
    wanted[documents] = True
    places = [view.positions(name, term, wanted) for term in dict.fromkeys(terms)]
    widest = len(terms) - 1 + UNDERSTANDING.words_between
    held = ([of.get(document, set()) for of in places] for document in documents.tolist())
    return np.array([_are_close(each, widest) for each in held], dtype=np.bool_)


def _are_close(places: Sequence[set[int]], widest: int) -> bool:
    first, *others = places
    return any(
        all(not other.isdisjoint(range(place - widest, place + widest + 1)) for other in others) for place in first
    )


def is_among(numbers: Numbers, others: Numbers) -> Bools:
    """Which of some numbers are among others, which ascend."""
    if not len(others):
        return np.zeros(len(numbers), dtype=np.bool_)
    places = np.minimum(np.searchsorted(others, numbers), len(others) - 1)
    return np.asarray(others[places] == numbers)


def _in_order(view: View, name: str, words: Placed, documents: Numbers) -> list[int]:
    wanted = np.zeros(len(view.facts), dtype=np.bool_)
    wanted[documents] = True
    places = [(view.positions(name, term, wanted), offset) for term, offset in words]
    return [
        document
        for document in documents.tolist()
        if set.intersection(*({place - offset for place in held.get(document, ())} for held, offset in places))
    ]
