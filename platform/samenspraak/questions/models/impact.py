"""What became of an accepted answer: asked once, six weeks after it was accepted."""

import datetime as dt

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samenspraak.core.db import Model, stored
from samenspraak.questions.kinds import Use


class Impact(Model):
    """Whether an accepted answer was used; without `used` the asker was asked and has not said."""

    __tablename__ = "impact"

    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True)
    answer_id: Mapped[int] = mapped_column(ForeignKey("answer.id"), index=True)
    asked_at: Mapped[dt.datetime]
    used: Mapped[Use | None] = mapped_column(stored(Use))
    words: Mapped[str] = mapped_column(default="")
    told_at: Mapped[dt.datetime | None]
    told_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
