"""The terms of a long text as a query: what "similar" and matching search with."""

from collections import Counter

from samenspraak.dutch.analysis import analyse
from samenspraak.search.settings import RANKING
from samenspraak.search.thesaurus import Thesaurus


def weighted_terms(text: str, thesaurus: Thesaurus) -> dict[str, float]:
    """Each term with how often it stands in the text, and the terms of synonyms at half weight."""
    tokens = analyse(text)
    found: dict[str, float] = dict(Counter(token.text for token in tokens))
    added: dict[str, None] = {}
    for _, phrase in thesaurus.expand(tokens):
        added |= dict.fromkeys(phrase)
    for term in added:
        if term not in found:
            found[term] = RANKING.expansion
    heaviest = sorted(found.items(), key=lambda term: -term[1])
    return dict(heaviest[: RANKING.most_terms])
