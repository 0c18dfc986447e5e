"""Articles like a question that is being asked."""

from samenspraak.core.db import Session
from samenspraak.knowledge.queries.listing import ArticleRow, rows_of
from samenspraak.people.rules import Viewer
from samenspraak.questions.visibility import tokens_of
from samenspraak.search.document import Kind
from samenspraak.search.errors import IndexBroken
from samenspraak.search.index import Index
from samenspraak.search.similar import beside_best
from samenspraak.search.thesaurus import Thesaurus


def find_articles_like(
    session: Session,
    index: Index,
    thesaurus: Thesaurus,
    viewer: Viewer,
    title: str,
    body: str,
    *,
    limit: int = 2,
    typing: bool = False,
) -> tuple[ArticleRow, ...]:
    """Return the published articles most like a text, best first; none while the index is broken.

    The index may lag behind: what it finds is checked against the database again before it is shown.
    """
    if not title.strip() and not body.strip():
        return ()
    try:
        found = index.similar(title, body, tokens_of(viewer), thesaurus, limit=limit, typing=typing, kind=Kind.ARTICLE)
    except IndexBroken:
        return ()
    keys = [each.key for each in beside_best(found)]
    return tuple(rows_of(session, viewer, keys, as_published=True))
