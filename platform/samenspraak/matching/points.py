"""The formula of matching: the points that votes, profile and activity give to each person.

For expert e, threads d of the evidence with scores s_d, profile score p_e, and M the highest of all s and p:

    w_d = kept + (1 - kept) * 2^(-age_d / half-life)         age of the last answer; unknown: 1
    V_e = sum over the threads that e answered of  w_d * exp(sharpness * (s_d / max s - 1))
    A_e = log(1 + sum over all answers of e of 2^(-age / half-life))
    S_e = votes * V_e / max V + profile * p_e / M + activity * A_e / max A

The half-life is a quarter of the time that all visible answers span, a year at most. A counts only where V or p is
above zero: nobody is proposed for being busy alone. Each term of these sums is one part (`matching.parts`).
"""

import math
from collections.abc import Collection
from datetime import datetime, timedelta

import numpy as np

from samenspraak.matching.parts import Activity, Part, ProfileTerm, Vote
from samenspraak.matching.weights import Weights
from samenspraak.search.evidence import Evidence, History

_DAY = timedelta(days=1).total_seconds()


def points_of(evidence: Evidence, people: Collection[int], now: datetime, weights: Weights) -> dict[int, list[Part]]:
    """The parts of everyone for whom a thread or the profile speaks, votes first and strongest vote first."""
    life = half_life(evidence.history, weights)
    votes, terms = _votes(evidence, people, now, life, weights), _profile_terms(evidence, people, weights)
    active = _activity(evidence.history, people, now, life, weights)
    found: dict[int, list[Part]] = {}
    for person in people:
        spoken = [*votes.get(person, ()), *terms.get(person, ())]
        if spoken:
            found[person] = [*spoken, *([active[person]] if person in active else [])]
    return found


def half_life(history: History, weights: Weights) -> float:
    """The seconds in which what ages loses half; infinite when no two answers differ in time."""
    known = history.at[~np.isnan(history.at)]
    span = float(known.max() - known.min()) if len(known) else 0.0
    return min(span * weights.half_life_share, weights.half_life_days * _DAY) or math.inf


def _votes(
    evidence: Evidence, people: Collection[int], now: datetime, life: float, weights: Weights
) -> dict[int, list[Vote]]:
    cast: dict[int, list[tuple[int, float]]] = {}
    highest = max((thread.score for thread in evidence.threads), default=0.0)
    for thread in evidence.threads:
        fresh = 1.0 if thread.at is None else _decay(now.timestamp() - thread.at, life)
        age = weights.kept + (1 - weights.kept) * fresh
        vote = age * math.exp(weights.sharpness * (thread.score / highest - 1))
        for person in thread.people:
            if person in people:
                cast.setdefault(person, []).append((thread.key, vote))
    most = max((sum(vote for _, vote in given) for given in cast.values()), default=1.0)
    return {
        person: sorted(
            (Vote(key, weights.votes * vote / most) for key, vote in given),
            key=lambda vote: (-vote.points, vote.question_id),
        )
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


def _activity(
    history: History, people: Collection[int], now: datetime, life: float, weights: Weights
) -> dict[int, Activity]:
    """log(1 + decayed number of answers) of everyone who ever answered, as a share of the most."""
    ages = np.maximum(now.timestamp() - history.at, 0)
    fresh = np.where(np.isnan(ages), 1.0, np.exp2(-ages / life))
    answered, places = np.unique(history.people, return_inverse=True)
    sums = np.log1p(np.bincount(places, weights=fresh)) if len(answered) else fresh
    found = {int(person): float(value) for person, value in zip(answered, sums, strict=True) if person in people}
    most = max(found.values(), default=0.0)
    return {person: Activity(weights.activity * value / most) for person, value in found.items() if value > 0}


def _decay(age: float, life: float) -> float:
    return float(2 ** (-max(age, 0.0) / life))
