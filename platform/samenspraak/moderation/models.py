"""The table of warnings that people confirmed."""

import datetime as dt

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from samenspraak.core.db import Model
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
