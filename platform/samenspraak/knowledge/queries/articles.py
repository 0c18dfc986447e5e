"""One article at a time, with what it says."""

import dataclasses
from collections.abc import Sequence

from sqlalchemy import ColumnElement, SQLColumnExpression, exists, select
from sqlalchemy.orm import joinedload, selectinload

from samenspraak.core.db import Session
from samenspraak.core.errors import NotFound
from samenspraak.knowledge.models.article import Article, ArticleAuthor, ArticleRevision
from samenspraak.knowledge.models.reading import ArticleReview
from samenspraak.knowledge.texts import ArticleText, SectionText
from samenspraak.knowledge.visibility import is_readable_by, is_visible_to
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person, RoleAssignment
from samenspraak.people.rules import VISITOR, Viewer


@dataclasses.dataclass(frozen=True)
class ArticleLink:
    """An article by its name in addresses and its title."""

    slug: str
    title: str
    summary: str = ""


def find_article(session: Session, viewer: Viewer, slug: str, *, to_change: bool = False) -> Article:
    """Return an article with its owner and themes; `NotFound` also when someone may not see it.

    `to_change` holds the row until the end of the unit, so that two who change it at once come after each other; its
    owner is not loaded then.
    """
    return _found(session, viewer, Article.slug == slug, to_change=to_change)


def find_article_by_id(session: Session, viewer: Viewer, article_id: int) -> Article:
    """Return an article by its key, as `find_article` does."""
    return _found(session, viewer, Article.id == article_id, to_change=False)


def revision_of(session: Session, article_id: int, number: int) -> ArticleRevision:
    """Return a revision of an article with its sections and writer."""
    revision = session.scalar(
        select(ArticleRevision)
        .where(ArticleRevision.article_id == article_id, ArticleRevision.number == number)
        .options(selectinload(ArticleRevision.sections), joinedload(ArticleRevision.writer))
    )
    if revision is None:
        raise NotFound
    return revision


def text_of(revision: ArticleRevision) -> ArticleText:
    """Return what a revision says; its sections must be loaded."""
    sections = tuple(SectionText(each.key, each.heading, each.body) for each in revision.sections)
    return ArticleText(revision.title, revision.summary, sections)


def revisions_of(session: Session, article_id: int) -> Sequence[ArticleRevision]:
    """Return all revisions of an article with their writers, the newest first."""
    wanted = select(ArticleRevision).where(ArticleRevision.article_id == article_id)
    newest_first = wanted.order_by(ArticleRevision.number.desc())
    return session.scalars(newest_first.options(joinedload(ArticleRevision.writer))).all()


def authors_of(session: Session, article_id: int) -> Sequence[ArticleAuthor]:
    """Return who is credited, in order, with the organisations that they spoke for."""
    wanted = select(ArticleAuthor).where(ArticleAuthor.article_id == article_id).order_by(ArticleAuthor.position)
    loaded = wanted.options(joinedload(ArticleAuthor.person), joinedload(ArticleAuthor.organisation))
    return session.scalars(loaded).all()


def reviews_of(session: Session, article_id: int, limit: int = 10) -> Sequence[ArticleReview]:
    """Return what second moderators said of an article, the newest first; one that is open has no outcome."""
    wanted = select(ArticleReview).where(ArticleReview.article_id == article_id).order_by(ArticleReview.id.desc())
    loaded = wanted.options(joinedload(ArticleReview.asked_by), joinedload(ArticleReview.decided_by))
    return session.scalars(loaded.limit(limit)).all()


def made_of(session: Session, viewer: Viewer, question_id: int) -> ArticleLink | None:
    """Return the newest article that was made of a question, if there is one that someone may see."""
    which = is_visible_to(viewer) if viewer.is_moderator else is_readable_by(viewer)
    shown = Article.current if viewer.is_moderator else Article.published
    found = session.execute(
        select(Article.slug, ArticleRevision.title)
        .join(ArticleRevision, (ArticleRevision.article_id == Article.id) & (ArticleRevision.number == shown))
        .where(Article.origin_id == question_id, which)
        .order_by(Article.id.desc())
        .limit(1)
    ).first()
    return ArticleLink(*found) if found else None


def successor_of(session: Session, viewer: Viewer, article: Article) -> ArticleLink | None:
    """Return the article that took the place of one, when someone may read it."""
    if article.successor_id is None:
        return None
    return next(iter(readable(session, viewer, Article.id == article.successor_id)), None)


def successors_for(session: Session, viewer: Viewer, article: Article) -> Sequence[ArticleLink]:
    """Return the articles that may take the place of one."""
    return readable(session, viewer, Article.id != article.id)


def readable(session: Session, viewer: Viewer, which: ColumnElement[bool], limit: int = 500) -> Sequence[ArticleLink]:
    """Return the published articles of some kind that someone may read, by title."""
    rows = session.execute(
        select(Article.slug, ArticleRevision.title, ArticleRevision.summary)
        .join(ArticleRevision, _is_published())
        .where(which, is_readable_by(viewer))
        .order_by(ArticleRevision.title, Article.id)
        .limit(limit)
    )
    return [ArticleLink(*row) for row in rows]


def moderators(session: Session) -> Sequence[tuple[int, str]]:
    """Return who may own an article: the moderators with an account that is open, by name."""
    seat = exists().where(RoleAssignment.person_id == Person.id, RoleAssignment.role == Role.MODERATOR)
    rows = session.execute(select(Person.id, Person.name).where(Person.is_active, seat).order_by(Person.name))
    return [(person_id, name) for person_id, name in rows]


def readers_copy(viewer: Viewer = VISITOR) -> SQLColumnExpression[int | None]:
    """Return which revision a list shows to someone: what was published, or for moderators else the newest."""
    return Article.published if not viewer.is_moderator else Article.current


def _is_published() -> ColumnElement[bool]:
    return (ArticleRevision.article_id == Article.id) & (ArticleRevision.number == Article.published)


def _found(session: Session, viewer: Viewer, which: ColumnElement[bool], *, to_change: bool) -> Article:
    wanted = select(Article).where(which, is_visible_to(viewer))
    wanted = wanted.options(selectinload(Article.themes))
    if to_change:
        wanted = wanted.with_for_update(of=Article).execution_options(populate_existing=True)
    else:
        wanted = wanted.options(joinedload(Article.owner))
    article = session.scalar(wanted)
    if article is None:
        raise NotFound
    return article
