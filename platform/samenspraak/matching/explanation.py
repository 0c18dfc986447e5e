"""Why an expert was proposed: the reasons are drawn from what really scored and from nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samenspraak.matching.profile_words import profile_words
from samenspraak.search.evidence import Evidence

MOST_THREADS = 3


@dataclass(frozen=True, slots=True)
class AnsweredBefore:
    """The expert answered a question like this one."""

    question_id: int
    title: str
    accepted: bool


@dataclass(frozen=True, slots=True)
class ProfileNames:
    """The expert's profile names words of the question, as they are spelled there."""

    words: tuple[str, ...]


Reason = AnsweredBefore | ProfileNames


def reasons_for(
    evidence: Evidence, person: int, threads: Sequence[int], profile: str, answers: Mapping[int, AnsweredBefore]
) -> tuple[Reason, ...]:
    """Return the reasons for one expert, strongest thread first, then the profile.

    `threads` are the questions that voted; only those in `answers`, which the viewer may see, are named.
    """
    before = [answers[key] for key in threads if key in answers][:MOST_THREADS]
    found = evidence.profiles.get(person)
    words = profile_words(profile, found.shares) if found else ()
    return (*before, *([ProfileNames(words)] if words else []))
