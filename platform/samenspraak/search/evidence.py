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
from samenspraak.search.terms import weighted_terms
from samenspraak.search.thesaurus import Thesaurus
from samenspraak.search.view import View


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
    questions: View,
    experts: View,
    text: str,
    thesaurus: Thesaurus,
    without: int | None,
) -> Evidence:
    """The evidence on a text in what a reader may be shown; `without` leaves one question out."""
    terms = weighted_terms(text, thesaurus)
    return Evidence(
        threads=_threads(questions, terms, without),
        profiles=_profiles(experts, terms),
        history=_history(questions),
    )


def _threads(view: View, terms: Mapping[str, float], without: int | None) -> list[ThreadEvidence]:
    scores = score(view, DISCUSSION, terms)
    if without is not None:
        scores.total[view.with_keys([without])] = 0
    facts = view.facts
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


def _profiles(view: View, terms: Mapping[str, float]) -> dict[int, ProfileEvidence]:
    scores = score(view, PROFILE, terms)
    shares: dict[int, list[TermShare]] = {}
    for term, (documents, values) in scores.shares.items():
        for number, value in zip(documents.tolist(), values.tolist(), strict=True):
            shares.setdefault(number, []).append(TermShare(term, value))
    keys = view.facts.keys
    return {
        int(keys[number]): ProfileEvidence(int(keys[number]), tuple(sorted(found, key=lambda each: -each.share)))
        for number, found in shares.items()
    }


def _history(view: View) -> History:
    facts = view.facts
    seen = view.visible[facts.answer_document]
    return History(facts.answer_person[seen], facts.answer_at[seen])
