"""Tables of the themes and of the thesaurus."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from samenspraak.core.db import Model, stored
from samenspraak.themes.kinds import TermKind


class ThemeGroup(Model):
    """What several themes are about, for a list that can be taken in: "Ouders, leerlingen en inspraak"."""

    __tablename__ = "theme_group"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    label: Mapped[str]
    position: Mapped[int]


class Theme(Model):
    """A subject on which questions are asked, such as "Zorgplicht, aanmelding en toelating".

    `note` tells what is meant by it, where its name may mean something else as well.
    """

    __tablename__ = "theme"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    label: Mapped[str]
    group_id: Mapped[int | None] = mapped_column(ForeignKey("theme_group.id"), index=True)
    note: Mapped[str] = mapped_column(default="")
    group: Mapped[ThemeGroup | None] = relationship(lazy="raise")
    synonyms: Mapped[list["ThemeSynonym"]] = relationship(lazy="raise", order_by="ThemeSynonym.position")


class ThemeSynonym(Model):
    """Another word for a theme, in the order in which it is shown; an old one is found, but no longer used."""

    __tablename__ = "theme_synonym"
    __table_args__ = (UniqueConstraint("theme_id", "text"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    theme_id: Mapped[int] = mapped_column(ForeignKey("theme.id"), index=True)
    position: Mapped[int]
    text: Mapped[str]
    is_old: Mapped[bool] = mapped_column(default=False)


class ThesaurusTerm(Model):
    """A word and what it may also be called; an ambiguous abbreviation counts only in capitals.

    `note` tells moderators how it may be misread.
    """

    __tablename__ = "thesaurus_term"
    __table_args__ = (UniqueConstraint("kind", "term"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[TermKind] = mapped_column(stored(TermKind))
    term: Mapped[str]
    only_in_capitals: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(default="")
    expansions: Mapped[list["ThesaurusExpansion"]] = relationship(lazy="raise", order_by="ThesaurusExpansion.position")


class ThesaurusExpansion(Model):
    """One other way to say a thesaurus term."""

    __tablename__ = "thesaurus_expansion"
    __table_args__ = (UniqueConstraint("term_id", "text"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    term_id: Mapped[int] = mapped_column(ForeignKey("thesaurus_term.id"), index=True)
    position: Mapped[int]
    text: Mapped[str]


class RemovedTerm(Model):
    """A term that a moderator took out or called otherwise: loading the shipped content does not bring it back."""

    __tablename__ = "removed_term"
    __table_args__ = (UniqueConstraint("kind", "term"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[TermKind] = mapped_column(stored(TermKind))
    term: Mapped[str]
