"""Words that a mistyped word may have meant: equal in sound, or a slip or two away.

Distances are optimal string alignment (letters added, dropped, changed, or swapped with a neighbour) by rapidfuzz,
between rough keys of how words sound; the letters themselves decide among equals.
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from samenspraak.search.settings import UNDERSTANDING

_SOUNDS = (
    ("ij", "ei"), ("y", "ei"), ("ou", "au"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("c", "k"), ("z", "s"), ("v", "f"),
)  # fmt: skip
_LETTERS = 32


class Near(NamedTuple):
    """A word, and how many slips away it is: in sound, and in letters. Sorts nearest first."""

    sound: int
    letters: int
    word: str


def sound(word: str) -> str:
    """A rough key of how a Dutch word sounds: `inspektie` and `inspectie` have the same."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    letters = [letter for place, letter in enumerate(word) if not place or letter != word[place - 1]]
    key = "".join(letters)
    return key[:-1] + "t" if key.endswith("d") else key


def slips_allowed(word: str) -> int:
    """How many slips a word may have had and still be told; 0 when it is too short to tell."""
    if len(word) < UNDERSTANDING.shortest or not word.isalpha():
        return 0
    return 2 if len(word) >= UNDERSTANDING.two_slips_from else 1


class Speller:
    """Looks up near words in a fixed vocabulary, of 100,000 words in some milliseconds."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted({word for word in words if len(word) >= UNDERSTANDING.shortest - 1 and word.isalpha()})
        self._keys = np.array([sound(word) for word in self._words], dtype=object)
        self._lengths = np.array([len(key) for key in self._keys], dtype=np.int16)
        self._letters = _letters(self._keys)

    def near(self, word: str) -> list[Near]:
        """The words within the slips that a word of this length may have, nearest first."""
        allowed = slips_allowed(word)
        if not allowed or not self._words:
            return []
        key = sound(word)
        places = self._places(key, allowed)
        close = extract(key, self._keys[places], scorer=OSA.distance, score_cutoff=allowed, limit=None)
        words = [(int(slips), self._words[places[number]]) for _, slips, number in close]
        return sorted(Near(slips, OSA.distance(word, other), other) for slips, other in words)

    def _places(self, key: str, allowed: int) -> NDArray[np.intp]:
        """Where keys stand that may be near: a slip changes the length by one, and which letters there are by two."""
        differing = np.bitwise_count(self._letters ^ _letters([key])[0])
        fitting = (np.abs(self._lengths - len(key)) <= allowed) & (differing <= 2 * allowed)
        return np.asarray(fitting.nonzero()[0])


def _letters(words: Iterable[str]) -> NDArray[np.uint32]:
    """Which letters stand in each word, one bit a letter; letters that share a bit only let more words through."""
    found = [sum(1 << bit for bit in {ord(letter) % _LETTERS for letter in word}) for word in words]
    return np.array(found, dtype=np.uint32)
