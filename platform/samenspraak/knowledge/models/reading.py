"""What readers and second moderators say of an article."""

import datetime as dt

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from samenspraak.core.db import Model, stored
from samenspraak.knowledge.kinds import RemarkOutcome, ReviewOutcome
from samenspraak.knowledge.models.article import Article
from samenspraak.people.models.account import Person


class ArticleReview(Model):
    """That a text was laid before a second moderator, and what that one said."""

    __tablename__ = "article_review"

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), index=True)
    number: Mapped[int]
    """The revision that was laid before them."""
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[dt.datetime]
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[dt.datetime | None]
    outcome: Mapped[ReviewOutcome | None] = mapped_column(stored(ReviewOutcome))
    words: Mapped[str] = mapped_column(default="")
    asked_by: Mapped[Person] = relationship(lazy="raise", foreign_keys=asked_by_id)
    decided_by: Mapped[Person | None] = relationship(lazy="raise", foreign_keys=decided_by_id)


class ArticleVote(Model):
    """Whether someone was helped by an article: their last word."""

    __tablename__ = "article_vote"

    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)
    helped: Mapped[bool]
    voted_at: Mapped[dt.datetime]


class ArticleRemark(Model):
    """That someone finds that an article is no longer right, in their words, and what came of it."""

    __tablename__ = "article_remark"

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    body: Mapped[str]
    made_at: Mapped[dt.datetime]
    handled_at: Mapped[dt.datetime | None] = mapped_column(index=True)
    handled_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    outcome: Mapped[RemarkOutcome | None] = mapped_column(stored(RemarkOutcome))
    submission: Mapped[str | None] = mapped_column(unique=True)
    article: Mapped[Article] = relationship(lazy="raise")
    author: Mapped[Person] = relationship(lazy="raise", foreign_keys=author_id)
