"""What is told of articles: to moderators, and to who owns or wrote one."""

import datetime as dt
from collections.abc import Collection

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.knowledge.events import ArticleDue, ReviewAsked, ReviewDecided
from samenspraak.knowledge.kinds import ReviewOutcome
from samenspraak.knowledge.models.article import Article, ArticleRevision
from samenspraak.knowledge.models.reading import ArticleReview
from samenspraak.knowledge.queries.articles import moderators
from samenspraak.notifications import links
from samenspraak.notifications.actions import post_letter, tell
from samenspraak.notifications.letters import DueLetter
from samenspraak.notifications.models import NoticeKind
from samenspraak.people.models.account import Person


def on_review_asked(session: Session, event: ReviewAsked, now: dt.datetime) -> None:
    """Tell the moderators who may decide that a text waits for one of them."""
    review = session.get_one(ArticleReview, event.review_id)
    told = [person_id for person_id, _name in moderators(session) if person_id != review.asked_by_id]
    _tell(session, event.article_id, NoticeKind.ARTICLE_TO_REVIEW, told, f"review:{review.id}", now)


def on_review_decided(session: Session, event: ReviewDecided, now: dt.datetime) -> None:
    """Tell who laid a text before others, and who owns the article, what came of it."""
    review = session.get_one(ArticleReview, event.review_id)
    owner_id = session.get_one(Article, event.article_id).owner_id
    is_accepted = review.outcome is ReviewOutcome.ACCEPTED
    kind = NoticeKind.ARTICLE_PUBLISHED if is_accepted else NoticeKind.ARTICLE_SENT_BACK
    told = sorted({review.asked_by_id, owner_id} - {review.decided_by_id})
    _tell(session, event.article_id, kind, told, f"review:{review.id}", now)


def on_article_due(session: Session, event: ArticleDue, now: dt.datetime) -> None:
    """Remind the owner, also by mail, and the moderators that an article is to be looked at."""
    article = session.get_one(Article, event.article_id)
    owner = session.get_one(Person, article.owner_id)
    told = sorted({person_id for person_id, _name in moderators(session)} | ({owner.id} if owner.is_active else set()))
    what = f"due:{event.review_on}:{event.nth}"
    _tell(session, article.id, NoticeKind.ARTICLE_DUE, told, what, now)
    if owner.is_active:
        title = _title(session, article)
        letter = DueLetter(name=owner.name, url=links.article(article.slug), title=title)
        post_letter(session, letter, f"article:{article.id}:{what}", owner.email, now)


def _tell(
    session: Session, article_id: int, kind: NoticeKind, person_ids: Collection[int], what: str, now: dt.datetime
) -> None:
    article = session.get_one(Article, article_id)
    title = _title(session, article)
    for person_id in person_ids:
        tell(session, person_id, kind, f"article:{article_id}:{what}", actor_name=title, now=now)


def _title(session: Session, article: Article) -> str:
    wanted = select(ArticleRevision.title).where(
        ArticleRevision.article_id == article.id, ArticleRevision.number == article.current
    )
    return session.scalars(wanted).one()
