"""Searches that were done and what was opened from them. No row tells of a person, an organisation or a moment."""

import datetime as dt

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from samenspraak.core.db import Model, stored
from samenspraak.search.document import Kind


class LoggedSearch(Model):
    """One search, with the hour and not the minute; `words` as `wording.keep_words` leaves them."""

    __tablename__ = "logged_search"
    __table_args__ = (Index("ix_logged_search_words", "words", "hour"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    hour: Mapped[dt.datetime] = mapped_column(index=True)
    words: Mapped[str]
    filters: Mapped[str]
    found: Mapped[int]
    is_signed_in: Mapped[bool]
    is_corrected: Mapped[bool]
    is_partial: Mapped[bool]


class LoggedTheme(Model):
    """A theme that a search was about, by its slug."""

    __tablename__ = "logged_theme"

    search_id: Mapped[int] = mapped_column(ForeignKey("logged_search.id"), primary_key=True)
    slug: Mapped[str] = mapped_column(primary_key=True)


class LoggedOpening(Model):
    """What was opened from a search, and at which place of the list it stood; the first is 1."""

    __tablename__ = "logged_opening"
    __table_args__ = (UniqueConstraint("search_id", "kind", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    search_id: Mapped[int] = mapped_column(ForeignKey("logged_search.id"))
    kind: Mapped[Kind] = mapped_column(stored(Kind))
    key: Mapped[int]
    place: Mapped[int]


class DismissedSearch(Model):
    """A wording that found nothing and need not find anything, in the eyes of a moderator."""

    __tablename__ = "dismissed_search"

    id: Mapped[int] = mapped_column(primary_key=True)
    words: Mapped[str] = mapped_column(unique=True)
    reason: Mapped[str]
    dismissed_at: Mapped[dt.datetime]
