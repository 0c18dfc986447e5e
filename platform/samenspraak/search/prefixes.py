"""Titles by the beginnings of their words: sorted once a segment, then looked up by halving."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import numpy as np

from samenspraak.search.facts import Bools, Ints

_WORD = re.compile(r"\w+")
# After every letter.
_END = "\U0010ffff"


def words_of(title: str) -> list[str]:
    """The words of a folded title or query."""
    return _WORD.findall(title)


class Prefixes:
    """The words of titles in order, each with the numbers of the titles that have it."""

    def __init__(self, titles: Sequence[str]) -> None:
        found: dict[str, list[int]] = {}
        for number, title in enumerate(titles):
            for word in dict.fromkeys(words_of(title)):
                found.setdefault(word, []).append(number)
        self._words = sorted(found)
        self._titles = np.array([number for word in self._words for number in found[word]], dtype=np.int32)
        self._starts = np.cumsum([0, *(len(found[word]) for word in self._words)])

    def titles(self, prefix: str) -> Ints:
        """The titles that have a word that begins like this; a title may be there more than once."""
        first, last = self._range(prefix)
        return np.asarray(self._titles[self._starts[first] : self._starts[last]], dtype=np.int64)

    def words(self, prefix: str, visible: Bools) -> Iterator[tuple[str, int]]:
        """The words that begin like this, with how many visible titles have each, at least one."""
        first, last = self._range(prefix)
        seen = np.concatenate([[0], np.cumsum(visible[self.titles(prefix)])])
        places = self._starts[first : last + 1] - self._starts[first]
        counts = np.diff(seen[places])
        for place in counts.nonzero()[0].tolist():
            yield self._words[first + place], int(counts[place])

    def _range(self, prefix: str) -> tuple[int, int]:
        return bisect_left(self._words, prefix), bisect_left(self._words, prefix + _END)
