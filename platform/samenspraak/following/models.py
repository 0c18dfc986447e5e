"""Tables of what people follow."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from samenspraak.core.db import Model


class Follow(Model):
    """That someone follows one thing: a question, a theme, an expert or an organisation."""

    __tablename__ = "follow"
    __table_args__ = (
        UniqueConstraint("person_id", "question_id"),
        UniqueConstraint("person_id", "theme_id"),
        UniqueConstraint("person_id", "expert_id"),
        UniqueConstraint("person_id", "organisation_id"),
        CheckConstraint(
            "(CASE WHEN question_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN theme_id IS NULL THEN 0 ELSE 1 END)"
            " + (CASE WHEN expert_id IS NULL THEN 0 ELSE 1 END)"
            " + (CASE WHEN organisation_id IS NULL THEN 0 ELSE 1 END) = 1",
            name="of_one_thing",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    question_id: Mapped[int | None] = mapped_column(ForeignKey("question.id"), index=True)
    theme_id: Mapped[int | None] = mapped_column(ForeignKey("theme.id"), index=True)
    expert_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    since: Mapped[dt.datetime]
    by_merge: Mapped[bool] = mapped_column(default=False)
    """Whether they follow a question because one that they asked or followed went into it, not by their own act."""


class SavedSearch(Model):
    """A search that someone wants to be told of when it finds something new."""

    __tablename__ = "saved_search"
    __table_args__ = (UniqueConstraint("person_id", "query"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    name: Mapped[str]
    query: Mapped[str]
    """What is searched for, as `following.wishes` writes it, so that the same search is kept once."""
    saved_at: Mapped[dt.datetime]
    looked_at: Mapped[dt.datetime]
    """When its owner last looked at what it found."""
    checked_at: Mapped[dt.datetime]
    """Up to when was looked for something new."""
