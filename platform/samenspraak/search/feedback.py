"""What a question of a few words leaves unsaid: the telling words of the discussions that fit it best.

Pseudo-relevance feedback (Rocchio 1971; as a mixture of the best documents' words: Lavrenko and Croft 2001). A long
question says enough by itself, and is only blurred by it (docs/matching.md).
"""

import math
from collections.abc import Mapping

from samenspraak.dutch.analysis import analyse
from samenspraak.search.facts import Ints
from samenspraak.search.schema import DISCUSSION
from samenspraak.search.scoring import Scores, score
from samenspraak.search.settings import RANKING, Ranking
from samenspraak.search.terms import telling_terms
from samenspraak.search.view import View

_LOOKED_UP = 3
"""Times as many terms of which the idf is looked up as are taken."""


def with_feedback(view: View, terms: Mapping[str, float], found: Scores, ranking: Ranking = RANKING) -> Scores:
    """The scores of discussions for some terms, with a share for the words of the best when the terms are few."""
    best = found.best(ranking.feedback_threads)
    if len(terms) > ranking.few_terms or not len(best):
        return found
    more = score(view, DISCUSSION, _terms(view, best, found, ranking)).total
    return Scores(found.total + ranking.feedback * found.total.max() * more / (more.max() or 1.0), found.given)


def _terms(view: View, best: Ints, found: Scores, ranking: Ranking) -> dict[str, float]:
    """The words that stand out in the best discussions, weighted by how near each is and how much of it they are."""
    highest = float(found.total[best[0]])
    shares: dict[str, float] = {}
    whole = 0.0
    for number in best.tolist():
        nearness = math.exp(ranking.sharpness * (float(found.total[number]) / highest - 1))
        weights = telling_terms(analyse("\n".join(view.text(number))), ranking)
        length = sum(count for count, _ in weights.values()) or 1
        whole += nearness
        for term, (count, telling) in weights.items():
            shares[term] = shares.get(term, 0.0) + nearness * telling * count / length
    likely = sorted(shares, key=lambda term: -shares[term])[: ranking.feedback_terms * _LOOKED_UP]
    standing_out = sorted(likely, key=lambda term: -shares[term] * view.idf(DISCUSSION, term))
    return {term: shares[term] / whole for term in standing_out[: ranking.feedback_terms]}
