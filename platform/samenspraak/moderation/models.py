"""The tables of warnings that people confirmed, of what they reported, and of who works on what."""

import datetime as dt

from sqlalchemy import JSON, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from samenspraak.core.db import Model, stored
from samenspraak.moderation.kinds import PostKind, ReportOutcome, ReportReason
from samenspraak.people.models.account import Person


class ConfirmedWarning(Model):
    """That someone was warned of personal data in their text and posted it all the same. Their text is not kept."""

    __tablename__ = "confirmed_warning"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    kinds: Mapped[list[str]] = mapped_column(JSON)
    """Kinds of what was found, as `privacy.findings` names them."""
    endpoint: Mapped[str]
    """The form that it was written in."""
    question_id: Mapped[int | None] = mapped_column(ForeignKey("question.id"), index=True)
    confirmed_at: Mapped[dt.datetime] = mapped_column(index=True)
    seen_at: Mapped[dt.datetime | None]
    seen_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    person: Mapped[Person] = relationship(lazy="raise", foreign_keys=person_id)


class Report(Model):
    """That someone asks the moderators to look at a post. There is at most one open one a person and post."""

    __tablename__ = "report"
    __table_args__ = (
        Index(
            "uq_report_open",
            "reporter_id",
            "post",
            "post_id",
            unique=True,
            sqlite_where=text("handled_at IS NULL"),
            postgresql_where=text("handled_at IS NULL"),
        ),
        Index("ix_report_post_post_id", "post", "post_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    reporter_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    post: Mapped[PostKind] = mapped_column(stored(PostKind))
    post_id: Mapped[int]
    """The key of the post in its own table."""
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), index=True)
    """The question that the post is, or stands under."""
    reason: Mapped[ReportReason] = mapped_column(stored(ReportReason))
    words: Mapped[str]
    reported_at: Mapped[dt.datetime]
    handled_at: Mapped[dt.datetime | None] = mapped_column(index=True)
    handled_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    outcome: Mapped[ReportOutcome | None] = mapped_column(stored(ReportOutcome))
    reply: Mapped[str] = mapped_column(default="")
    """What the reporter was told of it."""
    reporter: Mapped[Person] = relationship(lazy="raise", foreign_keys=reporter_id)


class Claim(Model):
    """That a moderator works on an item of a queue, so that nobody else does; see `rules.CLAIM_LASTS`."""

    __tablename__ = "claim"

    queue: Mapped[str] = mapped_column(primary_key=True)
    """A value of `kinds.QueueName`; not a list of the database, so that each room can add a queue."""
    item: Mapped[str] = mapped_column(primary_key=True)
    """What the queue knows it by."""
    moderator_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    claimed_at: Mapped[dt.datetime]
    moderator: Mapped[Person] = relationship(lazy="raise")
