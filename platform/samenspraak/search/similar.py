"""Earlier questions that ask the same: BM25 of the question's words, and half of the title's character grams."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from samenspraak.search.facts import Bools, Floats
from samenspraak.search.schema import GRAMS, QUESTION, grams
from samenspraak.search.scoring import Scores, scaled, score
from samenspraak.search.settings import RANKING
from samenspraak.search.snapshot import Snapshot
from samenspraak.search.terms import weighted_terms
from samenspraak.search.thesaurus import Thesaurus


@dataclass(frozen=True, slots=True)
class Similar:
    """A question like the one that is asked."""

    key: int
    score: float
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
) -> list[Similar]:
    """The most similar visible questions, best first; `without` leaves one out."""
    visible = snapshot.visible_to(audience)
    if without is not None:
        visible &= snapshot.facts.keys != without
    total = similarity(snapshot, title, body, visible, thesaurus)
    facts = snapshot.facts
    return [
        Similar(int(facts.keys[n]), float(total[n]), bool(facts.answered[n]), bool(facts.accepted[n]))
        for n in Scores(total, {}).best(limit)
    ]


def similarity(snapshot: Snapshot, title: str, body: str, visible: Bools, thesaurus: Thesaurus) -> Floats:
    """mm(BM25 of `question`, title twice) + .5 mm(BM25 of `grams`, title only); shared/retrieval.md 3."""
    words = score(snapshot, QUESTION, weighted_terms(f"{title}\n{title}\n{body}", thesaurus), visible).total
    slips = score(snapshot, GRAMS, dict(Counter(grams(title))), visible).total
    total = scaled(words, visible) + RANKING.grams * scaled(slips, visible)
    return np.where(visible & (words + slips > 0), total, 0.0)
