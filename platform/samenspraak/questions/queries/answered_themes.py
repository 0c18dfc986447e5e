"""Themes to suggest for a profile: what its expert answered on, and does not name yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import case, func, select

from samenspraak.core.db import Session
from samenspraak.people.models.expert import DismissedTheme, ExpertTheme
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.answer import Acceptance, Answer
from samenspraak.questions.models.question import Question, QuestionTheme
from samenspraak.questions.visibility import answer_counts, is_visible_to
from samenspraak.themes.models import Theme

ACCEPTED_COUNTS = 2
SUGGESTED_FROM = 3
"""An answer counts once, an accepted one twice; a theme is suggested from three: say one accepted and one other."""

MOST_SUGGESTED = 3


@dataclass(frozen=True, slots=True)
class AnsweredTheme:
    """A theme that someone answered on, and how often."""

    slug: str
    label: str
    answers: int
    accepted: int


def themes_to_suggest(session: Session, viewer: Viewer) -> Sequence[AnsweredTheme]:
    """Return the themes that an expert could add to their own profile, the most answered first; three at most."""
    answers, accepted = func.count(Answer.id), func.count(Acceptance.answer_id)
    weight = func.sum(case((Acceptance.answer_id.is_not(None), ACCEPTED_COUNTS), else_=1))
    named = select(ExpertTheme.theme_id).where(ExpertTheme.person_id == viewer.person_id)
    dismissed = select(DismissedTheme.theme_id).where(DismissedTheme.person_id == viewer.person_id)
    rows = session.execute(
        select(Theme.slug, Theme.label, answers, accepted)
        .join(QuestionTheme, QuestionTheme.theme_id == Theme.id)
        .join(Question, Question.id == QuestionTheme.question_id)
        .join(Answer, Answer.question_id == Question.id)
        .outerjoin(Acceptance, Acceptance.answer_id == Answer.id)
        .where(Answer.author_id == viewer.person_id, answer_counts(), is_visible_to(viewer))
        .where(Theme.id.not_in(named), Theme.id.not_in(dismissed))
        .group_by(Theme.slug, Theme.label)
        .having(weight >= SUGGESTED_FROM)
        .order_by(weight.desc(), Theme.label)
        .limit(MOST_SUGGESTED)
    )
    return [AnsweredTheme(*row) for row in rows]
