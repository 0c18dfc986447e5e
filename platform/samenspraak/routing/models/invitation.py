"""Invitations and every step in their life."""

import datetime as dt

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from samenspraak.core.db import Model, stored
from samenspraak.people.models.account import Person
from samenspraak.questions.models.question import Question
from samenspraak.routing.rules import DeclineReason, InvitationState


class Invitation(Model):
    """That one expert is proposed or asked for one question; its state changes only through `routing.actions`."""

    __tablename__ = "invitation"
    __table_args__ = (
        UniqueConstraint("question_id", "expert_id"),
        Index("ix_invitation_expert_id_state", "expert_id", "state"),
        Index("ix_invitation_state_respond_by", "state", "respond_by"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"))
    expert_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    invited_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    state: Mapped[InvitationState] = mapped_column(stored(InvitationState))
    note: Mapped[str] = mapped_column(default="")
    declined_because: Mapped[DeclineReason | None] = mapped_column(stored(DeclineReason))
    reason: Mapped[str] = mapped_column(default="")
    """Why it was declined or withdrawn, in the words of who did."""
    proposed_at: Mapped[dt.datetime]
    invited_at: Mapped[dt.datetime | None]
    respond_by: Mapped[dt.datetime | None]
    closed_at: Mapped[dt.datetime | None]
    answer_by: Mapped[dt.datetime | None] = mapped_column(index=True)
    """Until when an answer is expected of who took it on."""
    remind_at: Mapped[dt.datetime | None] = mapped_column(index=True)
    """When the clock reminds of the deadline that runs now; None once it did."""
    forwarded_from_id: Mapped[int | None] = mapped_column(ForeignKey("invitation.id"))
    """The invitation that was passed on to this expert, a colleague."""
    expert: Mapped[Person] = relationship(lazy="raise", foreign_keys=expert_id)
    invited_by: Mapped[Person | None] = relationship(lazy="raise", foreign_keys=invited_by_id)
    question: Mapped[Question] = relationship(lazy="raise")


class InvitationStep(Model):
    """One step of an invitation, kept for good: what the course of a question is drawn from."""

    __tablename__ = "invitation_step"

    id: Mapped[int] = mapped_column(primary_key=True)
    invitation_id: Mapped[int] = mapped_column(ForeignKey("invitation.id"), index=True)
    state: Mapped[InvitationState] = mapped_column(stored(InvitationState))
    at: Mapped[dt.datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    """Who did it; nobody when the clock did."""
    declined_because: Mapped[DeclineReason | None] = mapped_column(stored(DeclineReason))
    reason: Mapped[str] = mapped_column(default="")
    invitation: Mapped[Invitation] = relationship(lazy="raise")
