"""Ranking experts for a question, as a pure function; bench/README.md says where the formula comes from.

For expert e, threads d of the evidence with scores s_d, profile score p_e, and M the highest of all s and p:

    w_d = kept + (1 - kept) * 2^(-age_d / half-life)         age of the last answer; unknown: 1
    V_e = sum over the threads that e answered of  w_d * exp(sharpness * (s_d / max s - 1))
    A_e = log(1 + sum over all answers of e of 2^(-age / half-life))
    S_e = votes * mm(V)_e + profile * p_e / M + activity * mm(A)_e

The half-life is a quarter of the time that all visible answers span, a year at most. mm is min-max over all candidates.
A counts only where V or p is above zero: nobody is proposed for being busy alone. Availability and load never touch
the score; they only decide who is left out.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

import numpy as np

from samenspraak.matching.weights import WEIGHTS, Weights
from samenspraak.search.evidence import Evidence, History

_DAY = timedelta(days=1).total_seconds()


class LeftOut(StrEnum):
    """Why someone who fits is not proposed."""

    IS_ASKER = "is_asker"
    OWN_ORGANISATION = "own_organisation"
    AWAY = "away"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An expert as ranking sees one. `capacity` is the number of open questions at a time; None: no limit."""

    person: int
    capacity: int | None = None
    open_load: int = 0
    away_until: datetime | None = None
    is_asker: bool = False
    shares_organisation: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """What a score is the sum of."""

    votes: float
    profile: float
    activity: float

    @property
    def total(self) -> float:
        return self.votes + self.profile + self.activity


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with a score; `fit` is 1 to 3; `threads` are the questions that voted, strongest first."""

    candidate: Candidate
    score: float
    parts: Parts
    fit: int
    threads: tuple[int, ...]
    left_out: LeftOut | None


def rank_experts(
    evidence: Evidence, candidates: Iterable[Candidate], now: datetime, weights: Weights = WEIGHTS
) -> list[Ranked]:
    """All candidates for whom something speaks, best first; those who are left out follow, each with the reason."""
    people = list(candidates)
    life = half_life(evidence.history, weights)
    votes = _votes(evidence, now, life, weights)
    sums = {person: sum(cast.values()) for person, cast in votes.items()}
    parts = _parts(evidence, people, sums, _activity(evidence.history, now, life), weights)
    best = max((each.total for each in parts.values()), default=0.0)
    ranked = [
        Ranked(
            each,
            parts[each.person].total,
            parts[each.person],
            _fit(parts[each.person].total, best, weights),
            tuple(sorted(votes.get(each.person, {}), key=lambda key: -votes[each.person][key])),
            left_out(each, now),
        )
        for each in people
        if each.person in parts
    ]
    return sorted(ranked, key=lambda each: (each.left_out is not None, -each.score, _load(each), each.candidate.person))


def half_life(history: History, weights: Weights = WEIGHTS) -> float:
    """The seconds in which what ages loses half; infinite when no two answers differ in time."""
    known = history.at[~np.isnan(history.at)]
    span = float(known.max() - known.min()) if len(known) else 0.0
    return min(span * weights.half_life_share, weights.half_life_days * _DAY) or math.inf


def left_out(candidate: Candidate, now: datetime) -> LeftOut | None:
    """Why a candidate is not proposed, or None."""
    if candidate.is_asker:
        return LeftOut.IS_ASKER
    if candidate.shares_organisation:
        return LeftOut.OWN_ORGANISATION
    if candidate.away_until is not None and candidate.away_until > now:
        return LeftOut.AWAY
    if candidate.capacity is not None and candidate.open_load >= candidate.capacity:
        return LeftOut.FULL
    return None


def _votes(evidence: Evidence, now: datetime, life: float, weights: Weights) -> dict[int, dict[int, float]]:
    """For each person the votes by thread."""
    cast: dict[int, dict[int, float]] = {}
    highest = max((thread.score for thread in evidence.threads), default=0.0)
    for thread in evidence.threads:
        fresh = 1.0 if thread.at is None else _decay(now.timestamp() - thread.at, life)
        age = weights.kept + (1 - weights.kept) * fresh
        vote = age * math.exp(weights.sharpness * (thread.score / highest - 1))
        for person in thread.people:
            cast.setdefault(person, {})[thread.key] = vote
    return cast


def _parts(
    evidence: Evidence,
    people: Sequence[Candidate],
    votes: Mapping[int, float],
    activity: Mapping[int, float],
    weights: Weights,
) -> dict[int, Parts]:
    """The parts of everyone for whom a thread or the profile speaks."""
    ids = [each.person for each in people]
    profiles = {person: found.score for person, found in evidence.profiles.items()}
    highest = max([*(thread.score for thread in evidence.threads), *profiles.values()], default=0.0)
    voted = _min_max({person: votes.get(person, 0.0) for person in ids})
    active = _min_max({person: activity.get(person, 0.0) for person in ids})
    return {
        person: Parts(
            weights.votes * voted[person],
            weights.profile * profiles.get(person, 0.0) / highest,
            weights.activity * active[person],
        )
        for person in ids
        if votes.get(person, 0.0) > 0 or profiles.get(person, 0.0) > 0
    }


def _activity(history: History, now: datetime, life: float) -> dict[int, float]:
    """log(1 + decayed number of answers) of everyone who ever answered."""
    if not len(history.people):
        return {}
    ages = np.maximum(now.timestamp() - history.at, 0)
    fresh = np.where(np.isnan(ages), 1.0, np.exp2(-ages / life))
    people, places = np.unique(history.people, return_inverse=True)
    sums = np.log1p(np.bincount(places, weights=fresh))
    return dict(zip(people.tolist(), sums.tolist(), strict=True))


def _decay(age: float, life: float) -> float:
    return float(2 ** (-max(age, 0.0) / life))


def _min_max(values: Mapping[int, float]) -> dict[int, float]:
    low, high = min(values.values(), default=0.0), max(values.values(), default=0.0)
    return {key: (value - low) / (high - low) if high > low else 0.0 for key, value in values.items()}


def _fit(score: float, best: float, weights: Weights) -> int:
    return 3 if score >= weights.good_fit * best else 2 if score >= weights.fair_fit * best else 1


def _load(ranked: Ranked) -> int:
    return ranked.candidate.open_load
