"""Whether accepted answers were used: of one question, of one expert, and over all."""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import joinedload

from samenspraak.core.db import Session
from samenspraak.core.errors import NotFound
from samenspraak.core.half_years import Half, half_of
from samenspraak.people.rules import Viewer
from samenspraak.questions.kinds import Use
from samenspraak.questions.models.answer import Acceptance, Answer, CoAuthor
from samenspraak.questions.models.impact import Impact
from samenspraak.questions.models.kept import AnsweredAlready
from samenspraak.questions.models.question import Question, QuestionTheme
from samenspraak.themes.models import Theme

MOST_WAITING = 25


@dataclasses.dataclass(frozen=True)
class ToldUse:
    """What was said of the use of an answer; without `used` it was asked and not told yet."""

    answer_id: int
    used: Use | None
    words: str
    told_at: dt.datetime | None


@dataclasses.dataclass(frozen=True)
class UseToTell:
    """A question whose asker was asked whether the accepted answer was used, and has not said."""

    question_id: int
    answer_id: int
    title: str
    asked_at: dt.datetime


@dataclasses.dataclass
class UseCounts:
    """How many askers were asked, and what they said; `already` found their answer before they asked."""

    asked: int = 0
    yes: int = 0
    partly: int = 0
    no: int = 0
    already: int = 0

    @property
    def told(self) -> int:
        """How many said something."""
        return self.yes + self.partly + self.no

    def count(self, used: Use | None, number: int = 1) -> None:
        """Add so many who were asked, and what they said."""
        self.asked += number
        if used is not None:
            setattr(self, used.value, getattr(self, used.value) + number)


@dataclasses.dataclass(frozen=True)
class UseFigures:
    """Counts in all, by half year (newest first), and by theme within each (by label)."""

    total: UseCounts
    half_years: Sequence[tuple[Half, UseCounts]]
    themes: Sequence[tuple[Half, str, UseCounts]]


def use_of(session: Session, question_id: int) -> ToldUse | None:
    """Return what was said of the use of a question's answer; None when nobody was asked."""
    impact = session.get(Impact, question_id)
    return ToldUse(impact.answer_id, impact.used, impact.words, impact.told_at) if impact else None


def accepted_answer(session: Session, question_id: int) -> Answer:
    """Return the accepted answer of a question with its author; `NotFound` when there is none."""
    accepted = select(Answer).join(Acceptance, Acceptance.answer_id == Answer.id).options(joinedload(Answer.author))
    answer = session.scalar(accepted.where(Acceptance.question_id == question_id))
    if answer is None:
        raise NotFound
    return answer


def uses_to_tell(session: Session, viewer: Viewer) -> list[UseToTell]:
    """Return the own questions of which someone was asked about the use of the answer, the longest waiting first."""
    if viewer.person_id is None:
        return []
    rows = session.execute(
        select(Question.id, Acceptance.answer_id, Question.title, Impact.asked_at)
        .join(Impact, Impact.question_id == Question.id)
        .join(Acceptance, Acceptance.question_id == Question.id)
        .where(Question.asker_id == viewer.person_id, Impact.used.is_(None))
        .order_by(Impact.asked_at, Question.id)
        .limit(MOST_WAITING)
    )
    return [UseToTell(*row) for row in rows]


def use_of_answers_by(session: Session, person_id: int) -> UseCounts:
    """Return what askers said of the answers that someone wrote or signed; `already` found one before they asked."""
    counts = UseCounts()
    signed = _signed_by(person_id)
    said = select(Impact.used, func.count()).join(Answer, Answer.id == Impact.answer_id).where(signed)
    for used, number in session.execute(said.group_by(Impact.used)):
        counts.count(used, number)
    found = select(func.count()).select_from(AnsweredAlready).join(Answer, Answer.id == AnsweredAlready.answer_id)
    counts.already = session.scalar(found.where(signed)) or 0
    return counts


def use_figures(session: Session) -> UseFigures:
    """Return all figures, by the half year in which was asked or found; a question counts under each of its themes."""
    asked = list(session.execute(select(Impact.question_id, Impact.asked_at, Impact.used)))
    found = list(session.execute(select(AnsweredAlready.question_id, AnsweredAlready.at)))
    labels = _themes_of(session)
    total, halves, themes = UseCounts(), dict[Half, UseCounts](), dict[tuple[Half, str], UseCounts]()
    for question_id, at, used in asked:
        for counts in _places(total, halves, themes, half_of(at), labels.get(question_id, ())):
            counts.count(used)
    for question_id, at in found:
        for counts in _places(total, halves, themes, half_of(at), labels.get(question_id, ())):
            counts.already += 1
    return UseFigures(total, sorted(halves.items(), key=lambda each: each[0], reverse=True), _by_theme(themes))


def _places(
    total: UseCounts,
    halves: dict[Half, UseCounts],
    themes: dict[tuple[Half, str], UseCounts],
    half: Half,
    labels: Iterable[str],
) -> Iterable[UseCounts]:
    yield total
    yield halves.setdefault(half, UseCounts())
    for label in labels:
        yield themes.setdefault((half, label), UseCounts())


def _by_theme(themes: dict[tuple[Half, str], UseCounts]) -> list[tuple[Half, str, UseCounts]]:
    rows = [(half, label, counts) for (half, label), counts in themes.items()]
    return sorted(rows, key=lambda row: (-row[0].year, -row[0].number, row[1]))


def _themes_of(session: Session) -> dict[int, list[str]]:
    """Return the labels of the themes of every question that counts, by question."""
    counted = select(Impact.question_id).union(select(AnsweredAlready.question_id))
    rows = session.execute(
        select(QuestionTheme.question_id, Theme.label)
        .join(Theme, Theme.id == QuestionTheme.theme_id)
        .where(QuestionTheme.question_id.in_(counted))
    )
    found: dict[int, list[str]] = {}
    for question_id, label in rows:
        found.setdefault(question_id, []).append(label)
    return found


def _signed_by(person_id: int) -> ColumnElement[bool]:
    signed = select(CoAuthor.answer_id).where(CoAuthor.person_id == person_id, CoAuthor.agreed_at.is_not(None))
    return or_(Answer.author_id == person_id, Answer.id.in_(signed))
