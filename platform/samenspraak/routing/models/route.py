"""The route of a question: how far its way to an answer has come, and every step of that way."""

import datetime as dt

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from samenspraak.core.db import Model, stored
from samenspraak.people.models.account import Person
from samenspraak.people.models.organisation import Organisation
from samenspraak.questions.models.question import Question
from samenspraak.routing.kinds import Chooser, Pace, RouteStage, RouteStepKind


class Route(Model):
    """Where a question stands on its way to an answer; there is one for each question. Changes only under its lock."""

    __tablename__ = "route"

    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True)
    stage: Mapped[RouteStage] = mapped_column(stored(RouteStage), index=True)
    chooser: Mapped[Chooser] = mapped_column(stored(Chooser))
    due_at: Mapped[dt.datetime | None] = mapped_column(index=True)
    """When the clock acts if nobody did; None while something has a deadline of its own."""
    paused_at: Mapped[dt.datetime | None]
    """Since when one waits for the asker; the deadlines of the question stand still."""
    reminded_at: Mapped[dt.datetime | None]
    """When the asker was reminded of that."""
    paused_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    taken_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    """The moderator who has it in hand."""
    paused_by: Mapped[Person | None] = relationship(lazy="raise", foreign_keys=paused_by_id)
    taken_by: Mapped[Person | None] = relationship(lazy="raise", foreign_keys=taken_by_id)
    question: Mapped[Question] = relationship(lazy="raise")


class RouteStep(Model):
    """One step on the way of a question that is no step of an invitation; kept for good."""

    __tablename__ = "route_step"

    id: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), index=True)
    kind: Mapped[RouteStepKind] = mapped_column(stored(RouteStepKind))
    at: Mapped[dt.datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    """Who did it; nobody when the clock did."""
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    """Whom it is about: who was reminded, or given the question at a desk."""
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    """The desk that it is about."""
    reason: Mapped[str] = mapped_column(default="")
    person: Mapped[Person | None] = relationship(lazy="raise", foreign_keys=person_id)
    by: Mapped[Person | None] = relationship(lazy="raise", foreign_keys=by_id)
    organisation: Mapped[Organisation | None] = relationship(lazy="raise")


class ThemePace(Model):
    """How Samenspraak invites for a theme when the choice is left to it; a theme without a row goes one by one."""

    __tablename__ = "theme_pace"

    theme_id: Mapped[int] = mapped_column(ForeignKey("theme.id"), primary_key=True)
    pace: Mapped[Pace] = mapped_column(stored(Pace))
