"""Earlier questions that ask the same: the words of title and body in whole discussions and, again, in their titles.

    T_d = share(BM25 of `discussion`) + titles * share(BM25 of `title`) + grams * share(BM25 of the title's `grams`)

share = of the highest among all visible questions. docs/matching.md has the figures.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from samenspraak.search.facts import Floats, Ints
from samenspraak.search.schema import DISCUSSION, GRAMS, TITLE, grams
from samenspraak.search.scoring import Scores, scaled, score, worth
from samenspraak.search.settings import RANKING, Ranking
from samenspraak.search.shingles import resemblance, shingles
from samenspraak.search.terms import weighted_terms
from samenspraak.search.thesaurus import Thesaurus
from samenspraak.search.unfinished import with_endings
from samenspraak.search.view import View


@dataclass(frozen=True, slots=True)
class Similar:
    """A question like the one that is asked.

    `score` orders; `likeness` says how much of the question is met at all: 1 when an earlier one of average length has
    each of its words once. The best of a bad lot has the highest score, but a low likeness. `overlap` is the share of
    runs of words in common: from `RANKING.near_duplicate` it is the same question again.
    """

    key: int
    score: float
    likeness: float
    answered: bool
    accepted: bool
    overlap: float = 0.0
    parts: tuple[float, ...] = ()
    """What adds up to the score: words of the whole, words of the title, letters of the title."""

    @property
    def is_near_duplicate(self) -> bool:
        """Whether the texts are all but the same."""
        return self.overlap >= RANKING.near_duplicate


def similar(
    view: View,
    title: str,
    body: str,
    thesaurus: Thesaurus,
    limit: int,
    without: int | None = None,
    at_least: float = 0.0,
    *,
    typing: bool = False,
    ranking: Ranking = RANKING,
) -> list[Similar]:
    """The most similar visible questions, best first, down to a likeness; `without` leaves one out.

    While someone is `typing`, the last word may be unfinished.
    """
    terms = _terms(view, title, body, thesaurus, ranking, typing=typing)
    words, legs = _scores(view, title, terms, view.with_keys([] if without is None else [without]), ranking)
    total = legs.sum(axis=0)
    whole = worth(view, DISCUSSION, terms)
    best = [number for number in Scores(total, {}).best(limit).tolist() if words[number] >= at_least * whole]
    overlaps = _overlaps(view, f"{title}\n{body}", best[: RANKING.compared])
    return [
        Similar(
            key=int(view.facts.keys[number]),
            score=float(total[number]),
            likeness=float(words[number]) / whole,
            answered=bool(view.facts.answered[number]),
            accepted=bool(view.facts.accepted[number]),
            overlap=overlaps.get(number, 0.0),
            parts=tuple(legs[:, number].tolist()),
        )
        for number in best
    ]


def beside_best(found: Sequence[Similar], ranking: Ranking = RANKING) -> list[Similar]:
    """Of questions in order, those near enough to the best of them to be shown beside it to a reader."""
    return [each for each in found if each.score >= ranking.beside_best * found[0].score]


def similarity(view: View, title: str, body: str, thesaurus: Thesaurus) -> Floats:
    """How much each document is like a question, from 0; hidden ones and those without a word in common have 0."""
    terms = _terms(view, title, body, thesaurus, RANKING)
    words, legs = _scores(view, title, terms, view.with_keys([]), RANKING)
    return np.where(words > 0, legs.sum(axis=0), 0.0)


def _terms(
    view: View, title: str, body: str, thesaurus: Thesaurus, ranking: Ranking, *, typing: bool = False
) -> Mapping[str, float]:
    """The words of the title twice: they say best what is asked."""
    text = f"{title}\n{title}\n{body}"
    terms = weighted_terms(text, thesaurus, ranking)
    return with_endings(view, terms, body or title) if typing else terms


def _scores(
    view: View, title: str, terms: Mapping[str, float], left_out: Ints, ranking: Ranking
) -> tuple[Floats, Floats]:
    """What the words score in whole discussions, and the rows that are added up."""
    letters = dict(Counter(grams(title)))
    legs = [score(view, *leg).total for leg in ((DISCUSSION, terms), (TITLE, terms), (GRAMS, letters))]
    for leg in legs:
        leg[left_out] = 0
    words, titles, slips = legs
    return words, np.array([scaled(words), ranking.titles * scaled(titles), ranking.grams * scaled(slips)])


def _overlaps(view: View, text: str, documents: Iterable[int]) -> dict[int, float]:
    own = shingles(text)
    texts = ((number, view.text(number)) for number in documents)
    return {number: resemblance(own, shingles(f"{title}\n{body}")) for number, (title, body, _) in texts}
