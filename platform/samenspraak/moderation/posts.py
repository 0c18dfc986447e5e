"""What can be reported: a question, an answer or a comment, for someone who may see it."""

import dataclasses
from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.errors import NotFound
from samenspraak.moderation.kinds import PostKind
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.answer import Answer, Comment
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.questions import find_answer, find_question

_TABLES = (
    (PostKind.QUESTION, Question, Question.body),
    (PostKind.ANSWER, Answer, Answer.body),
    (PostKind.COMMENT, Comment, Comment.body),
)


@dataclasses.dataclass(frozen=True)
class Post:
    """What someone wrote, and the question that it is, or stands under."""

    kind: PostKind
    id: int
    question: Question
    text: str
    author_id: int


def find_post(session: Session, viewer: Viewer, kind: PostKind, post_id: int) -> Post:
    """Return a post; `NotFound` also when someone may not see it."""
    return _FINDERS[kind](session, viewer, post_id)


def texts_of(session: Session, posts: Collection[tuple[PostKind, int]]) -> dict[tuple[PostKind, int], str]:
    """Return what some posts say; for moderators only: nothing is left out. One statement for each kind of post."""
    found: dict[tuple[PostKind, int], str] = {}
    for kind, table, text in _TABLES:
        ids = [post_id for each, post_id in posts if each is kind]
        rows = session.execute(select(table.id, text).where(table.id.in_(ids)))
        found |= {(kind, post_id): words for post_id, words in rows}
    return found


def _question(session: Session, viewer: Viewer, post_id: int) -> Post:
    question = find_question(session, viewer, post_id)
    return Post(PostKind.QUESTION, post_id, question, question.body, question.asker_id)


def _answer(session: Session, viewer: Viewer, post_id: int) -> Post:
    question, answer = find_answer(session, viewer, post_id)
    return Post(PostKind.ANSWER, post_id, question, answer.body, answer.author_id)


def _comment(session: Session, viewer: Viewer, post_id: int) -> Post:
    comment = session.get(Comment, post_id)
    if comment is None:
        raise NotFound
    if comment.answer_id is None:
        question = find_question(session, viewer, comment.question_id)
    else:
        question, _answer = find_answer(session, viewer, comment.answer_id)
    return Post(PostKind.COMMENT, post_id, question, comment.body, comment.author_id)


_FINDERS: Mapping[PostKind, Callable[[Session, Viewer, int], Post]] = MappingProxyType(
    {PostKind.QUESTION: _question, PostKind.ANSWER: _answer, PostKind.COMMENT: _comment}
)
