"""What one person answered, as far as someone may see the questions."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from sqlalchemy import exists, func, select
from sqlalchemy.orm import selectinload

from samenspraak.core.db import Session
from samenspraak.people.rules import Viewer
from samenspraak.questions.kinds import Standing
from samenspraak.questions.models.answer import Acceptance, Answer, CoAuthor
from samenspraak.questions.models.question import Question
from samenspraak.questions.visibility import answer_counts, is_visible_to


@dataclasses.dataclass(frozen=True)
class Contribution:
    """An answer, under the question that it belongs to."""

    question_id: int
    title: str
    themes: tuple[str, ...]
    body: str
    standing: Standing
    answered_at: dt.datetime
    is_accepted: bool


@dataclasses.dataclass(frozen=True)
class Contributions:
    """How many answers someone gave, how many were accepted, and the latest."""

    total: int
    accepted: int
    latest: Sequence[Contribution]


def contributions_of(session: Session, viewer: Viewer, author_id: int, most: int) -> Contributions:
    """Return what a person answered, or signed, where `viewer` may see it; what is not seen is not counted."""
    accepted = exists().where(Acceptance.answer_id == Answer.id)
    seen = select(Answer.id).join(Question, Question.id == Answer.question_id)
    signed = select(CoAuthor.answer_id).where(CoAuthor.person_id == author_id, CoAuthor.agreed_at.is_not(None))
    by_them = (Answer.author_id == author_id) | Answer.id.in_(signed)
    seen = seen.where(by_them, answer_counts(), is_visible_to(viewer))
    total, helped = session.execute(
        select(func.count(), func.count(Acceptance.answer_id))
        .select_from(Answer)
        .outerjoin(Acceptance, Acceptance.answer_id == Answer.id)
        .where(Answer.id.in_(seen))
    ).one()
    latest = session.execute(
        select(Answer, Question, accepted)
        .join(Question, Question.id == Answer.question_id)
        .where(Answer.id.in_(seen))
        .order_by(Answer.answered_at.desc(), Answer.id.desc())
        .limit(most)
        .options(selectinload(Question.themes))
    )
    return Contributions(total, helped, [_contribution(*row) for row in latest])


def _contribution(answer: Answer, question: Question, is_accepted: bool) -> Contribution:  # noqa: FBT001 - a column
    return Contribution(
        question_id=question.id,
        title=question.title,
        themes=tuple(theme.label for theme in question.themes),
        body=answer.body,
        standing=answer.standing,
        answered_at=answer.answered_at,
        is_accepted=is_accepted,
    )
