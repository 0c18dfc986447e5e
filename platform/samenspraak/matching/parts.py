"""What the score of an expert is the sum of: plain parts, each of them a thing that a reader can look at."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Vote:
    """The expert answered a question like this one."""

    question_id: int
    points: float


@dataclass(frozen=True, slots=True)
class ProfileTerm:
    """The profile has a word of the question; `term` is as it stands in the index."""

    term: str
    points: float


@dataclass(frozen=True, slots=True)
class ThemePoints:
    """The expert knows a theme of the question."""

    slug: str
    points: float


@dataclass(frozen=True, slots=True)
class Activity:
    """The expert answered lately."""

    points: float


@dataclass(frozen=True, slots=True)
class RefusedSubject:
    """The expert said of a question like this one that it is not their subject; its points are below zero."""

    question_id: int
    points: float


@dataclass(frozen=True, slots=True)
class StandsIn:
    """The expert stands in for someone who is away up to `last_day` and has more points; these are the difference."""

    person: int
    last_day: date
    points: float


Part = Vote | ProfileTerm | ThemePoints | Activity | RefusedSubject | StandsIn


def total(parts: Iterable[Part]) -> float:
    """The sum of the points, correct to the last digit in any order."""
    return math.fsum(part.points for part in parts)
