"""Words of the index that a mistyped word may have meant: equal in sound, or one or two slips away."""

from collections import defaultdict
from collections.abc import Iterable

_SOUNDS = (
    ("ij", "ei"), ("y", "ei"), ("ou", "au"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("c", "k"), ("z", "s"), ("v", "f"),
)  # fmt: skip
_SHORTEST = 5
_TWO_SLIPS_FROM = 8


def sound(word: str) -> str:
    """A rough key of how a Dutch word sounds: `inspektie` and `inspectie` have the same."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    letters = [letter for place, letter in enumerate(word) if not place or letter != word[place - 1]]
    key = "".join(letters)
    return key[:-1] + "t" if key.endswith("d") else key


class Speller:
    """Looks up near words in a fixed vocabulary."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_shape: dict[tuple[str, int], list[tuple[str, str]]] = defaultdict(list)
        for word in words:
            if len(word) >= _SHORTEST - 1 and word.isalpha():
                key = sound(word)
                self._by_shape[key[0], len(key)].append((key, word))

    def near(self, word: str) -> list[str]:
        """The words at the smallest distance, if that is small enough for the word's length; else none."""
        if len(word) < _SHORTEST or not word.isalpha():
            return []
        key, allowed = sound(word), 2 if len(word) >= _TWO_SLIPS_FROM else 1
        found: dict[int, list[str]] = defaultdict(list)
        for length in range(len(key) - allowed, len(key) + allowed + 1):
            for other, candidate in self._by_shape.get((key[0], length), ()):
                slips = distance(key, other, allowed)
                if slips <= allowed:
                    found[slips].append(candidate)
        return sorted(found[min(found)], key=lambda each: (distance(word, each, 9), each)) if found else []


def distance(first: str, second: str, most: int) -> int:
    """The number of letters to add, drop, change or swap with a neighbour; gives up beyond `most`."""
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, letter in enumerate(first, start=1):
        older, before, row = before, row, [i]
        for j, other in enumerate(second, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == second[j - 2] and first[i - 2] == other:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
