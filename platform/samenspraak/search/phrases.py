"""Documents in which words stand one after the other, by the positions that Whoosh keeps."""

import numpy as np

from samenspraak.dutch.analysis import analyse
from samenspraak.search.facts import Bools
from samenspraak.search.thesaurus import whole_words
from samenspraak.search.view import View


def with_phrase(view: View, fields: tuple[str, ...], text: str, among: Bools) -> Bools:
    """The documents that hold a phrase in one of the fields; a stop word in it stands for any word."""
    words = [(token.text, token.position) for token in whole_words(analyse(text))]
    found = np.zeros(len(view.facts), dtype=np.bool_)
    if not words:
        return among.copy()
    for name in fields:
        found |= _in_field(view, name, words, among)
    return found


def _in_field(view: View, name: str, words: list[tuple[str, int]], among: Bools) -> Bools:
    candidates = among.copy()
    for term, _ in words:
        holds = np.zeros(len(candidates), dtype=np.bool_)
        holds[view.documents(name, term)] = True
        candidates &= holds
    found = np.zeros(len(candidates), dtype=np.bool_)
    if not candidates.any():
        return found
    places = [(view.positions(name, term, candidates), offset) for term, offset in words]
    for document in candidates.nonzero()[0].tolist():
        starts = [{place - offset for place in held.get(document, ())} for held, offset in places]
        found[document] = bool(set.intersection(*starts))
    return found
