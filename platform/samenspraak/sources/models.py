"""Tables of the sources, their versions, and the parts that one can cite."""

import datetime as dt

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from samenspraak.core.db import Model, stored
from samenspraak.sources.kinds import SourceKind


class Source(Model):
    """A text from outside that an answer may rest on."""

    __tablename__ = "source"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[SourceKind] = mapped_column(stored(SourceKind))
    name: Mapped[str] = mapped_column(unique=True)
    """What it is cited by, and its name in addresses: "WPO", "kst-31497-93"."""
    title: Mapped[str]
    identifier: Mapped[str]
    """What its publisher knows it by: "BWBR0003420"."""
    address: Mapped[str]
    """Where its publisher shows it."""
    published_on: Mapped[dt.date | None]
    versions: Mapped[list["SourceVersion"]] = relationship(
        lazy="raise", order_by="SourceVersion.valid_from.desc(), SourceVersion.id.desc()", back_populates="source"
    )

    @property
    def short(self) -> str:
        """What it is called within a sentence: its abbreviation, for a statute that has one; else its title."""
        return self.name if self.kind is SourceKind.STATUTE and self.name.isupper() else self.title


class SourceVersion(Model):
    """The text of a source from some day on, until the next one replaces it."""

    __tablename__ = "source_version"

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"), index=True)
    valid_from: Mapped[dt.date]
    replaced_on: Mapped[dt.date | None]
    """The first day of the next version; None: this one is in force."""
    fingerprint: Mapped[str]
    """Of its parts, so that the same text is not taken for a new version."""
    loaded_at: Mapped[dt.datetime]
    source: Mapped[Source] = relationship(lazy="raise", back_populates="versions")


class SourcePart(Model):
    """What can be cited of a version: an article, a paragraph of one; or else a chapter, or a text without articles.

    A heading of chapters has a `level` from 1 on and no article. An article has a row without paragraph, with what
    stands above its first paragraph, and a row for each paragraph.
    """

    __tablename__ = "source_part"
    __table_args__ = (UniqueConstraint("version_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("source_version.id"))
    position: Mapped[int]
    level: Mapped[int]
    article: Mapped[str] = mapped_column(index=True)
    paragraph: Mapped[str]
    heading: Mapped[str]
    text: Mapped[str]
