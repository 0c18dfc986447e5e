"""What readers said of articles."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from sqlalchemy import case, func, select
from sqlalchemy.orm import joinedload

from samenspraak.core.db import Session
from samenspraak.core.errors import NotAllowed
from samenspraak.knowledge.models.article import Article, ArticleRevision
from samenspraak.knowledge.models.reading import ArticleRemark, ArticleVote
from samenspraak.people.rules import Viewer


@dataclasses.dataclass(frozen=True)
class Helpfulness:
    """How many readers were helped by an article, of how many who said so, and what its reader said."""

    helped: int
    votes: int
    own: bool | None


@dataclasses.dataclass(frozen=True)
class OpenRemark:
    """A remark that nobody handled yet, with the article that it is about."""

    remark: ArticleRemark
    slug: str
    title: str


def helpfulness_of(session: Session, viewer: Viewer, article_id: int) -> Helpfulness:
    """Return what readers said, and what this one did."""
    helped = func.coalesce(func.sum(case((ArticleVote.helped, 1), else_=0)), 0)
    own = func.max(case((ArticleVote.person_id == viewer.person_id, case((ArticleVote.helped, 1), else_=0))))
    row = session.execute(select(helped, func.count(), own).where(ArticleVote.article_id == article_id)).one()
    return Helpfulness(int(row[0]), int(row[1]), None if row[2] is None else bool(row[2]))


def open_remarks(session: Session, viewer: Viewer, limit: int = 25, slug: str = "") -> Sequence[OpenRemark]:
    """Return the remarks that wait for a moderator, the oldest first."""
    if not viewer.is_moderator:
        raise NotAllowed
    wanted = (
        select(ArticleRemark, Article.slug, ArticleRevision.title)
        .join(Article, Article.id == ArticleRemark.article_id)
        .join(
            ArticleRevision,
            (ArticleRevision.article_id == Article.id)
            & (ArticleRevision.number == func.coalesce(Article.published, Article.current)),
        )
        .where(ArticleRemark.handled_at.is_(None))
        .options(joinedload(ArticleRemark.author))
        .order_by(ArticleRemark.made_at, ArticleRemark.id)
        .limit(limit)
    )
    if slug:
        wanted = wanted.where(Article.slug == slug)
    return [OpenRemark(*row) for row in session.execute(wanted)]


def count_open_remarks(session: Session) -> tuple[int, dt.datetime | None]:
    """Return how many remarks wait for a moderator, and since when the oldest does."""
    wanted = select(func.count(), func.min(ArticleRemark.made_at)).where(ArticleRemark.handled_at.is_(None))
    times, oldest = session.execute(wanted).one()
    return times, oldest
