"""Questions, their themes, and who was let in."""

import datetime as dt

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from samenspraak.core.db import Model, stored
from samenspraak.people.kinds import Sector
from samenspraak.people.models.account import Person
from samenspraak.people.models.organisation import Organisation
from samenspraak.questions.kinds import CloseReason, Visibility
from samenspraak.questions.rules import fingerprint
from samenspraak.themes.models import Theme


class Question(Model):
    """A question of a partnership. `version` grows with everything that changes what is found of it."""

    __tablename__ = "question"
    __table_args__ = (Index("ix_question_organisation_id_asked_at", "organisation_id", "asked_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    asker_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    title: Mapped[str]
    body: Mapped[str]
    sector: Mapped[Sector] = mapped_column(stored(Sector))
    visibility: Mapped[Visibility] = mapped_column(stored(Visibility), index=True)
    is_anonymous: Mapped[bool] = mapped_column(default=False)
    """Whether who asked, and for which organisation, is told only to those who were invited and to moderators."""
    on_behalf_of_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    """The member of the partnership that wants to know, when it is not the partnership itself."""
    origin_id: Mapped[int | None] = mapped_column(ForeignKey("question.id"), index=True)
    """The question that this one follows up."""
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("question.id"), index=True)
    """The question that this one went into, as it asks the same; itself never one that went into another."""
    wished_by: Mapped[dt.date | None]
    asked_at: Mapped[dt.datetime] = mapped_column(index=True)
    edited_at: Mapped[dt.datetime | None]
    closed_at: Mapped[dt.datetime | None] = mapped_column(index=True)
    closed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    closed_because: Mapped[CloseReason | None] = mapped_column(stored(CloseReason))
    closing_words: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = mapped_column(default=1)
    submission: Mapped[str | None] = mapped_column(unique=True)
    """Key that the form was given, so that sending it twice asks once."""
    asker: Mapped[Person] = relationship(lazy="raise", foreign_keys=asker_id)
    organisation: Mapped[Organisation] = relationship(lazy="raise", foreign_keys=organisation_id)
    on_behalf_of: Mapped[Organisation | None] = relationship(lazy="raise", foreign_keys=on_behalf_of_id)
    themes: Mapped[list[Theme]] = relationship(secondary="question_theme", lazy="raise", order_by=Theme.label)

    @property
    def sign(self) -> str:
        """By what an edit form knows the question that it was opened on; themes must be loaded."""
        wish = self.wished_by.isoformat() if self.wished_by else ""
        themes = sorted(str(theme.id) for theme in self.themes)
        return fingerprint(self.title, self.body, self.sector, self.visibility, wish, *themes)


class QuestionTheme(Model):
    """A theme of a question."""

    __tablename__ = "question_theme"

    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True)
    theme_id: Mapped[int] = mapped_column(ForeignKey("theme.id"), primary_key=True, index=True)


class Guest(Model):
    """Someone let in to a question by an invitation that stands; what a restricted question's visibility looks at."""

    __tablename__ = "guest"

    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)
    since: Mapped[dt.datetime]
    knows_asker: Mapped[bool] = mapped_column(default=True)
    """Whether they are told who asked an anonymous question: let in to answer it, not because they answered."""
