"""Ranking experts for a question, as a pure function over plain values; `matching.points` has the formula.

Availability and load never touch the score; they only decide who is left out, and the order of who scores the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from samenspraak.matching.parts import Part, Vote, total
from samenspraak.matching.points import points_of
from samenspraak.matching.weights import WEIGHTS, Weights
from samenspraak.search.evidence import Evidence


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
class Ranked:
    """A candidate with a score, which is the sum of its parts; `fit` is 1 to 3."""

    candidate: Candidate
    score: float
    parts: tuple[Part, ...]
    fit: int
    left_out: LeftOut | None

    @property
    def threads(self) -> tuple[int, ...]:
        """The questions that voted, strongest first."""
        return tuple(part.question_id for part in self.parts if isinstance(part, Vote))


def rank_experts(
    evidence: Evidence, candidates: Iterable[Candidate], now: datetime, weights: Weights = WEIGHTS
) -> list[Ranked]:
    """All candidates for whom something speaks, best first; those who are left out follow, each with the reason."""
    people = {each.person: each for each in candidates}
    points = {person: tuple(parts) for person, parts in points_of(evidence, people, now, weights).items()}
    scores = {person: total(parts) for person, parts in points.items()}
    best = max(scores.values(), default=0.0)
    ranked = [
        Ranked(people[person], score, points[person], _fit(score, best, weights), left_out(people[person], now))
        for person, score in scores.items()
    ]
    return sorted(ranked, key=lambda each: (each.left_out is not None, -each.score, _load(each), each.candidate.person))


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


def _fit(score: float, best: float, weights: Weights) -> int:
    return 3 if score >= weights.good_fit * best else 2 if score >= weights.fair_fit * best else 1


def _load(ranked: Ranked) -> int:
    return ranked.candidate.open_load
