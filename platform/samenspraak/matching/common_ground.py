"""What two questions have in common, as their askers spelled it."""

from collections.abc import Iterator, Sequence
from heapq import nlargest

from samenspraak.dutch.analysis import analyse
from samenspraak.dutch.folding import fold
from samenspraak.dutch.words import frequency
from samenspraak.matching.asked import Asked
from samenspraak.matching.common_words import CommonWord, Line, common_words_in
from samenspraak.matching.weights import TELLING


def words_in_common(asked: Asked, other: Sequence[Line]) -> tuple[CommonWord, ...]:
    """Return what another question names of this one, the rarest words of the language first."""
    there = {token.text for line in other for token in analyse(line.text)}
    rare = {term: TELLING.rarity - frequency(fold(written)) for term, written in _terms(asked) if term in there}
    rarest = dict(nlargest(TELLING.rarest, rare.items(), key=lambda each: each[1]))
    return common_words_in(other, rarest, asked, frozenset())


def _terms(asked: Asked) -> Iterator[tuple[str, str]]:
    for each in asked.phrases:
        yield from ((term, each.written) for term in each.phrase)
    yield from ((term, word.written) for term, word in asked.words.items())
