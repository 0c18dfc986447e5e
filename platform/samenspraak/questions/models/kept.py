"""What is kept of asking beside questions: drafts, and searches that found the answer before it was asked."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from samenspraak.core.db import Model


class KeptDraft(Model):
    """A form that someone has not sent yet, as they last left it; only they can see it."""

    __tablename__ = "kept_draft"
    __table_args__ = (UniqueConstraint("person_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    key: Mapped[str]
    """Names the form: its submission key, so that one form is one draft."""
    question_id: Mapped[int | None] = mapped_column(ForeignKey("question.id"), index=True)
    """The question that an answer is being written to; None: a question is being written."""
    title: Mapped[str] = mapped_column(default="")
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    """The fields of the form by name, as they were typed."""
    kept_at: Mapped[dt.datetime]

    @property
    def stamp(self) -> str:
        """By what a form knows the draft that it was opened on."""
        return self.kept_at.isoformat()


class AnsweredAlready(Model):
    """That someone who was asking found the answer before posting: an outcome of its own, credited to the answer."""

    __tablename__ = "answered_already"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), index=True)
    answer_id: Mapped[int | None] = mapped_column(ForeignKey("answer.id"), index=True)
    draft_key: Mapped[str] = mapped_column(unique=True)
    at: Mapped[dt.datetime]
