"""How well the Dutch analysis does on lists of words: what must meet, what must not, and the parts of compounds."""

import itertools
import statistics
from collections.abc import Iterable, Sequence
from pathlib import Path

from samenspraak.dutch.analysis import analyse
from samenspraak.dutch.compounds import split_compound
from samenspraak.dutch.folding import fold
from samenspraak.dutch.lemmas import stem

Words = Sequence[str]


def measure_language(folder: Path) -> dict[str, float]:
    """The shares on `same.txt`, `apart.txt` and `compounds.txt`; FileNotFoundError or ValueError says what is amiss."""
    return {
        "same": share_that_meets(read_words(folder / "same.txt")),
        "apart": share_that_meets(read_words(folder / "apart.txt")),
        "compounds": share_split_right(read_words(folder / "compounds.txt")),
    }


def read_words(path: Path) -> list[list[str]]:
    """The words of each line that holds any; at least two a line, as one word alone says nothing."""
    lines = [line.split() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    short = next((line for line in lines if len(line) < 2), None)
    if short or not lines:
        raise ValueError(f"{path}: a line needs two words or more, found {short or 'no lines'}")
    return lines


def share_that_meets(lines: Sequence[Words]) -> float:
    """The share of the pairs within a line that have an index term in common, parts of compounds included."""
    pairs = [pair for line in lines for pair in itertools.combinations(line, 2)]
    return _share(bool(_terms(one) & _terms(other)) for one, other in pairs)


def share_split_right(lines: Sequence[Words]) -> float:
    """The share of compounds that have exactly the parts named after them, in order, as stems."""
    return _share(stems_of_parts(word) == [stem(part) for part in parts] for word, *parts in lines)


def stems_of_parts(word: str) -> list[str]:
    """The stems of a word's parts in order; of the word alone when it is left whole."""
    return [stem(part) for part in split_compound(fold(word))]


def _terms(word: str) -> set[str]:
    """A word's index terms; of a stop word the term that it would have."""
    return {token.text for token in analyse(word)} or {stem(word)}


def _share(outcomes: Iterable[bool]) -> float:
    return round(statistics.fmean(outcomes), 4)
