"""What the score of an expert is the sum of: plain parts, each of them a thing that a reader can look at."""

import math
from collections.abc import Iterable
from dataclasses import dataclass


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


Part = Vote | ProfileTerm | ThemePoints | Activity


def total(parts: Iterable[Part]) -> float:
    """The sum of the points, correct to the last digit in any order."""
    return math.fsum(part.points for part in parts)
