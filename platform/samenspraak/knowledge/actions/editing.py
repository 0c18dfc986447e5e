"""Changing an article, and putting an earlier text back."""

import datetime as dt

from sqlalchemy import delete, select

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.core.clock import local_day
from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict, Invalid
from samenspraak.knowledge.actions.storing import touch_article, write_revision
from samenspraak.knowledge.drafts import ArticleDraft
from samenspraak.knowledge.kinds import ArticleVisibility, Due
from samenspraak.knowledge.models.article import Article
from samenspraak.knowledge.models.reading import ArticleReview
from samenspraak.knowledge.queries.articles import find_article, moderators, revision_of, text_of
from samenspraak.knowledge.rules import Step, after, check_review_day, moderator_id
from samenspraak.knowledge.texts import ArticleText
from samenspraak.people.rules import Viewer
from samenspraak.questions.rules import fingerprint
from samenspraak.themes.models import Theme


def sign_of(article: Article, text: ArticleText) -> str:
    """Return by what an edit form knows the article that it was opened on; themes must be loaded."""
    sections = (part for each in text.sections for part in (each.key, each.heading, each.body))
    themes = sorted(str(theme.id) for theme in article.themes)
    facts = (article.sector, article.visibility, str(article.owner_id), article.review_on.isoformat())
    return fingerprint(text.title, text.summary, *sections, "\0", *facts, *themes)


def edit_article(
    session: Session, moderator: Viewer, slug: str, draft: ArticleDraft, seen: str, now: dt.datetime
) -> Article:
    """Change an article. Another text, or more readers, begins a draft: what readers have stays until that is accepted.

    `seen` is the `sign_of` that the form was opened on: `Conflict` when the article changed since. Fewer readers,
    themes, sector, owner and day work at once.
    """
    by_id = moderator_id(moderator)
    article = find_article(session, moderator, slug, to_change=True)
    stored = text_of(revision_of(session, article.id, article.current))
    if seen != sign_of(article, stored):
        raise Conflict("changed-meanwhile")
    _check(session, article, draft, now)
    before = _facts(article)
    is_wider = draft.visibility is ArticleVisibility.PUBLIC and article.visibility is not draft.visibility
    if draft.text != stored or (is_wider and not article.is_open):
        _begin_draft(session, article)
    if draft.text != stored:
        write_revision(session, article, by_id, draft.text, draft.reason.strip(), now)
    _set(session, article, draft)
    touch_article(session, article)
    if before != _facts(article):
        record_act(
            session, Act.ARTICLE_CHANGED, by_id, Thing.ARTICLE, article.id, now, before=before, after=_facts(article)
        )
    return article


def restore_revision(
    session: Session, moderator: Viewer, slug: str, number: int, reason: str, seen: int, now: dt.datetime
) -> Article:
    """Have the newest text say again what a revision said; `seen` is the newest one that the page was opened on."""
    by_id = moderator_id(moderator)
    article = find_article(session, moderator, slug, to_change=True)
    said = text_of(revision_of(session, article.id, number))
    if seen != article.current:
        raise Conflict("changed-meanwhile")
    if not reason.strip():
        raise Invalid("reason", "reason-missing")
    if said == text_of(revision_of(session, article.id, article.current)):
        return article
    _begin_draft(session, article)
    write_revision(session, article, by_id, said, reason.strip(), now)
    touch_article(session, article)
    facts = {"revision": number, "current": article.current}
    record_act(session, Act.ARTICLE_RESTORED, by_id, Thing.ARTICLE, article.id, now, after=facts)
    return article


def _check(session: Session, article: Article, draft: ArticleDraft, now: dt.datetime) -> None:
    if draft.review_on != article.review_on:
        check_review_day(draft.review_on, local_day(now))
    known = {theme_id for (theme_id,) in session.execute(select(Theme.id).where(Theme.id.in_(draft.theme_ids)))}
    if known != set(draft.theme_ids):
        raise Invalid("theme_ids", "theme-unknown")
    if draft.owner_id != article.owner_id and draft.owner_id not in dict(moderators(session)):
        raise Invalid("owner_id", "no-moderator")


def _begin_draft(session: Session, article: Article) -> None:
    """Go back to a draft, and take what was laid before others away from them."""
    article.state = after(article.state, Step.EDIT)
    session.execute(
        delete(ArticleReview).where(ArticleReview.article_id == article.id, ArticleReview.decided_at.is_(None))
    )


def _set(session: Session, article: Article, draft: ArticleDraft) -> None:
    if draft.review_on != article.review_on:
        article.review_on, article.due_because, article.reminders = draft.review_on, Due.DATE, 0
    article.sector, article.visibility, article.owner_id = draft.sector, draft.visibility, draft.owner_id
    article.is_open = article.is_open and draft.visibility is ArticleVisibility.PUBLIC
    article.themes = list(session.scalars(select(Theme).where(Theme.id.in_(draft.theme_ids)).order_by(Theme.label)))
    session.flush()


def _facts(article: Article) -> dict[str, str | int]:
    return {
        "state": article.state.value,
        "visibility": article.visibility.value,
        "owner": article.owner_id,
        "review_on": article.review_on.isoformat(),
    }
