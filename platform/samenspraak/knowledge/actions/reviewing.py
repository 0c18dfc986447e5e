"""Laying a text before a second moderator, and deciding on it."""

import datetime as dt

from sqlalchemy import select

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.core.clock import local_day
from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict, Invalid
from samenspraak.core.events import record
from samenspraak.knowledge.actions.storing import touch_article
from samenspraak.knowledge.events import ReviewAsked, ReviewDecided
from samenspraak.knowledge.kinds import ArticleState, ArticleVisibility, ReviewOutcome
from samenspraak.knowledge.models.article import Article, ArticleRevision
from samenspraak.knowledge.models.reading import ArticleReview
from samenspraak.knowledge.queries.articles import find_article
from samenspraak.knowledge.rules import Step, after, check_is_second, check_review_day, is_wider, moderator_id
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.question import Question


def needs_confirmation(session: Session, article: Article) -> bool:
    """Say whether an article would be read by others than the question that it was made of."""
    if article.origin_id is None:
        return False
    origin = session.scalar(select(Question.visibility).where(Question.id == article.origin_id))
    return is_wider(article.visibility, origin)


def submit_article(session: Session, moderator: Viewer, slug: str, now: dt.datetime, *, confirmed: bool) -> Article:
    """Lay the newest text before a second moderator.

    Raises `Invalid` for "confirmed" when it is read by others than the question that it was made of, and nobody said
    that it holds nothing that was not theirs to read; and for "review_on" when that day is not to come.
    """
    by_id = moderator_id(moderator)
    article = find_article(session, moderator, slug, to_change=True)
    state = after(article.state, Step.SUBMIT)
    check_review_day(article.review_on, local_day(now))
    asks = needs_confirmation(session, article)
    if asks and not confirmed:
        raise Invalid("confirmed", "not-confirmed")
    article.state = state
    review = ArticleReview(
        article_id=article.id,
        number=article.current,
        asked_by_id=by_id,
        asked_at=now,
        decided_by_id=None,
        decided_at=None,
        outcome=None,
    )
    session.add(review)
    session.flush()
    record(session, ReviewAsked(article.id, review.id))
    facts = {"revision": article.current, "confirmed": asks}
    record_act(session, Act.ARTICLE_SUBMITTED, by_id, Thing.ARTICLE, article.id, now, after=facts)
    return article


def accept_article(
    session: Session, moderator: Viewer, slug: str, number: int, words: str, now: dt.datetime
) -> Article:
    """Publish the text with this number, that was laid before this second moderator: from now on readers have it."""
    article, review, by_id = _to_decide(session, moderator, slug, number)
    article.state = after(article.state, Step.ACCEPT)
    article.published, article.published_at = article.current, now
    article.is_open = article.visibility is ArticleVisibility.PUBLIC
    article.reviewed_at = now
    article.obsolete_because, article.successor_id = "", None
    touch_article(session, article)
    _decide(session, review, by_id, ReviewOutcome.ACCEPTED, words, now)
    facts = {"revision": number, "visibility": article.visibility.value}
    record_act(session, Act.ARTICLE_PUBLISHED, by_id, Thing.ARTICLE, article.id, now, after=facts)
    return article


def send_back(session: Session, moderator: Viewer, slug: str, number: int, words: str, now: dt.datetime) -> Article:
    """Give a text back to who laid it before others, with words that say why."""
    article, review, by_id = _to_decide(session, moderator, slug, number)
    if not words.strip():
        raise Invalid("words", "no-words-to-send-back")
    article.state = after(article.state, Step.SEND_BACK)
    session.flush()
    _decide(session, review, by_id, ReviewOutcome.SENT_BACK, words, now)
    facts = {"revision": number}
    record_act(session, Act.ARTICLE_SENT_BACK, by_id, Thing.ARTICLE, article.id, now, after=facts)
    return article


def writers_since_published(session: Session, article: Article) -> frozenset[int]:
    """Return who wrote what readers do not have yet."""
    wanted = select(ArticleRevision.written_by_id).where(
        ArticleRevision.article_id == article.id, ArticleRevision.number > (article.published or 0)
    )
    return frozenset(session.scalars(wanted))


def _to_decide(session: Session, moderator: Viewer, slug: str, number: int) -> tuple[Article, ArticleReview, int]:
    by_id = moderator_id(moderator)
    article = find_article(session, moderator, slug, to_change=True)
    review = session.scalar(
        select(ArticleReview).where(ArticleReview.article_id == article.id, ArticleReview.decided_at.is_(None))
    )
    if article.state is not ArticleState.IN_REVIEW or review is None or review.number != number:
        raise Conflict("article-moved-on")
    check_is_second(by_id, {review.asked_by_id, *writers_since_published(session, article)})
    return article, review, by_id


def _decide(
    session: Session, review: ArticleReview, by_id: int, outcome: ReviewOutcome, words: str, now: dt.datetime
) -> None:
    review.decided_by_id, review.decided_at, review.outcome, review.words = by_id, now, outcome, words.strip()
    session.flush()
    record(session, ReviewDecided(review.article_id, review.id))
