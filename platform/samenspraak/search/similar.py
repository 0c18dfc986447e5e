"""Earlier questions that ask the same: BM25 of the question's words, and half of the title's character grams."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from samenspraak.search.facts import Bools, Floats
from samenspraak.search.schema import GRAMS, QUESTION, grams
from samenspraak.search.scoring import Scores, scaled, score, worth
from samenspraak.search.settings import RANKING
from samenspraak.search.snapshot import Snapshot
from samenspraak.search.terms import weighted_terms
from samenspraak.search.thesaurus import Thesaurus


@dataclass(frozen=True, slots=True)
class Similar:
    """A question like the one that is asked.

    `score` orders; `likeness` says how much of the question is met at all: 1 when an earlier one of average length has
    each of its words once. The best of a bad lot has the highest score, but a low likeness.
    """

    key: int
    score: float
    likeness: float
    answered: bool
    accepted: bool


def similar(
    snapshot: Snapshot,
    title: str,
    body: str,
    audience: Iterable[str],
    thesaurus: Thesaurus,
    limit: int,
    without: int | None = None,
    at_least: float = 0.0,
) -> list[Similar]:
    """The most similar visible questions, best first, down to a likeness; `without` leaves one out."""
    visible = snapshot.visible_to(audience)
    if without is not None:
        visible &= snapshot.facts.keys != without
    terms = _terms(title, body, thesaurus)
    words = score(snapshot, QUESTION, terms, visible).total
    total = _fused(snapshot, title, words, visible)
    whole = worth(snapshot, QUESTION, terms, visible)
    facts = snapshot.facts
    return [
        Similar(
            key=int(facts.keys[n]),
            score=float(total[n]),
            likeness=float(words[n]) / whole,
            answered=bool(facts.answered[n]),
            accepted=bool(facts.accepted[n]),
        )
        for n in Scores(total, {}).best(limit)
        if words[n] >= at_least * whole
    ]


def similarity(snapshot: Snapshot, title: str, body: str, visible: Bools, thesaurus: Thesaurus) -> Floats:
    """How much each document is like a question, from 0; hidden ones and those without a word in common have 0."""
    return _fused(snapshot, title, score(snapshot, QUESTION, _terms(title, body, thesaurus), visible).total, visible)


def _terms(title: str, body: str, thesaurus: Thesaurus) -> dict[str, float]:
    return weighted_terms(f"{title}\n{title}\n{body}", thesaurus)


def _fused(snapshot: Snapshot, title: str, words: Floats, visible: Bools) -> Floats:
    """mm(BM25 of `question`, title twice) + .5 mm(BM25 of `grams`, title only); see bench/README.md."""
    slips = score(snapshot, GRAMS, dict(Counter(grams(title))), visible).total
    total = scaled(words, visible) + RANKING.grams * scaled(slips, visible)
    return np.where(visible & (words + slips > 0), total, 0.0)
