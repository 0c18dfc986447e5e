"""What experts said is not their subject, and how alike that is to a question: reads for the rule "niet mijn vak"."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import contains_eager

from samenspraak.core.db import Session
from samenspraak.matching.likeness import likeness
from samenspraak.matching.models import NotMySubject
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.themes import themes_of
from samenspraak.questions.visibility import is_visible_to
from samenspraak.themes.models import Theme

MOST_READ = 1_000


@dataclass(frozen=True, slots=True)
class OwnRefusal:
    """A question of which an expert said that it is not their subject; without `title` they may not see it any more."""

    question_id: int
    title: str
    themes: tuple[Theme, ...]
    since: dt.datetime


def refused_alike(session: Session, viewer: Viewer, question: Question) -> Mapping[int, Mapping[int, float]]:
    """Return for each expert how alike the questions that they refused are to this one.

    Only questions that the viewer may see are looked at, as in all of matching; the latest thousand of them.
    """
    refused = (
        select(NotMySubject)
        .join(NotMySubject.question)
        .where(NotMySubject.question_id != question.id, is_visible_to(viewer))
        .order_by(NotMySubject.since.desc(), NotMySubject.question_id.desc())
        .limit(MOST_READ)
        .options(contains_eager(NotMySubject.question).selectinload(Question.themes))
    )
    rows = session.scalars(refused).all()
    own, text = themes_of(session, question.id), f"{question.title}\n{question.body}"
    alike: dict[int, float] = {}
    found: dict[int, dict[int, float]] = defaultdict(dict)
    for row in rows:
        if row.question_id not in alike:
            other = row.question
            slugs = [theme.slug for theme in other.themes]
            alike[row.question_id] = likeness(text, own, f"{other.title}\n{other.body}", slugs)
        found[row.person_id][row.question_id] = alike[row.question_id]
    return found


def own_refusals(session: Session, viewer: Viewer) -> Sequence[OwnRefusal]:
    """Return what an expert said is not their subject, the latest first.

    A question that they may not see any more comes without its title and themes.
    """
    visible = is_visible_to(viewer)
    rows = session.execute(
        select(NotMySubject, visible)
        .join(NotMySubject.question)
        .where(NotMySubject.person_id == viewer.person_id)
        .order_by(NotMySubject.since.desc(), NotMySubject.question_id.desc())
        .options(contains_eager(NotMySubject.question).selectinload(Question.themes))
    )
    return [
        OwnRefusal(
            question_id=row.question_id,
            title=row.question.title if is_visible else "",
            themes=tuple(row.question.themes) if is_visible else (),
            since=row.since,
        )
        for row, is_visible in rows
    ]


def count_own_refusals(session: Session, viewer: Viewer) -> int:
    """Return of how many questions an expert said that they are not their subject."""
    found = select(func.count()).select_from(NotMySubject).where(NotMySubject.person_id == viewer.person_id)
    return session.scalar(found) or 0
