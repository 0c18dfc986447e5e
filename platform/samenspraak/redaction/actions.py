"""Taking words out of a post and of every copy. Nobody can put them back."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import delete, select, update

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid, NotAllowed
from samenspraak.core.events import record
from samenspraak.knowledge.events import ArticleChanged
from samenspraak.knowledge.models.article import Article, ArticleRevision, ArticleSection
from samenspraak.moderation.kinds import PostKind
from samenspraak.moderation.posts import Post, find_post
from samenspraak.notifications.actions import tell
from samenspraak.notifications.models import Mail, NoticeKind
from samenspraak.people.rules import Viewer
from samenspraak.questions.actions.touching import touch_question
from samenspraak.questions.models.answer import Answer, Comment
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.questions import find_question
from samenspraak.redaction.copies import Held, copies_of, key_of
from samenspraak.redaction.events import TextRedacted
from samenspraak.redaction.models import Redaction
from samenspraak.redaction.queries import authors_of_post
from samenspraak.redaction.words import is_enough, is_telling, pattern_of

LONGEST_WORDS = 500
_QUESTIONS: dict[Any, Any] = {Question: Question.id, Answer: Answer.question_id, Comment: Comment.question_id}


def check_words(session: Session, viewer: Viewer, kind: PostKind, post_id: int, words: str, reason: str) -> Post:
    """Return the post that words are to be taken out of.

    Raises `Invalid` for "words" that are too few or do not stand in it, and for "reason" without one, or with the words
    in it: the reason stays.
    """
    if not viewer.is_moderator:
        raise NotAllowed
    post = find_post(session, viewer, kind, post_id)
    pattern = pattern_of(words)
    if not is_enough(words):
        raise Invalid("words", "words-too-few")
    if not any(pattern.search(text) for text in texts_of(session, kind, post_id)):
        raise Invalid("words", "words-not-there")
    if not reason.strip():
        raise Invalid("reason", "no-reason-to-redact")
    if pattern.search(reason):
        raise Invalid("reason", "reason-holds-words")
    return post


def redact(
    session: Session, viewer: Viewer, kind: PostKind, post_id: int, words: str, reason: str, now: dt.datetime
) -> Redaction:
    """Take words out of a post, what it said before, and all that was copied from it, for good.

    What is in the index, in free pages of the database and in mails in a folder goes after this transaction, by the
    worker. Who wrote the post is told, with the reason. Raises `Invalid` as `check_words` does.
    """
    post = check_words(session, viewer, kind, post_id, words, reason)
    find_question(session, viewer, post.question.id, to_change=True)
    held = list(copies_of(session, post.question.id, words))
    for each in held:
        _take_out(session, each)
    _tell_index(session, held)
    _name_anew(session, words)
    redaction = Redaction(
        post=kind, post_id=post_id, question_id=post.question.id, by_id=viewer.person_id, at=now, reason=reason.strip()
    )
    session.add(redaction)
    session.flush()
    authors = authors_of_post(session, kind, post_id)
    for person_id in sorted(authors - {viewer.person_id}):
        cause = f"redaction:{redaction.id}"
        tell(session, person_id, NoticeKind.TEXT_REDACTED, cause, actor_name="", now=now)
    mails = sorted({each.key for each in held if each.place.column.class_ is Mail})
    record(session, TextRedacted(redaction.id, tuple(mails)))
    after = {"question": post.question.id, "texts": len(held)}
    thing, key = (Thing.ANSWER, post_id) if kind is PostKind.ANSWER else (Thing.QUESTION, post.question.id)
    by, concerns, why = viewer.person_id, post.author_id, redaction.reason
    record_act(session, Act.TEXT_REDACTED, by, thing, key, now, concerns=concerns, after=after, reason=why)
    return redaction


def mark_cleansed(session: Session, redaction_ids: Iterable[int], now: dt.datetime) -> None:
    """Keep that no file holds the words any more."""
    which = Redaction.id.in_(list(redaction_ids)), Redaction.cleansed_at.is_(None)
    session.execute(update(Redaction).where(*which).values(cleansed_at=now))


def texts_of(session: Session, kind: PostKind, post_id: int) -> Sequence[str]:
    """Return what a post says, part by part."""
    if kind is PostKind.QUESTION:
        question = session.get_one(Question, post_id)
        return (question.title, question.body, question.closing_words)
    if kind is PostKind.ANSWER:
        answer = session.get_one(Answer, post_id)
        return (answer.body, answer.basis)
    return (session.get_one(Comment, post_id).body,)


def _take_out(session: Session, held: Held) -> None:
    table, key = held.place.column.class_, key_of(held.place)
    if held.place.drops:
        session.execute(delete(table).where(key == held.key))
    else:
        session.execute(update(table).where(key == held.key).values({held.place.column.key: held.text}))


def _tell_index(session: Session, held: Sequence[Held]) -> None:
    """Have what is found of the questions and articles that changed found anew."""
    for table, owner in _QUESTIONS.items():
        keys = {each.key for each in held if each.place.column.class_ is table}
        for question_id in sorted(session.scalars(select(owner).where(table.id.in_(keys)).distinct())):
            touch_question(session, question_id)
    revisions = {each.key for each in held if each.place.column.class_ is ArticleRevision}
    sections = {each.key for each in held if each.place.column.class_ is ArticleSection}
    of_sections = select(ArticleSection.revision_id).where(ArticleSection.id.in_(sections))
    which = ArticleRevision.id.in_(revisions) | ArticleRevision.id.in_(of_sections)
    for article_id in sorted(session.scalars(select(ArticleRevision.article_id).where(which).distinct())):
        session.execute(update(Article).where(Article.id == article_id).values(version=Article.version + 1))
        record(session, ArticleChanged(article_id))


def _name_anew(session: Session, words: str) -> None:
    """Give an article with the words in its address another one."""
    pattern = pattern_of(words)
    for article_id, slug in session.execute(select(Article.id, Article.slug)).all() if is_telling(words) else ():
        if pattern.search(slug):
            session.execute(update(Article).where(Article.id == article_id).values(slug=f"artikel-{article_id}"))
