"""Questions that ask the same: the one that went into another, and pairs of which a moderator said that they differ."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from samenspraak.core.db import Model
from samenspraak.questions.models.question import Question

_STANDS = text("undone_at IS NULL")


class QuestionMerge(Model):
    """That a moderator had a question go into another that asks the same; of each question one such merge stands."""

    __tablename__ = "question_merge"
    __table_args__ = (
        CheckConstraint("source_id <> target_id", name="of_two_questions"),
        Index("uq_question_merge_standing", "source_id", unique=True, sqlite_where=_STANDS, postgresql_where=_STANDS),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("question.id"), index=True)
    target_id: Mapped[int] = mapped_column(ForeignKey("question.id"), index=True)
    """Where it went then. When that went into yet another, `Question.merged_into_id` says where it ends."""
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[dt.datetime]
    reason: Mapped[str]
    """Why, as whoever asked the source is told."""
    moved: Mapped[dict[str, Any]] = mapped_column(JSON)
    """What each room moved, by its name and in its own form, to bring back exactly that."""
    undone_at: Mapped[dt.datetime | None]
    undone_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    source: Mapped[Question] = relationship(lazy="raise", foreign_keys=source_id)
    target: Mapped[Question] = relationship(lazy="raise", foreign_keys=target_id)


class DismissedPair(Model):
    """That a moderator said of two questions that look alike that they do not ask the same."""

    __tablename__ = "dismissed_pair"
    __table_args__ = (CheckConstraint("first_id < second_id", name="in_order"),)

    first_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True)
    second_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True, index=True)
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[dt.datetime]
