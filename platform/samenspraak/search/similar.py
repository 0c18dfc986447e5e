"""Earlier questions that ask the same: BM25 of the question's words, and half of the title's character grams."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from samenspraak.search.facts import Floats, Ints
from samenspraak.search.schema import GRAMS, QUESTION, grams
from samenspraak.search.scoring import Scores, scaled, score, worth
from samenspraak.search.settings import RANKING
from samenspraak.search.terms import weighted_terms
from samenspraak.search.thesaurus import Thesaurus
from samenspraak.search.view import View


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
    view: View,
    title: str,
    body: str,
    thesaurus: Thesaurus,
    limit: int,
    without: int | None = None,
    at_least: float = 0.0,
) -> list[Similar]:
    """The most similar visible questions, best first, down to a likeness; `without` leaves one out."""
    terms = _terms(title, body, thesaurus)
    left_out = view.with_keys([] if without is None else [without])
    words = score(view, QUESTION, terms).total
    words[left_out] = 0
    total = _fused(view, title, words, left_out)
    whole = worth(view, QUESTION, terms)
    facts = view.facts
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


def similarity(view: View, title: str, body: str, thesaurus: Thesaurus) -> Floats:
    """How much each document is like a question, from 0; hidden ones and those without a word in common have 0."""
    return _fused(view, title, score(view, QUESTION, _terms(title, body, thesaurus)).total, view.with_keys([]))


def _terms(title: str, body: str, thesaurus: Thesaurus) -> dict[str, float]:
    return weighted_terms(f"{title}\n{title}\n{body}", thesaurus)


def _fused(view: View, title: str, words: Floats, left_out: Ints) -> Floats:
    """mm(BM25 of `question`, title twice) + .5 mm(BM25 of `grams`, title only); see bench/README.md."""
    slips = score(view, GRAMS, dict(Counter(grams(title)))).total
    slips[left_out] = 0
    return np.asarray(scaled(words) + RANKING.grams * scaled(slips))
