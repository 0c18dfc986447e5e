"""Keeping articles true: saying that one still is, taking it out of use, and taking it up again."""

import datetime as dt

from sqlalchemy import delete, select

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.core.clock import local_day
from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid
from samenspraak.core.events import record
from samenspraak.knowledge.actions.storing import touch_article
from samenspraak.knowledge.events import ArticleDue
from samenspraak.knowledge.kinds import ArticleState, Due
from samenspraak.knowledge.models.article import Article, ArticleCitation
from samenspraak.knowledge.models.reading import ArticleReview
from samenspraak.knowledge.queries.articles import find_article
from samenspraak.knowledge.rules import Step, after, check_review_day, moderator_id, reminders_due
from samenspraak.people.rules import Viewer
from samenspraak.sources.events import SourceChanged
from samenspraak.sources.models import SourceVersion
from samenspraak.sources.queries import changed_since
from samenspraak.sources.rules import is_touched

_MOST_REMINDED = 50


def renew_article(session: Session, moderator: Viewer, slug: str, review_on: dt.date, now: dt.datetime) -> Article:
    """Say that an article was looked at and is still right, and when it is to be looked at again."""
    by_id = moderator_id(moderator)
    article = find_article(session, moderator, slug, to_change=True)
    article.state = after(article.state, Step.RENEW)
    check_review_day(review_on, local_day(now))
    before = {"review_on": article.review_on.isoformat()}
    article.review_on, article.due_because, article.reminders = review_on, Due.DATE, 0
    article.reviewed_at = now
    _rest_on_versions_in_force(session, article.id)
    session.flush()
    facts = {"review_on": review_on.isoformat()}
    record_act(session, Act.ARTICLE_RENEWED, by_id, Thing.ARTICLE, article.id, now, before=before, after=facts)
    return article


def retire_article(
    session: Session, moderator: Viewer, slug: str, because: str, successor: str, now: dt.datetime
) -> Article:
    """Take an article out of use, and say which one took its place, by its name in addresses, if any did."""
    by_id = moderator_id(moderator)
    article = find_article(session, moderator, slug, to_change=True)
    state = after(article.state, Step.RETIRE)
    if not because.strip():
        raise Invalid("because", "no-reason-to-retire")
    before = {"state": article.state.value}
    article.successor_id = _successor_id(session, article, successor) if successor else None
    article.state, article.obsolete_because = state, because.strip()
    session.execute(
        delete(ArticleReview).where(ArticleReview.article_id == article.id, ArticleReview.decided_at.is_(None))
    )
    touch_article(session, article)
    facts = {"state": state.value, "successor": article.successor_id}
    record_act(session, Act.ARTICLE_RETIRED, by_id, Thing.ARTICLE, article.id, now, before=before, after=facts)
    return article


def revive_article(session: Session, moderator: Viewer, slug: str, now: dt.datetime) -> Article:
    """Take an article up again, as a draft: readers have it once a second moderator accepts it."""
    by_id = moderator_id(moderator)
    article = find_article(session, moderator, slug, to_change=True)
    article.state = after(article.state, Step.REVIVE)
    article.published, article.published_at, article.is_open = None, None, False
    article.successor_id, article.obsolete_because = None, ""
    touch_article(session, article)
    record_act(session, Act.ARTICLE_REVIVED, by_id, Thing.ARTICLE, article.id, now)
    return article


def remind_of_articles(session: Session, now: dt.datetime) -> int:
    """Tell that articles are to be looked at: on their day, and once more two weeks later. Return of how many."""
    today = local_day(now)
    due = session.scalars(
        select(Article)
        .where(Article.published.is_not(None), Article.state != ArticleState.OBSOLETE)
        .where(Article.review_on <= today, Article.reminders < 2)
        .order_by(Article.id)
        .limit(_MOST_REMINDED * 10)
        .with_for_update()
    ).all()
    late = [each for each in due if reminders_due(each.review_on, today) > each.reminders][:_MOST_REMINDED]
    for article in late:
        article.reminders = reminders_due(article.review_on, today)
        record(session, ArticleDue(article.id, article.review_on.isoformat(), article.reminders))
    session.flush()
    return len(late)


def on_source_changed(session: Session, event: SourceChanged, now: dt.datetime) -> None:
    """Have the articles looked at today that cite what reads otherwise in the version that is in force now."""
    if event.before_id is None or event.after_id is None:
        return
    cited = session.scalars(
        select(ArticleCitation).where(
            ArticleCitation.source_id == event.source_id, ArticleCitation.version_id != event.after_id
        )
    ).all()
    changed = changed_since(session, {each.version_id for each in cited}, event.after_id)
    touched = {each.article_id for each in cited if is_touched(each.place, each.paragraph, changed[each.version_id])}
    today = local_day(now)
    for article in session.scalars(select(Article).where(Article.id.in_(touched)).with_for_update()):
        if article.review_on > today:
            article.review_on, article.reminders = today, 0
        article.due_because = Due.SOURCE
    session.flush()


def _rest_on_versions_in_force(session: Session, article_id: int) -> None:
    """Have an article that was looked at rest on the versions that were there then."""
    for row in session.scalars(select(ArticleCitation).where(ArticleCitation.article_id == article_id)):
        in_force = session.scalar(
            select(SourceVersion.id).where(
                SourceVersion.source_id == row.source_id, SourceVersion.replaced_on.is_(None)
            )
        )
        row.version_id = in_force or row.version_id


def _successor_id(session: Session, article: Article, slug: str) -> int:
    found = session.scalar(select(Article).where(Article.slug == slug))
    if found is None or found.id == article.id or found.published is None or found.state is ArticleState.OBSOLETE:
        raise Invalid("successor", "no-successor")
    return found.id
