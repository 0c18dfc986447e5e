"""On which themes the answers of experts were accepted: facts, counted over what someone may see."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select, union

from samenspraak.core.db import Session
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.answer import Acceptance, Answer, CoAuthor
from samenspraak.questions.models.question import Question, QuestionTheme
from samenspraak.questions.visibility import answer_counts, is_visible_to
from samenspraak.themes.models import Theme


@dataclass(frozen=True, slots=True)
class Endorsement:
    """How many answers on a theme were accepted."""

    slug: str
    label: str
    accepted: int


def endorsements_of(
    session: Session, viewer: Viewer, person_ids: Collection[int]
) -> Mapping[int, tuple[Endorsement, ...]]:
    """Return for each person how many of their answers, alone or with others, were accepted by theme; most first."""
    wrote = union(
        select(Answer.id.label("answer_id"), Answer.author_id.label("person_id")).where(
            Answer.author_id.in_(person_ids)
        ),
        select(CoAuthor.answer_id, CoAuthor.person_id).where(
            CoAuthor.person_id.in_(person_ids), CoAuthor.agreed_at.is_not(None)
        ),
    ).subquery()
    number = func.count()
    rows = session.execute(
        select(wrote.c.person_id, Theme.slug, Theme.label, number)
        .select_from(wrote)
        .join(Acceptance, Acceptance.answer_id == wrote.c.answer_id)
        .join(Answer, Answer.id == wrote.c.answer_id)
        .join(Question, Question.id == Answer.question_id)
        .join(QuestionTheme, QuestionTheme.question_id == Question.id)
        .join(Theme, Theme.id == QuestionTheme.theme_id)
        .where(is_visible_to(viewer), answer_counts())
        .group_by(wrote.c.person_id, Theme.slug, Theme.label)
        .order_by(number.desc(), Theme.label)
    )
    found: dict[int, list[Endorsement]] = defaultdict(list)
    for person, slug, label, accepted in rows:
        found[person].append(Endorsement(slug, label, accepted))
    return {person: tuple(given) for person, given in found.items()}
