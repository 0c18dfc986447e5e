"""Themes for a text that is being written: those it names, and those of questions like it."""

import time

import numpy as np

from samenspraak.dutch.analysis import analyse
from samenspraak.search.scoring import Scores
from samenspraak.search.settings import LIMITS, RANKING
from samenspraak.search.similar import similarity
from samenspraak.search.thesaurus import Thesaurus, whole_words
from samenspraak.search.view import View


def suggest_themes(view: View, title: str, body: str, thesaurus: Thesaurus, limit: int) -> list[str]:
    """Slugs, most fitting first: votes of similar questions, and a vote for each name of the theme in the text."""
    began = time.monotonic()
    votes: dict[str, float] = {}
    words = tuple(token.text for token in whole_words(analyse(f"{title}\n{body}"[: LIMITS.query_length * 10])))
    for slug in dict.fromkeys(slug for _, slug in thesaurus.themes_in(words)):
        votes[slug] = 1.0
    total = similarity(view, title, body, thesaurus)
    numbers = Scores(total, {}).best(RANKING.theme_voters)
    if len(numbers) and time.monotonic() - began < LIMITS.seconds:
        weights = np.zeros(len(total))
        weights[numbers] = np.exp(RANKING.sharpness * (total[numbers] / total[numbers[0]] - 1))
        weights /= weights.sum()
        for slug, documents in view.facts.labels["theme"].items():
            votes[slug] = votes.get(slug, 0.0) + float(weights[documents].sum())
    fitting = sorted(
        (slug for slug, vote in votes.items() if vote >= RANKING.least_theme), key=lambda slug: (-votes[slug], slug)
    )
    return fitting[:limit]
