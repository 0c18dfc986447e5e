"""Experts in the order of what they answered."""

from sqlalchemy import func, select

from samenspraak.core.keyset import Key
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.answer import Acceptance, Answer
from samenspraak.questions.models.question import Question
from samenspraak.questions.visibility import answer_counts, is_visible_to


def most_accepted_first(viewer: Viewer) -> Key:
    """Return the key by which experts come first of whom most answers were accepted, of those that one may see."""
    accepted = (
        select(func.count())
        .select_from(Acceptance)
        .join(Answer, Answer.id == Acceptance.answer_id)
        .join(Question, Question.id == Answer.question_id)
        .where(Answer.author_id == ExpertProfile.person_id, answer_counts(), is_visible_to(viewer))
        .correlate(ExpertProfile)
    )
    return Key(accepted.scalar_subquery(), int, descending=True)
