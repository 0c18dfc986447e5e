"""What answers rest on: the parts of sources that they cite, and what is to be looked at when those change."""

import datetime as dt

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from samenspraak.core.db import Model


class AnswerCitation(Model):
    """That an answer cites an article, or a paragraph of one; without article, the whole of a source."""

    __tablename__ = "answer_citation"
    __table_args__ = (UniqueConstraint("answer_id", "source_id", "article", "paragraph"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    answer_id: Mapped[int] = mapped_column(ForeignKey("answer.id"))
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"), index=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("source_version.id"), index=True)
    """The version that its author had before them, or that a moderator compared it with since."""
    article: Mapped[str]
    paragraph: Mapped[str]


class CitationReview(Model):
    """That what a citation rests on reads otherwise in a newer version, and whether a moderator looked at it."""

    __tablename__ = "citation_review"

    id: Mapped[int] = mapped_column(primary_key=True)
    citation_id: Mapped[int] = mapped_column(ForeignKey("answer_citation.id", ondelete="CASCADE"), index=True)
    before_id: Mapped[int] = mapped_column(ForeignKey("source_version.id"))
    after_id: Mapped[int] = mapped_column(ForeignKey("source_version.id"))
    opened_at: Mapped[dt.datetime]
    done_at: Mapped[dt.datetime | None]
    done_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
