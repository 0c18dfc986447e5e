"""What of an article is found: what was published, for whom it was."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from samenspraak.core.db import Session
from samenspraak.core.markup import to_plain
from samenspraak.knowledge.models.article import Article, ArticleRevision
from samenspraak.knowledge.visibility import audience_of
from samenspraak.search.document import Document, Kind


def article_documents(session: Session, ids: Collection[int] | None = None) -> list[Document]:
    """Return the documents of some articles, or of all; what is not published or no longer holds gives none."""
    wanted = (
        select(Article, ArticleRevision)
        .join(
            ArticleRevision,
            (ArticleRevision.article_id == Article.id) & (ArticleRevision.number == Article.published),
        )
        .options(selectinload(Article.themes), selectinload(ArticleRevision.sections))
        .order_by(Article.id)
    )
    if ids is not None:
        wanted = wanted.where(Article.id.in_(ids))
    return [_document(article, text) for article, text in session.execute(wanted) if audience_of(article)]


def _document(article: Article, text: ArticleRevision) -> Document:
    body = [text for each in text.sections for text in (each.heading, to_plain(each.body))]
    return Document(
        kind=Kind.ARTICLE,
        key=article.id,
        title=text.title,
        audience=audience_of(article),
        body="\n".join((to_plain(text.summary), *body)),
        themes=tuple(theme.slug for theme in article.themes),
        theme_labels=tuple(theme.label for theme in article.themes),
        sector=article.sector.value,
        date=article.published_at,
        version=article.version,
    )
