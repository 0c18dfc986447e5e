"""Writing what an article says: the revision, and what it cites."""

import datetime as dt

from sqlalchemy import delete, exists, insert, select

from samenspraak.core.db import Session
from samenspraak.core.events import record
from samenspraak.knowledge.events import ArticleChanged
from samenspraak.knowledge.models.article import Article, ArticleCitation, ArticleRevision, ArticleSection
from samenspraak.knowledge.models.reading import ArticleReview
from samenspraak.knowledge.texts import ArticleText
from samenspraak.questions.edits import is_small_edit
from samenspraak.sources.marking import citations_of
from samenspraak.sources.queries import resolve


def write_revision(
    session: Session, article: Article, by_id: int, text: ArticleText, reason: str, now: dt.datetime
) -> None:
    """Have the newest text of an article be this one.

    Whoever goes on within minutes writes in the same revision, unless others had it before them already.
    """
    last = session.scalar(
        select(ArticleRevision).where(
            ArticleRevision.article_id == article.id, ArticleRevision.number == article.current
        )
    )
    if last is not None and _goes_on(session, article, last, by_id, now):
        session.execute(delete(ArticleSection).where(ArticleSection.revision_id == last.id))
        session.expire(last, ["sections"])
        last.title, last.summary, last.reason = text.title, text.summary, reason or last.reason
        _add_sections(session, last, text)
        keep_citations(session, article.id, text)
        return
    article.current = article.current + 1 if last else 1
    add_revision(session, article, by_id, text, reason, now)


def add_revision(
    session: Session, article: Article, by_id: int, text: ArticleText, reason: str, now: dt.datetime
) -> None:
    """Add the revision that the number of an article's newest text names."""
    revision = ArticleRevision(
        article_id=article.id,
        number=article.current,
        title=text.title,
        summary=text.summary,
        written_by_id=by_id,
        written_at=now,
        reason=reason,
    )
    session.add(revision)
    session.flush()
    _add_sections(session, revision, text)
    keep_citations(session, article.id, text)


def keep_citations(session: Session, article_id: int, text: ArticleText) -> None:
    """Keep what an article cites now. What it cited already keeps its version: that is what was read then."""
    found = resolve(session, citations_of(text.summary, *(each.body for each in text.sections)))
    cited = {(part.source_id, part.article, part.paragraph): part for part in found.values()}
    rows = session.scalars(select(ArticleCitation).where(ArticleCitation.article_id == article_id)).all()
    known = {(row.source_id, row.place, row.paragraph): row for row in rows}
    for place, row in known.items():
        if place not in cited:
            session.delete(row)
    new = [
        ArticleCitation(
            article_id=article_id,
            source_id=part.source_id,
            version_id=part.version_id,
            place=part.article,
            paragraph=part.paragraph,
        )
        for place, part in cited.items()
        if place not in known
    ]
    session.add_all(new)
    session.flush()


def touch_article(session: Session, article: Article) -> None:
    """Give an article its next version, and record that what is found of it changed."""
    article.version += 1
    session.flush()
    record(session, ArticleChanged(article.id))


def _goes_on(session: Session, article: Article, last: ArticleRevision, by_id: int, now: dt.datetime) -> bool:
    is_small = is_small_edit(now - last.written_at, is_same_writer=last.written_by_id == by_id)
    if not is_small or article.published == last.number:
        return False
    was_laid = exists().where(ArticleReview.article_id == article.id, ArticleReview.number == last.number)
    return not session.scalar(select(was_laid))


def _add_sections(session: Session, revision: ArticleRevision, text: ArticleText) -> None:
    rows = [
        {
            "revision_id": revision.id,
            "key": each.key,
            "position": position,
            "heading": each.heading,
            "body": each.body,
        }
        for position, each in enumerate(text.sections)
    ]
    if rows:
        session.execute(insert(ArticleSection), rows)
