"""The terms of a long text as a query: what "similar" and matching search with.

A term that stands n times in the text weighs n^repetition (a text that repeats a word does not mean it n times as much;
Robertson and Walker 1994 damp it likewise), and less the more everyday its word is in Dutch at large: a small index
cannot know by itself that "samen" tells less than "samenwerkingsverband".
"""

from collections import Counter
from collections.abc import Iterable

from samenspraak.dutch.analysis import Token, analyse
from samenspraak.dutch.folding import fold
from samenspraak.dutch.lemmas import lemma
from samenspraak.dutch.words import frequency
from samenspraak.search.settings import RANKING, Ranking
from samenspraak.search.thesaurus import Thesaurus


def weighted_terms(text: str, thesaurus: Thesaurus, ranking: Ranking = RANKING) -> dict[str, float]:
    """Each term of a text with its weight, heaviest first, and with less weight the terms of synonyms."""
    tokens = analyse(text)
    found = {
        term: count**ranking.repetition * telling for term, (count, telling) in telling_terms(tokens, ranking).items()
    }
    for _, phrase in thesaurus.expand(tokens):
        for term in phrase:
            found.setdefault(term, ranking.expansion * _telling(frequency(term), ranking))
    heaviest = sorted(found.items(), key=lambda term: -term[1])
    return dict(heaviest[: ranking.most_terms])


def telling_terms(tokens: Iterable[Token], ranking: Ranking = RANKING) -> dict[str, tuple[int, float]]:
    """How often each term is there, and how telling it is: by the commonest of its forms in text and dictionary."""
    counts: Counter[str] = Counter()
    zipfs: dict[str, float] = {}
    for token in tokens:
        forms = () if token.extra else (fold(token.surface), fold(lemma(token.surface)))
        counts[token.text] += 1
        zipfs[token.text] = max(zipfs.get(token.text, 0.0), *map(frequency, (token.text, *forms)))
    return {term: (count, _telling(zipfs[term], ranking)) for term, count in counts.items()}


def _telling(zipf: float, ranking: Ranking) -> float:
    """From 1 for a word that is not common, in a straight line down to hardly anything for the commonest."""
    share = (ranking.everyday - zipf) / (ranking.everyday - ranking.uncommon)
    return min(max(share, ranking.least_telling), 1.0)
