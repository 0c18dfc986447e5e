"""What the index knows of who could answer a question, as plain values: `search.gathering` fills them."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from samenspraak.search.document import Contribution
from samenspraak.search.facts import Floats, Ints
from samenspraak.search.schema import seconds


@dataclass(frozen=True, slots=True)
class TermShare:
    """What one term gave to a score."""

    term: str
    share: float


@dataclass(frozen=True, slots=True)
class ThreadEvidence:
    """A question like this one: its score, its last answer in seconds since 1970, who answered, and on which themes."""

    key: int
    score: float
    people: tuple[int, ...]
    at: float | None = None
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProfileEvidence:
    """How well a profile fits the words of the question: what each gave, most first."""

    person: int
    shares: tuple[TermShare, ...] = ()

    @property
    def score(self) -> float:
        """What all words gave together."""
        return math.fsum(each.share for each in self.shares)


def _no_people() -> Ints:
    return np.array([], dtype=np.int64)


def _no_times() -> Floats:
    return np.array([], dtype=np.float64)


@dataclass(frozen=True)
class History:
    """Every visible answer: who gave it, and when in seconds since 1970 (NaN when unknown)."""

    people: Ints = field(default_factory=_no_people)
    at: Floats = field(default_factory=_no_times)

    @classmethod
    def of(cls, answers: Iterable[Contribution]) -> "History":
        """The history of these answers."""
        found = [(each.person, seconds(each.at)) for each in answers]
        people = np.array([person for person, _ in found], dtype=np.int64)
        return cls(people, np.array([at for _, at in found], dtype=np.float64))


@dataclass(frozen=True)
class Evidence:
    """All that ranking needs to know of the texts, so that ranking is a pure function.

    `themes` are those that the asker chose; `knowing` has for each theme the people whose profile names it. Without
    `has_profiles` no profile says anything at all, so that nobody can be a newcomer whose profile fits.
    """

    threads: Sequence[ThreadEvidence] = ()
    profiles: Mapping[int, ProfileEvidence] = field(default_factory=dict)
    history: History = field(default_factory=History)
    themes: tuple[str, ...] = ()
    knowing: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    has_profiles: bool = True
