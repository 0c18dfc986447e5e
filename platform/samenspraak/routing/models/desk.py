"""Desks: the queue of a sector council, and each question in it."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from samenspraak.core.db import Model, stored
from samenspraak.people.models.account import Person
from samenspraak.people.models.organisation import Organisation
from samenspraak.questions.models.question import Question
from samenspraak.routing.kinds import DeskCaseState


class Desk(Model):
    """The queue of a sector council, with the working agreement on its first response."""

    __tablename__ = "desk"
    __table_args__ = (CheckConstraint("working_days_to_respond BETWEEN 1 AND 30", name="working_days_in_bounds"),)

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), primary_key=True)
    working_days_to_respond: Mapped[int] = mapped_column(default=5)
    is_open: Mapped[bool] = mapped_column(default=True)
    organisation: Mapped[Organisation] = relationship(lazy="raise")


class DeskCase(Model):
    """A question at a desk. The first response is the first thing that the desk did for it: an answer, an expert."""

    __tablename__ = "desk_case"
    __table_args__ = (Index("ix_desk_case_desk_id_state", "desk_id", "state"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    desk_id: Mapped[int] = mapped_column(ForeignKey("desk.organisation_id"))
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), index=True)
    state: Mapped[DeskCaseState] = mapped_column(stored(DeskCaseState))
    arrived_at: Mapped[dt.datetime]
    respond_by: Mapped[dt.datetime] = mapped_column(index=True)
    reminded_at: Mapped[dt.datetime | None]
    assigned_to_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    responded_at: Mapped[dt.datetime | None]
    closed_at: Mapped[dt.datetime | None]
    reason: Mapped[str] = mapped_column(default="")
    """Why the desk passed it on, in its own words."""
    desk: Mapped[Desk] = relationship(lazy="raise")
    question: Mapped[Question] = relationship(lazy="raise")
    assigned_to: Mapped[Person | None] = relationship(lazy="raise")
