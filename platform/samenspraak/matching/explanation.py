"""Why an expert was proposed: the reasons are drawn from the parts of the score and from nothing else."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from samenspraak.matching.asked import Asked, read_question
from samenspraak.matching.common_words import CommonWord, Line, common_words_in
from samenspraak.matching.parts import Part, ProfileTerm, RefusedSubject, StandsIn, ThemePoints, Vote
from samenspraak.matching.telling import telling_threads
from samenspraak.matching.weights import TELLING
from samenspraak.search.evidence import Evidence
from samenspraak.search.thesaurus import Thesaurus


@dataclass(frozen=True, slots=True)
class AnsweredBefore:
    """The expert answered a question like this one; `answer_id` is the answer to look at."""

    question_id: int
    title: str
    accepted: bool
    answer_id: int


@dataclass(frozen=True, slots=True)
class ProfileNames:
    """The expert's profile names words of the question, told as the asker wrote them."""

    common_words: tuple[CommonWord, ...]


@dataclass(frozen=True, slots=True)
class KnowsTheme:
    """The expert lists a theme of the question."""

    label: str


@dataclass(frozen=True, slots=True)
class FaintlyAlike:
    """Something scored, and nothing of it tells a reader anything."""


@dataclass(frozen=True, slots=True)
class StandsInFor:
    """The expert was named by someone who fits and is away, up to and including `last_day`."""

    absent: str
    last_day: date


Reason = AnsweredBefore | ProfileNames | KnowsTheme | FaintlyAlike | StandsInFor


@dataclass(frozen=True)
class Subject:
    """What a question is about, for who tells why: its words, what too many profiles share, and the threads near it."""

    asked: Asked = field(default_factory=Asked)
    common: frozenset[str] = frozenset()
    threads: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Profile:
    """What an expert's profile says, line by line, and the label of each of its themes by slug."""

    lines: tuple[Line, ...] = ()
    themes: Mapping[str, str] = field(default_factory=dict)


def subject_of(text: str, thesaurus: Thesaurus, evidence: Evidence) -> Subject:
    """Return what a question is about, once for all its experts."""
    return Subject(read_question(text, thesaurus), _common(evidence), telling_threads(evidence))


def reasons_for(
    parts: Sequence[Part],
    subject: Subject,
    profile: Profile,
    answers: Mapping[int, AnsweredBefore],
    names: Mapping[int, str] = MappingProxyType({}),
) -> tuple[Reason, ...]:
    """Return the reasons for one expert: for whom they stand in, strongest thread, then themes and profile.

    Only questions in `answers`, which the viewer may see, are named; `names` are of those who are stood in for.
    """
    voted = [part.question_id for part in parts if isinstance(part, Vote)]
    before = [answers[key] for key in voted if key in answers and key in subject.threads]
    themes = [
        profile.themes[part.slug] for part in parts if isinstance(part, ThemePoints) and part.slug in profile.themes
    ]
    points = points_by_term(parts)
    common_words = common_words_in(profile.lines, points, subject.asked, subject.common) if points else ()
    found: tuple[Reason, ...] = (
        *(StandsInFor(names.get(part.person, ""), part.last_day) for part in parts if isinstance(part, StandsIn)),
        *before[: TELLING.most_threads],
        *map(KnowsTheme, themes),
        *([ProfileNames(common_words)] if common_words else []),
    )
    speaking = [part for part in parts if not isinstance(part, RefusedSubject)]
    return found or ((FaintlyAlike(),) if speaking else ())


def points_by_term(parts: Sequence[Part]) -> dict[str, float]:
    """Return what each word of a profile gave."""
    return {part.term: part.points for part in parts if isinstance(part, ProfileTerm)}


def _common(evidence: Evidence) -> frozenset[str]:
    """The terms that tell nobody apart, since too many of the profiles that were found have them."""
    profiles = evidence.profiles.values()
    if len(profiles) < TELLING.fewest_profiles:
        return frozenset()
    having = Counter(share.term for each in profiles for share in each.shares)
    return frozenset(term for term, number in having.items() if number > TELLING.common * len(profiles))
