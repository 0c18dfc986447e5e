"""How alike two questions are, for the rule "niet mijn vak": from nothing in common (0) to the same words (1).

Each question is its words less common than `EVERYDAY`, each as heavy as it is rare (Zipf below that bound); alike is
the cosine of the two. Unlike the scores of the index it does not depend on what else was asked.
"""

import math
from collections.abc import Collection, Mapping
from functools import lru_cache

from samenspraak.dutch.analysis import analyse
from samenspraak.dutch.folding import fold
from samenspraak.dutch.words import frequency

EVERYDAY = 5.2
THEMES_SHARE = 0.5
"""How alike two questions are at most that have nothing in common but their themes."""

PART = 0.5
"""How heavy a part of a compound is, beside a word by itself."""

_KEPT = 4_096


def likeness(text: str, themes: Collection[str], other: str, other_themes: Collection[str]) -> float:
    """Return how alike two questions are: by their words, or by half of the themes that they share (Jaccard)."""
    return max(_cosine(_weights_of(text), _weights_of(other)), THEMES_SHARE * _shared(set(themes), set(other_themes)))


def _shared(these: set[str], those: set[str]) -> float:
    return len(these & those) / len(these | those) if these & those else 0.0


def _cosine(these: Mapping[str, float], those: Mapping[str, float]) -> float:
    dot = math.fsum(these[term] * those[term] for term in these.keys() & those.keys())
    return dot / (_length(these) * _length(those)) if dot else 0.0


def _length(weights: Mapping[str, float]) -> float:
    return math.sqrt(math.fsum(weight * weight for weight in weights.values()))


@lru_cache(maxsize=_KEPT)
def _weights_of(text: str) -> Mapping[str, float]:
    weights: dict[str, float] = {}
    for token in analyse(text):
        weight = EVERYDAY - frequency(fold(token.text if token.extra else token.surface))
        weights[token.text] = max(weights.get(token.text, 0.0), weight * (PART if token.extra else 1.0))
    return {term: weight for term, weight in weights.items() if weight > 0}
