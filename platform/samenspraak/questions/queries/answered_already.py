"""Questions that proved answered before they were asked: per person, and how many in all."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from sqlalchemy import func, select

from samenspraak.core.db import Session
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.kept import AnsweredAlready, KeptDraft
from samenspraak.questions.models.question import Question
from samenspraak.questions.visibility import is_visible_to


@dataclasses.dataclass(frozen=True)
class AnsweredRow:
    """An own question that proved answered: what was asked (empty once that is forgotten), and where it stands."""

    id: int
    asking: str
    question_id: int
    answer_id: int | None
    title: str
    at: dt.datetime


@dataclasses.dataclass(frozen=True)
class Outcomes:
    """Of all who began a question: how many found the answer, and how many asked."""

    answered_already: int
    asked: int

    @property
    def share(self) -> int:
        """What percentage found the answer before asking; 0 when nobody began."""
        return round(100 * self.answered_already / (self.answered_already + self.asked)) if self.answered_already else 0


def answered_of(session: Session, viewer: Viewer, limit: int = 10) -> Sequence[AnsweredRow]:
    """Return which of someone's questions proved answered, the last one first, as far as they still see the answer."""
    rows = session.execute(
        select(AnsweredAlready, Question.title, KeptDraft.title)
        .join(Question, Question.id == AnsweredAlready.question_id)
        .outerjoin(
            KeptDraft,
            (KeptDraft.key == AnsweredAlready.draft_key) & (KeptDraft.person_id == AnsweredAlready.person_id),
        )
        .where(AnsweredAlready.person_id == viewer.person_id, is_visible_to(viewer))
        .order_by(AnsweredAlready.at.desc(), AnsweredAlready.id.desc())
        .limit(limit)
    )
    return [
        AnsweredRow(each.id, asking or "", each.question_id, each.answer_id, title, each.at)
        for each, title, asking in rows
    ]


def outcomes_since(session: Session, since: dt.datetime) -> Outcomes:
    """Return what became of the questions that were begun since some moment."""
    found = select(func.count()).select_from(AnsweredAlready).where(AnsweredAlready.at >= since)
    asked = select(func.count()).select_from(Question).where(Question.asked_at >= since)
    return Outcomes(session.scalar(found) or 0, session.scalar(asked) or 0)
