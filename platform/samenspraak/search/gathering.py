"""Gathering the evidence on a question from the views of one reader."""

from collections.abc import Collection, Iterable, Mapping

import numpy as np

from samenspraak.search.evidence import Evidence, History, ProfileEvidence, TermShare, ThreadEvidence
from samenspraak.search.facts import Facts, Ints
from samenspraak.search.feedback import with_feedback
from samenspraak.search.schema import DISCUSSION, PROFILE
from samenspraak.search.scoring import Scores, score
from samenspraak.search.settings import RANKING, Ranking
from samenspraak.search.terms import weighted_terms
from samenspraak.search.thesaurus import Thesaurus
from samenspraak.search.view import View


def gather(
    questions: View,
    experts: View,
    text: str,
    thesaurus: Thesaurus,
    without: int | None = None,
    themes: Iterable[str] = (),
    ranking: Ranking = RANKING,
) -> Evidence:
    """The evidence on a text, and on themes that its asker chose; `without` leaves one question out."""
    terms = weighted_terms(text, thesaurus, ranking)
    threads = _threads(questions, terms, without, ranking)
    chosen = tuple(themes)
    return Evidence(
        threads=threads,
        profiles=_profiles(experts, terms, {person for thread in threads for person in thread.people}, ranking),
        history=_history(questions),
        themes=chosen,
        knowing=_knowing(experts, {*chosen, *(theme for thread in threads for theme in thread.themes)}),
        has_profiles=experts.has_text(PROFILE),
    )


def _threads(view: View, terms: Mapping[str, float], without: int | None, ranking: Ranking) -> list[ThreadEvidence]:
    scores = score(view, DISCUSSION, terms)
    left_out = view.with_keys([] if without is None else [without])
    scores.total[left_out] = 0
    scores = with_feedback(view, terms, scores, ranking)
    scores.total[left_out] = 0
    best = scores.best(ranking.threads)
    themes = _labels_of(view.facts, best)
    return [_thread(view.facts, number, scores, themes.get(number, ())) for number in best.tolist()]


def _thread(facts: Facts, number: int, scores: Scores, themes: Iterable[str]) -> ThreadEvidence:
    first, last = np.searchsorted(facts.answer_document, [number, number + 1])
    times = facts.answer_at[first:last]
    times = times[~np.isnan(times)]
    return ThreadEvidence(
        key=int(facts.keys[number]),
        score=float(scores.total[number]),
        people=tuple(dict.fromkeys(facts.answer_person[first:last].tolist())),
        at=float(times.max()) if len(times) else None,
        themes=tuple(themes),
    )


def _labels_of(facts: Facts, documents: Ints) -> dict[int, list[str]]:
    """The themes of some documents."""
    found: dict[int, list[str]] = {}
    wanted = np.zeros(len(facts), dtype=np.bool_)
    wanted[documents] = True
    for theme, having in facts.labels["theme"].items():
        for number in having[wanted[having]].tolist():
            found.setdefault(number, []).append(theme)
    return found


def _profiles(
    view: View, terms: Mapping[str, float], voting: Collection[int], ranking: Ranking
) -> dict[int, ProfileEvidence]:
    """The profiles that fit best, and those of who answered in these threads: the bound is on work, not on who fits."""
    scores = score(view, PROFILE, terms)
    chosen = np.union1d(scores.best(ranking.profiles), view.with_keys(list(voting)))
    chosen = chosen[scores.total[chosen] > 0]
    shares: dict[int, list[TermShare]] = {number: [] for number in chosen.tolist()}
    for term, (boost, held) in scores.given.items():
        places = np.minimum(np.searchsorted(held.documents, chosen), len(held.documents) - 1)
        having = held.documents[places] == chosen
        for number, value in zip(chosen[having].tolist(), held.values[places[having]].tolist(), strict=True):
            shares[number].append(TermShare(term, boost * value))
    return {
        person: ProfileEvidence(person, tuple(sorted(found, key=lambda each: -each.share)))
        for person, found in zip(view.facts.keys[chosen].tolist(), shares.values(), strict=True)
    }


def _history(view: View) -> History:
    facts = view.facts
    seen = view.visible[facts.answer_document]
    return History(facts.answer_person[seen], facts.answer_at[seen])


def _knowing(view: View, themes: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """For each theme the people whose profile names it."""
    having = {theme: view.facts.labels["theme"].get(theme) for theme in sorted(themes)}
    return {
        theme: tuple(view.facts.keys[documents[view.visible[documents]]].tolist())
        for theme, documents in having.items()
        if documents is not None
    }
