"""The table of what was taken out; the words themselves are kept nowhere."""

import datetime as dt

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from samenspraak.core.db import Model, stored
from samenspraak.moderation.kinds import PostKind


class Redaction(Model):
    """That a moderator took words out of a post, and why. Nobody can put them back."""

    __tablename__ = "redaction"
    __table_args__ = (Index("ix_redaction_post_post_id", "post", "post_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    post: Mapped[PostKind] = mapped_column(stored(PostKind))
    post_id: Mapped[int]
    """The key of the post in its own table."""
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), index=True)
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[dt.datetime]
    reason: Mapped[str]
    """Why, as the author of the post is told."""
    cleansed_at: Mapped[dt.datetime | None]
    """Since when the words are in no file either: not in the index, the database and the mails in a folder."""
