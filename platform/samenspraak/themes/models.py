"""Tables of the themes and of the thesaurus."""

import enum

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from samenspraak.core.db import Model, stored


class Theme(Model):
    """A subject on which questions are asked, such as "Zorgplicht, aanmelding en toelating"."""

    __tablename__ = "theme"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    label: Mapped[str]
    synonyms: Mapped[list["ThemeSynonym"]] = relationship(lazy="raise", order_by="ThemeSynonym.position")


class ThemeSynonym(Model):
    """Another word for a theme, in the order in which it is shown."""

    __tablename__ = "theme_synonym"
    __table_args__ = (UniqueConstraint("theme_id", "text"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    theme_id: Mapped[int] = mapped_column(ForeignKey("theme.id"), index=True)
    position: Mapped[int]
    text: Mapped[str]


class TermKind(enum.StrEnum):
    """How a thesaurus term relates to its expansions: both ways, but an everyday word only to them."""

    ABBREVIATION = "abbreviation"
    SYNONYM = "synonym"
    EVERYDAY = "everyday"


class ThesaurusTerm(Model):
    """A word and what it may also be called; an ambiguous abbreviation counts only in capitals."""

    __tablename__ = "thesaurus_term"
    __table_args__ = (UniqueConstraint("kind", "term"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[TermKind] = mapped_column(stored(TermKind))
    term: Mapped[str]
    only_in_capitals: Mapped[bool] = mapped_column(default=False)
    expansions: Mapped[list["ThesaurusExpansion"]] = relationship(lazy="raise", order_by="ThesaurusExpansion.position")


class ThesaurusExpansion(Model):
    """One other way to say a thesaurus term."""

    __tablename__ = "thesaurus_expansion"
    __table_args__ = (UniqueConstraint("term_id", "text"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    term_id: Mapped[int] = mapped_column(ForeignKey("thesaurus_term.id"), index=True)
    position: Mapped[int]
    text: Mapped[str]
