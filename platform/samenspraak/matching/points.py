"""The formula of matching: the points that votes, profile, themes and activity give to each person (docs/matching.md).

For expert e, threads d of the evidence with scores s_d, profile score p_e, themes T_e of the profile:

    n_d = exp(sharpness * (s_d / max s - 1))                   how near a thread is; 1 for the nearest
    w_d = kept + (1 - kept) * 2^(-age_d / half-life)           by the age of its last answer; 1 when unknown
    V_e = sum of w_d * n_d over the threads that e answered
    t_k = share of theme k in all n_d, and chosen more when the asker chose it;  U_e = sum of t_k over T_e
    A_e = log(1 + sum of 2^(-age / half-life) over all answers of e)

    S_e = votes * V_e / max V + profile * p_e / max(s, p) + themes * U_e / max U + activity * A_e / max A

The half-life is a share of the time that all visible answers span, a year at most. A counts only where one of the
others is above zero: nobody is proposed for being busy alone. Each term of these sums is one part (`matching.parts`).
"""

import math
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

import numpy as np

from samenspraak.matching.parts import Activity, Part, ProfileTerm, ThemePoints, Vote
from samenspraak.matching.weights import Weights
from samenspraak.search.evidence import Evidence, History, ThreadEvidence

_DAY = timedelta(days=1).total_seconds()


def points_of(evidence: Evidence, people: Collection[int], now: datetime, weights: Weights) -> dict[int, list[Part]]:
    """The parts of everyone for whom a thread, the profile or a theme speaks; in each group the strongest first."""
    life = half_life(evidence.history, weights)
    near = _nearness(evidence.threads, weights)
    votes = _votes(evidence.threads, near, people, _freshness(evidence.threads, now, life, weights), weights)
    terms, themes = _profile_terms(evidence, people, weights), _themes(evidence, near, people, weights)
    share = weights.activity if evidence.has_profiles else weights.activity_alone
    active = _activity(evidence.history, people, now, life, share)
    speaking = votes.keys() | terms.keys() | themes.keys()
    found: dict[int, list[Part]] = {}
    for person in people:
        if person in speaking:
            parts = [*votes.get(person, ()), *terms.get(person, ()), *themes.get(person, ())]
            if parts:
                found[person] = [*parts, *active.get(person, ())]
    return found


def half_life(history: History, weights: Weights) -> float:
    """The seconds in which what ages loses half; infinite when no two answers differ in time."""
    known = history.at[~np.isnan(history.at)]
    span = float(known.max() - known.min()) if len(known) else 0.0
    return min(span * weights.half_life_share, weights.half_life_days * _DAY) or math.inf


def _nearness(threads: Sequence[ThreadEvidence], weights: Weights) -> list[float]:
    highest = max((thread.score for thread in threads), default=1.0)
    return [math.exp(weights.sharpness * (thread.score / highest - 1)) for thread in threads]


def _freshness(threads: Sequence[ThreadEvidence], now: datetime, life: float, weights: Weights) -> list[float]:
    ages = (0.0 if thread.at is None else max(now.timestamp() - thread.at, 0.0) for thread in threads)
    return [weights.kept + (1 - weights.kept) * 2 ** (-age / life) for age in ages]


def _votes(
    threads: Sequence[ThreadEvidence],
    near: Sequence[float],
    people: Collection[int],
    fresh: Sequence[float],
    weights: Weights,
) -> dict[int, list[Vote]]:
    cast: dict[int, list[tuple[float, int]]] = {}
    for thread, nearness, freshness in zip(threads, near, fresh, strict=True):
        for person in thread.people:
            if person in people:
                cast.setdefault(person, []).append((nearness * freshness, thread.key))
    most = max((sum(vote for vote, _ in given) for given in cast.values()), default=1.0)
    return {
        person: [
            Vote(key, weights.votes * vote / most) for vote, key in sorted(given, key=lambda one: (-one[0], one[1]))
        ]
        for person, given in cast.items()
    }


def _profile_terms(evidence: Evidence, people: Collection[int], weights: Weights) -> dict[int, list[ProfileTerm]]:
    profiles = {person: found for person, found in evidence.profiles.items() if person in people}
    scores = (found.score for found in profiles.values())
    highest = max([*(thread.score for thread in evidence.threads), *scores], default=0.0)
    return {
        person: [ProfileTerm(each.term, weights.profile * each.share / highest) for each in found.shares]
        for person, found in profiles.items()
    }


def _themes(
    evidence: Evidence, near: Sequence[float], people: Collection[int], weights: Weights
) -> dict[int, list[ThemePoints]]:
    known: dict[int, list[tuple[float, str]]] = {}
    for theme, share in _themes_of(evidence, near, weights).items():
        for person in evidence.knowing.get(theme, ()):
            if person in people:
                known.setdefault(person, []).append((share, theme))
    most = max((sum(share for share, _ in found) for found in known.values()), default=1.0)
    return {
        person: [ThemePoints(theme, weights.themes * share / most) for share, theme in sorted(found, reverse=True)]
        for person, found in known.items()
    }


def _themes_of(evidence: Evidence, near: Sequence[float], weights: Weights) -> Mapping[str, float]:
    """How much of the question is about each theme: by the threads that are like it, and by its asker."""
    whole = sum(near) or 1.0
    shares: dict[str, float] = {}
    for thread, nearness in zip(evidence.threads, near, strict=True):
        for theme in thread.themes:
            shares[theme] = shares.get(theme, 0.0) + nearness / whole
    about = {theme: share for theme, share in shares.items() if share >= weights.least_theme}
    for theme in evidence.themes:
        about[theme] = shares.get(theme, 0.0) + weights.chosen
    return about


def _activity(
    history: History, people: Collection[int], now: datetime, life: float, weight: float
) -> dict[int, tuple[Activity]]:
    """log(1 + decayed number of answers) of everyone who ever answered, as a share of the most."""
    ages = np.maximum(now.timestamp() - history.at, 0)
    fresh = np.where(np.isnan(ages), 1.0, np.exp2(-ages / life))
    sums = np.log1p(np.bincount(history.people, weights=fresh)).tolist()
    found = {person: sums[person] for person in people if person < len(sums) and sums[person] > 0}
    most = max(found.values(), default=1.0)
    return {person: (Activity(weight * value / most),) for person, value in found.items()}
