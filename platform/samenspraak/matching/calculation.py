"""The whole calculation of one expert's score: every part, in words that a moderator can check, and a total."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from samenspraak.dutch.analysis import analyse
from samenspraak.matching.asked import Asked
from samenspraak.matching.explanation import AnsweredBefore, Profile
from samenspraak.matching.parts import Part, ProfileTerm, RefusedSubject, StandsIn, ThemePoints, Vote
from samenspraak.matching.shown_points import shown_points


@dataclass(frozen=True, slots=True)
class Talk:
    """An earlier question that the expert answered."""

    answered: AnsweredBefore
    points: int


@dataclass(frozen=True, slots=True)
class OtherTalks:
    """All questions that the reader may not see or that are gone: together, without a title or a number."""

    points: int


@dataclass(frozen=True, slots=True)
class Word:
    """An index term that question and profile share, as each of them spells it; empty where a spelling is not there.

    `is_part`: the term is only a part of the word that the profile has.
    """

    term: str
    asked: str
    found: str
    anchor: str
    is_part: bool
    points: int


@dataclass(frozen=True, slots=True)
class KnownTheme:
    """A theme of the question that the profile lists."""

    label: str
    points: int


@dataclass(frozen=True, slots=True)
class Active:
    """The expert answered lately."""

    points: int
    is_activity: bool = True


@dataclass(frozen=True, slots=True)
class Refused:
    """The expert said of this question, which is like it, that it is not their subject; the points are below zero."""

    refused_id: int
    title: str
    points: int


@dataclass(frozen=True, slots=True)
class Substitutes:
    """The expert stands in for someone who is away, up to that person's points."""

    absent: str
    last_day: date
    points: int


Row = Talk | OtherTalks | Word | KnownTheme | Active | Refused | Substitutes


@dataclass(frozen=True, slots=True)
class Known:
    """What the reader may see of what the parts refer to: answers and titles by question, names by person."""

    answers: Mapping[int, AnsweredBefore] = field(default_factory=dict)
    titles: Mapping[int, str] = field(default_factory=dict)
    names: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Calculation:
    """The rows of a score, and the total that they add up to."""

    rows: tuple[Row, ...]
    total: int


def calculate(parts: Sequence[Part], asked: Asked, profile: Profile, known: Known) -> Calculation:
    """Return the rows in the order of the parts."""
    hidden = [part for part in parts if isinstance(part, Vote) and part.question_id not in known.answers]
    seen = [part for part in parts if part not in hidden]
    *points, rest = shown_points([*(part.points for part in seen), sum(part.points for part in hidden)])
    spellings = _spellings(profile)
    rows = [_row(part, number, asked, profile, spellings, known) for part, number in zip(seen, points, strict=True)]
    if hidden:
        rows.append(OtherTalks(rest))
    return Calculation(tuple(rows), sum(row.points for row in rows))


def _row(
    part: Part,
    points: int,
    asked: Asked,
    profile: Profile,
    spellings: Mapping[str, tuple[str, str, bool]],
    known: Known,
) -> Row:
    match part:
        case Vote():
            return Talk(known.answers[part.question_id], points)
        case ProfileTerm():
            found, anchor, is_part = spellings.get(part.term, ("", "", False))
            return Word(part.term, _asked_for(part.term, asked), found, anchor, is_part, points)
        case ThemePoints():
            return KnownTheme(profile.themes.get(part.slug, part.slug), points)
        case RefusedSubject() | StandsIn():
            return _correction(part, points, known)
        case _:
            return Active(points)


def _correction(part: RefusedSubject | StandsIn, points: int, known: Known) -> Row:
    if isinstance(part, RefusedSubject):
        return Refused(part.question_id, known.titles.get(part.question_id, ""), points)
    return Substitutes(known.names.get(part.person, ""), part.last_day, points)


def _asked_for(term: str, asked: Asked) -> str:
    """What the asker wrote for a term: the word itself, or that of which it is a synonym."""
    if term in asked.words:
        return asked.words[term].written
    return next((each.written for each in asked.phrases if term in each.phrase), "")


def _spellings(profile: Profile) -> dict[str, tuple[str, str, bool]]:
    """For each term how the profile spells the word that has it, and where; a word by itself before a compound."""
    found: dict[str, tuple[str, str, bool]] = {}
    for extra in (True, False):
        for line in reversed(profile.lines):
            found |= {
                token.text: (token.surface, line.anchor, extra) for token in analyse(line.text) if token.extra is extra
            }
    return found
