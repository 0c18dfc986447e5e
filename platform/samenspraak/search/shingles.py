"""Near-duplicates: texts that share runs of words (resemblance of shingles; Broder 1997)."""

from samenspraak.dutch.analysis import analyse
from samenspraak.search.settings import RANKING
from samenspraak.search.thesaurus import whole_words

Shingles = frozenset[tuple[str, ...]]


def shingles(text: str) -> Shingles:
    """Each run of so many words, as they are indexed; a shorter text is one run."""
    words = [token.text for token in whole_words(analyse(text))]
    last = max(1, len(words) - RANKING.shingle_length + 1)
    return (
        frozenset(tuple(words[start : start + RANKING.shingle_length]) for start in range(last))
        if words
        else frozenset()
    )


def resemblance(some: Shingles, others: Shingles) -> float:
    """The share of all shingles that both have: 1 for the same text, 0 without one in common."""
    return len(some & others) / len(some | others) if some and others else 0.0
