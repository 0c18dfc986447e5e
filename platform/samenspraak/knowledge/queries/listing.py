"""Lists of articles: only what someone may see, in rows and counts alike."""

import dataclasses
import datetime as dt
from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, Select, exists, func, or_, select
from sqlalchemy.orm import selectinload

from samenspraak.core.db import Session
from samenspraak.core.keyset import Cursor, Key, Part, read_part
from samenspraak.knowledge.kinds import ArticleState
from samenspraak.knowledge.models.article import Article, ArticleRevision, ArticleSection, ArticleTheme
from samenspraak.knowledge.queries.articles import readers_copy
from samenspraak.knowledge.visibility import is_readable_by, is_visible_to
from samenspraak.people.kinds import Sector
from samenspraak.people.rules import Viewer
from samenspraak.themes.models import Theme

_MOST_WORDS = 6
_CHANGED = func.coalesce(Article.published_at, Article.created_at)
NEWEST_FIRST = (Key(_CHANGED, dt.datetime, descending=True), Key(Article.id, int, descending=True))


@dataclasses.dataclass(frozen=True)
class ArticleFilters:
    """Which articles are wanted; what is left out does not matter. `theme` is a slug; `due_on`: to be looked at then.

    `state` is for moderators: all others have what was published and still holds.
    """

    theme: str = ""
    sector: Sector | None = None
    words: str = ""
    state: ArticleState | None = None
    due_on: dt.date | None = None


@dataclasses.dataclass(frozen=True)
class ArticleRow:
    """An article as a list shows it."""

    id: int
    slug: str
    title: str
    summary: str
    themes: tuple[str, ...]
    sector: Sector
    state: ArticleState
    is_published: bool
    is_open: bool
    published_at: dt.datetime | None
    review_on: dt.date
    version: int = 0


def part_of_articles(
    session: Session, viewer: Viewer, filters: ArticleFilters, cursor: Cursor | None, limit: int
) -> Part[ArticleRow]:
    """Return a part of the wanted articles, the newest first."""
    part = read_part(session, _wanted(viewer, filters), NEWEST_FIRST, cursor, limit)
    return part.with_rows(rows_of(session, viewer, [article_id for (article_id,) in part.rows]))


def count_articles(session: Session, viewer: Viewer, filters: ArticleFilters) -> int:
    """Return how many articles are wanted."""
    return session.scalar(select(func.count()).select_from(_wanted(viewer, filters).subquery())) or 0


def rows_of(
    session: Session, viewer: Viewer, article_ids: Sequence[int], *, as_published: bool = False
) -> list[ArticleRow]:
    """Return the rows of those among some articles that someone may see, in the order given.

    `as_published`: only what is published, as its readers have it, for moderators too.
    """
    if not article_ids:
        return []
    shown = Article.published if as_published else readers_copy(viewer)
    which = is_readable_by(viewer) if as_published else _may_list(viewer)
    found = session.execute(
        select(Article, ArticleRevision.title, ArticleRevision.summary)
        .join(ArticleRevision, (ArticleRevision.article_id == Article.id) & (ArticleRevision.number == shown))
        .where(Article.id.in_(article_ids), which)
        .options(selectinload(Article.themes))
    )
    rows = {article.id: _row(article, title, summary) for article, title, summary in found}
    return [rows[each] for each in article_ids if each in rows]


def articles_on(
    session: Session, viewer: Viewer, theme_ids: Collection[int], limit: int, since: dt.datetime | None = None
) -> list[ArticleRow]:
    """Return the published articles on some themes that someone may read, the newest first."""
    wanted = select(Article.id).where(is_readable_by(viewer), _is_on(ArticleTheme.theme_id.in_(theme_ids)))
    if since is not None:
        wanted = wanted.where(Article.published_at >= since)
    newest = wanted.order_by(Article.published_at.desc(), Article.id.desc()).limit(limit)
    return rows_of(session, viewer, session.scalars(newest).all(), as_published=True)


def _wanted(viewer: Viewer, filters: ArticleFilters) -> Select[int]:
    wanted = select(Article.id).where(_may_list(viewer))
    if filters.theme:
        wanted = wanted.where(Article.themes.any(Theme.slug == filters.theme))
    if filters.sector:
        wanted = wanted.where(Article.sector.in_({filters.sector, Sector.BOTH}))
    if filters.state and viewer.is_moderator:
        wanted = wanted.where(Article.state == filters.state)
    if filters.due_on:
        wanted = wanted.where(is_readable_by(viewer), Article.review_on <= filters.due_on)
    for word in filters.words.split()[:_MOST_WORDS]:
        wanted = wanted.where(_has(viewer, word))
    return wanted


def _may_list(viewer: Viewer) -> ColumnElement[bool]:
    return is_visible_to(viewer) if viewer.is_moderator else is_readable_by(viewer)


def _is_on(theme: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(ArticleTheme.article_id == Article.id, theme)


def _has(viewer: Viewer, word: str) -> ColumnElement[bool]:
    in_section = exists().where(
        ArticleSection.revision_id == ArticleRevision.id,
        or_(
            ArticleSection.heading.icontains(word, autoescape=True),
            ArticleSection.body.icontains(word, autoescape=True),
        ),
    )
    return exists().where(
        ArticleRevision.article_id == Article.id,
        ArticleRevision.number == readers_copy(viewer),
        or_(
            ArticleRevision.title.icontains(word, autoescape=True),
            ArticleRevision.summary.icontains(word, autoescape=True),
            in_section,
        ),
    )


def _row(article: Article, title: str, summary: str) -> ArticleRow:
    return ArticleRow(
        id=article.id,
        slug=article.slug,
        title=title,
        summary=summary,
        themes=tuple(theme.label for theme in article.themes),
        sector=article.sector,
        state=article.state,
        is_published=article.published is not None,
        is_open=article.is_open,
        published_at=article.published_at,
        review_on=article.review_on,
        version=article.version,
    )
