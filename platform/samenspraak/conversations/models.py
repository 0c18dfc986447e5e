"""The table of introductions."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from samenspraak.conversations.kinds import IntroductionState
from samenspraak.core.db import Model, stored
from samenspraak.people.models.account import Person
from samenspraak.people.models.organisation import Experience, Organisation
from samenspraak.questions.models.question import Question


class Introduction(Model):
    """That two organisations are introduced to each other; contact details are told once both agreed."""

    __tablename__ = "introduction"
    __table_args__ = (
        CheckConstraint("organisation_id <> other_id", name="of_two"),
        Index("ix_introduction_other_id_state", "other_id", "state"),
        Index("ix_introduction_organisation_id_state", "organisation_id", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    """The one that wants to talk."""
    other_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    question_id: Mapped[int | None] = mapped_column(ForeignKey("question.id"), index=True)
    experience_id: Mapped[int | None] = mapped_column(ForeignKey("experience.id", ondelete="SET NULL"), index=True)
    state: Mapped[IntroductionState] = mapped_column(stored(IntroductionState))
    words: Mapped[str] = mapped_column(default="")
    proposed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    proposed_at: Mapped[dt.datetime]
    agreed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    """Who agreed for the one that wants to talk; it is the proposer, unless a moderator proposed."""
    agreed_at: Mapped[dt.datetime | None]
    other_agreed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    other_agreed_at: Mapped[dt.datetime | None]
    closed_at: Mapped[dt.datetime | None]
    reason: Mapped[str] = mapped_column(default="")
    open_key: Mapped[str | None] = mapped_column(unique=True)
    """Names the two and what it is about while it is open, so that only one such is; None once it is closed."""
    submission: Mapped[str | None] = mapped_column(unique=True)
    organisation: Mapped[Organisation] = relationship(lazy="raise", foreign_keys=organisation_id)
    other: Mapped[Organisation] = relationship(lazy="raise", foreign_keys=other_id)
    question: Mapped[Question | None] = relationship(lazy="raise")
    experience: Mapped[Experience | None] = relationship(lazy="raise", passive_deletes=True)
    agreed_by: Mapped[Person | None] = relationship(lazy="raise", foreign_keys=agreed_by_id)
    other_agreed_by: Mapped[Person | None] = relationship(lazy="raise", foreign_keys=other_agreed_by_id)
