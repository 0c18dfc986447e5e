"""The measures of one ranking, as the books have them (Manning, Raghavan and Schuetze 2008, chapter 8)."""

import math
from collections.abc import Iterable, Mapping, Sequence

NAMES = ("ndcg@10", "mrr", "success@1", "success@5", "recall@10")


def measures(ranking: Sequence[str], judged: Mapping[str, int]) -> dict[str, float]:
    """nDCG@10 with gain 2^grade - 1, reciprocal rank, success and recall of one question."""
    relevant = {name for name, grade in judged.items() if grade > 0}
    ideal = _gain(sorted(judged.values(), reverse=True)[:10])
    first = next((place for place, name in enumerate(ranking, start=1) if name in relevant), 0)
    found = (
        _gain([judged.get(name, 0) for name in ranking[:10]]) / ideal,
        1 / first if first else 0.0,
        float(first == 1),
        float(0 < first <= 5),
        len(relevant & set(ranking[:10])) / len(relevant),
    )
    return dict(zip(NAMES, found, strict=True))


def _gain(grades: Iterable[int]) -> float:
    return float(sum((2**grade - 1) / math.log2(place + 1) for place, grade in enumerate(grades, start=1)))
