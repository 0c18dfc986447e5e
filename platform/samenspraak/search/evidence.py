"""What the index knows of who could answer a question: threads like it, profiles with its words, who answered when."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from samenspraak.search.document import Contribution
from samenspraak.search.facts import Floats, Ints
from samenspraak.search.schema import DISCUSSION, PROFILE, seconds
from samenspraak.search.scoring import score
from samenspraak.search.settings import RANKING
from samenspraak.search.snapshot import Snapshot
from samenspraak.search.terms import weighted_terms
from samenspraak.search.thesaurus import Thesaurus


@dataclass(frozen=True, slots=True)
class TermShare:
    """What one term gave to a score."""

    term: str
    share: float


@dataclass(frozen=True, slots=True)
class ThreadEvidence:
    """A question like this one: its score, its last answer in seconds since 1970, and who answered."""

    key: int
    score: float
    people: tuple[int, ...]
    at: float | None = None
    shares: tuple[TermShare, ...] = ()


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
    """All that ranking needs to know of the texts; plain values, so that ranking is a pure function."""

    threads: Sequence[ThreadEvidence] = ()
    profiles: Mapping[int, ProfileEvidence] = field(default_factory=dict)
    history: History = field(default_factory=History)


def gather(
    questions: Snapshot,
    experts: Snapshot,
    text: str,
    audience: Iterable[str],
    thesaurus: Thesaurus,
    without: int | None,
) -> Evidence:
    """The evidence on a text that a reader with this audience may be shown; `without` leaves one question out."""
    tokens = tuple(audience)
    terms = weighted_terms(text, thesaurus)
    return Evidence(
        threads=_threads(questions, terms, tokens, without),
        profiles=_profiles(experts, terms, tokens),
        history=_history(questions, tokens),
    )


def _threads(
    snapshot: Snapshot, terms: Mapping[str, float], audience: Iterable[str], without: int | None
) -> list[ThreadEvidence]:
    visible = snapshot.visible_to(audience)
    if without is not None:
        visible &= snapshot.facts.keys != without
    scores = score(snapshot, DISCUSSION, terms, visible)
    facts = snapshot.facts
    found = []
    for number in scores.best(RANKING.threads):
        first, last = np.searchsorted(facts.answer_document, [number, number + 1])
        times = facts.answer_at[first:last]
        times = times[~np.isnan(times)]
        people = tuple(dict.fromkeys(int(person) for person in facts.answer_person[first:last]))
        shares = tuple(TermShare(*share) for share in scores.of(int(number))[:8])
        at = float(times.max()) if len(times) else None
        found.append(ThreadEvidence(int(facts.keys[number]), float(scores.total[number]), people, at, shares))
    return found


def _profiles(snapshot: Snapshot, terms: Mapping[str, float], audience: Iterable[str]) -> dict[int, ProfileEvidence]:
    scores = score(snapshot, PROFILE, terms, snapshot.visible_to(audience))
    shares: dict[int, list[TermShare]] = {}
    for term, (documents, values) in scores.shares.items():
        for number, value in zip(documents.tolist(), values.tolist(), strict=True):
            shares.setdefault(number, []).append(TermShare(term, value))
    keys = snapshot.facts.keys
    return {
        int(keys[number]): ProfileEvidence(int(keys[number]), tuple(sorted(found, key=lambda each: -each.share)))
        for number, found in shares.items()
    }


def _history(snapshot: Snapshot, audience: Iterable[str]) -> History:
    facts = snapshot.facts
    seen = snapshot.visible_to(audience)[facts.answer_document]
    return History(facts.answer_person[seen], facts.answer_at[seen])
