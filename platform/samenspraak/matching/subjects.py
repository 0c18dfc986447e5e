"""What experts said is not their subject, and how alike that is to a question: reads for the rule "niet mijn vak"."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import contains_eager

from samenspraak.core.db import Session
from samenspraak.matching.likeness import likeness
from samenspraak.matching.models import NotMySubject
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.themes import themes_of
from samenspraak.questions.visibility import is_visible_to


@dataclass(frozen=True, slots=True)
class OwnRefusal:
    """A question of which an expert said that it is not their subject; without `title` they may not see it any more."""

    question_id: int
    title: str
    themes: tuple[str, ...]
    since: object


def refused_alike(
    session: Session, viewer: Viewer, question: Question, only: Collection[int] | None = None
) -> Mapping[int, Mapping[int, float]]:
    """Return for each expert (of `only`) how alike the questions that they refused are to this one.

    Only questions that the viewer may see are looked at, as in all of matching.
    """
    refused = (
        select(NotMySubject)
        .join(NotMySubject.question)
        .where(NotMySubject.question_id != question.id, is_visible_to(viewer))
        .options(contains_eager(NotMySubject.question).selectinload(Question.themes))
    )
    if only is not None:
        refused = refused.where(NotMySubject.person_id.in_(only))
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
