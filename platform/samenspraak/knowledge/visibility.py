"""Who may see an article, said three times: for one row, as an SQL condition, and as tokens in the search index.

Readers have what was published last, and of one that is obsolete only that it is. Moderators have all of it. The index
holds what was published, for its readers.
"""

from sqlalchemy import ColumnElement, true

from samenspraak.knowledge.kinds import ArticleState
from samenspraak.knowledge.models.article import Article
from samenspraak.people.rules import Viewer
from samenspraak.search.document import EVERYONE, SIGNED_IN


def may_see(viewer: Viewer, article: Article) -> bool:
    """Say whether someone may see an article."""
    if viewer.is_moderator:
        return True
    return article.published is not None and (article.is_open or viewer.is_signed_in)


def is_visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """Return the condition on `Article` that holds for what someone may see."""
    if viewer.is_moderator:
        return true()
    published = Article.published.is_not(None)
    return published if viewer.is_signed_in else published & Article.is_open


def is_readable_by(viewer: Viewer) -> ColumnElement[bool]:
    """Return the condition on `Article` that holds for what is published, still holds, and may be read by someone."""
    stands = Article.published.is_not(None) & (Article.state != ArticleState.OBSOLETE)
    return stands if viewer.is_signed_in else stands & Article.is_open


def audience_of(article: Article) -> tuple[str, ...]:
    """Return the tokens that let a reader find an article in the index; none for what is not to be found."""
    if article.published is None or article.state is ArticleState.OBSOLETE:
        return ()
    return (EVERYONE,) if article.is_open else (SIGNED_IN,)
