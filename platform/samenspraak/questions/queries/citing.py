"""Which answers cite a source: only what someone may see."""

import dataclasses
from collections.abc import Sequence

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.citation import AnswerCitation
from samenspraak.questions.models.question import Question
from samenspraak.questions.visibility import answer_is_visible_to, is_visible_to

MOST_SHOWN = 50


@dataclasses.dataclass(frozen=True)
class CitedIn:
    """An answer that cites something, and which paragraphs of it."""

    question_id: int
    answer_id: int
    title: str
    paragraphs: tuple[str, ...]


def cited_in(session: Session, viewer: Viewer, source_id: int, article: str) -> Sequence[CitedIn]:
    """Return the newest answers that cite an article, or without article the whole of a source."""
    rows = session.execute(
        select(Question.id, Answer.id, Question.title, AnswerCitation.paragraph)
        .join(Answer, Answer.id == AnswerCitation.answer_id)
        .join(Question, Question.id == Answer.question_id)
        .where(AnswerCitation.source_id == source_id, AnswerCitation.article == article)
        .where(is_visible_to(viewer), answer_is_visible_to(viewer))
        .order_by(Answer.id.desc(), AnswerCitation.id)
        .limit(MOST_SHOWN * 4)
    )
    found: dict[tuple[int, int, str], list[str]] = {}
    for question_id, answer_id, title, paragraph in rows:
        found.setdefault((question_id, answer_id, title), []).extend([paragraph] if paragraph else [])
    return [CitedIn(*key, tuple(paragraphs)) for key, paragraphs in list(found.items())[:MOST_SHOWN]]
