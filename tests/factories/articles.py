"""Makes articles for tests, straight in the tables: no event, no notice."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from samenspraak.core.db import Session
from samenspraak.knowledge.drafts import ArticleDraft
from samenspraak.knowledge.kinds import ArticleState, ArticleVisibility
from samenspraak.knowledge.models.article import Article, ArticleRevision, ArticleSection
from samenspraak.knowledge.models.reading import ArticleRemark
from samenspraak.knowledge.texts import ArticleText, SectionText
from samenspraak.people.kinds import Role, Sector
from samenspraak.people.models.account import Person
from samenspraak.themes.models import Theme
from tests.factories.people import make_person
from tests.support.site import NOON

TODAY = NOON.date()
NEXT_YEAR = TODAY + dt.timedelta(days=365)


def make_article(
    session: Session,
    *,
    owner: Person | None = None,
    themes: Sequence[Theme] = (),
    title: str = "Wie betaalt het vervoer",
    sections: Sequence[tuple[str, str]] = (("Wie beslist", "De gemeente beslist."),),
    published: bool = True,
    public: bool = True,
    **values: Any,
) -> Article:
    """Make an article of one revision, published at noon for everyone unless told otherwise."""
    owner = owner or make_person(session, Role.MODERATOR)
    given = {
        "slug": title.lower().replace(" ", "-"),
        "state": ArticleState.PUBLISHED if published else ArticleState.DRAFT,
        "current": 1,
        "published": 1 if published else None,
        "published_at": NOON if published else None,
        "sector": Sector.BOTH,
        "visibility": ArticleVisibility.PUBLIC if public else ArticleVisibility.SIGNED_IN,
        "is_open": public and published,
        "review_on": NEXT_YEAR,
        "reviewed_at": None,
        "origin_id": None,
        "successor_id": None,
        "created_at": NOON,
        "version": 1,
    } | values
    article = Article(owner_id=owner.id, owner=owner, themes=list(themes), **given)
    session.add(article)
    session.flush()
    add_revision(session, article, owner, title, sections)
    return article


def add_revision(
    session: Session, article: Article, writer: Person, title: str, sections: Sequence[tuple[str, str]]
) -> ArticleRevision:
    """Make the revision that an article's newest number names."""
    revision = ArticleRevision(
        article_id=article.id,
        number=article.current,
        title=title,
        summary="",
        written_by_id=writer.id,
        written_at=NOON,
        sections=[
            ArticleSection(key=f"k{place}", position=place, heading=heading, body=body)
            for place, (heading, body) in enumerate(sections)
        ],
    )
    session.add(revision)
    session.flush()
    return revision


def make_remark(session: Session, article: Article, *, author: Person | None = None, **values: Any) -> ArticleRemark:
    """Make a remark that waits for a moderator since noon."""
    author = author or make_person(session)
    given = {"body": "Dit is sinds augustus anders.", "made_at": NOON, "handled_at": None} | values
    remark = ArticleRemark(
        article_id=article.id, author_id=author.id, handled_by_id=None, outcome=None, submission=None, **given
    )
    session.add(remark)
    session.flush()
    return remark


def draft_of(
    owner: Person, *, title: str = "Wie betaalt het vervoer", sections: Sequence[SectionText] = (), **values: Any
) -> ArticleDraft:
    """Return a draft as a moderator hands it in."""
    given = {
        "text": ArticleText(title, "", tuple(sections) or (SectionText("k0", "Wie beslist", "De gemeente beslist."),)),
        "theme_ids": (),
        "sector": Sector.BOTH,
        "visibility": ArticleVisibility.PUBLIC,
        "owner_id": owner.id,
        "review_on": NEXT_YEAR,
    } | values
    return ArticleDraft(**given)
