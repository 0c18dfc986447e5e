"""Articles, their text in versions, and who is credited."""

import datetime as dt

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from samenspraak.core.db import Model, stored
from samenspraak.knowledge.kinds import ArticleState, ArticleVisibility, Credit, Due
from samenspraak.people.kinds import Sector
from samenspraak.people.models.account import Person
from samenspraak.people.models.organisation import Organisation
from samenspraak.themes.models import Theme


class Article(Model):
    """A text on one subject that moderators keep true. Its text is in its revisions, numbered from 1.

    `version` grows with everything that changes what is found of it.
    """

    __tablename__ = "article"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    state: Mapped[ArticleState] = mapped_column(stored(ArticleState), index=True)
    current: Mapped[int]
    """The number of the newest revision: what moderators work on."""
    published: Mapped[int | None]
    """The number of the revision that readers have; None: none was published yet."""
    published_at: Mapped[dt.datetime | None]
    sector: Mapped[Sector] = mapped_column(stored(Sector))
    visibility: Mapped[ArticleVisibility] = mapped_column(stored(ArticleVisibility))
    """Who may read the newest text once it is published."""
    is_open: Mapped[bool] = mapped_column(default=False)
    """Whether everyone may read what is published: made narrower at once, wider only by a second moderator."""
    owner_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    """The moderator who sees to it that it stays true."""
    review_on: Mapped[dt.date] = mapped_column(index=True)
    """From this day on it is to be looked at again."""
    due_because: Mapped[Due] = mapped_column(stored(Due), default=Due.DATE)
    reviewed_at: Mapped[dt.datetime | None]
    reminders: Mapped[int] = mapped_column(default=0)
    """How often its owner was reminded of `review_on`."""
    origin_id: Mapped[int | None] = mapped_column(ForeignKey("question.id"), index=True)
    """The question that it was made of."""
    successor_id: Mapped[int | None] = mapped_column(ForeignKey("article.id"))
    """The article that says it now, of one that is obsolete."""
    obsolete_because: Mapped[str] = mapped_column(default="")
    created_at: Mapped[dt.datetime]
    version: Mapped[int] = mapped_column(default=1)
    owner: Mapped[Person] = relationship(lazy="raise")
    themes: Mapped[list[Theme]] = relationship(secondary="article_theme", lazy="raise", order_by=Theme.label)


class ArticleTheme(Model):
    """A theme of an article."""

    __tablename__ = "article_theme"

    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), primary_key=True)
    theme_id: Mapped[int] = mapped_column(ForeignKey("theme.id"), primary_key=True, index=True)


class ArticleRevision(Model):
    """What an article said from some moment on."""

    __tablename__ = "article_revision"
    __table_args__ = (UniqueConstraint("article_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"))
    number: Mapped[int]
    title: Mapped[str]
    summary: Mapped[str]
    written_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    written_at: Mapped[dt.datetime]
    reason: Mapped[str] = mapped_column(default="")
    """Why it was changed."""
    writer: Mapped[Person] = relationship(lazy="raise")
    sections: Mapped[list["ArticleSection"]] = relationship(lazy="raise", order_by="ArticleSection.position")


class ArticleSection(Model):
    """A part of a revision under a heading of its own. `key` is the same in all revisions that have it."""

    __tablename__ = "article_section"
    __table_args__ = (UniqueConstraint("revision_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    revision_id: Mapped[int] = mapped_column(ForeignKey("article_revision.id"))
    key: Mapped[str]
    position: Mapped[int]
    heading: Mapped[str]
    body: Mapped[str]


class ArticleAuthor(Model):
    """Someone whose words an article was made of, and on behalf of which organisation they were."""

    __tablename__ = "article_author"

    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    credit: Mapped[Credit] = mapped_column(stored(Credit))
    position: Mapped[int]
    person: Mapped[Person] = relationship(lazy="raise")
    organisation: Mapped[Organisation] = relationship(lazy="raise")


class ArticleCitation(Model):
    """That the newest text of an article cites an article of a source, or a paragraph of one, and in which version."""

    __tablename__ = "article_citation"
    __table_args__ = (UniqueConstraint("article_id", "source_id", "place", "paragraph"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"))
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"), index=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("source_version.id"), index=True)
    place: Mapped[str]
    """The article of the source; empty: the whole of it."""
    paragraph: Mapped[str]
