"""Organisations, the areas of partnerships, who takes part in them, and what they worked out."""

import datetime as dt

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from samenspraak.core.db import Model, stored
from samenspraak.people.kinds import OrganisationKind, Region, Sector
from samenspraak.themes.models import Theme


class Organisation(Model):
    """A partnership, school board, council, ministry or other party.

    A legal partnership has a code (`PO2601`) before it has a name: names are entered by an administrator.
    """

    __tablename__ = "organisation"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[OrganisationKind] = mapped_column(stored(OrganisationKind), index=True)
    code: Mapped[str | None] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(default="")
    sector: Mapped[Sector | None] = mapped_column(stored(Sector))
    province: Mapped[str] = mapped_column(default="")
    municipalities: Mapped[list[str]] = mapped_column(JSON, default=list)
    holiday_region: Mapped[Region | None] = mapped_column(stored(Region))
    """Whose school holidays it keeps; None: not known, so that only public holidays count."""
    is_active: Mapped[bool] = mapped_column(default=True)

    @property
    def title(self) -> str:
        """The name, or for a partnership without one its code and largest municipalities.

        Municipalities are kept largest first, as the import gives them.
        """
        if self.name:
            return self.name
        where = ", ".join(self.municipalities[:2])
        return f"{self.short_code} ({where})" if where else self.short_code

    @property
    def short_code(self) -> str:
        """The code as people write it: `PO 26-01`."""
        code = self.code or ""
        return f"{code[:2]} {code[2:4]}-{code[4:]}" if len(code) == 6 else code


class PartnershipMember(Model):
    """That an organisation, such as a school board, takes part in a partnership, which may ask on its behalf."""

    __tablename__ = "partnership_member"

    partnership_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), primary_key=True, index=True)


class Experience(Model):
    """Something that a partnership worked out, in its own words, and whether others may come and talk about it."""

    __tablename__ = "experience"

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    title: Mapped[str]
    body: Mapped[str]
    is_open_to_contact: Mapped[bool] = mapped_column(default=True)
    written_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    added_at: Mapped[dt.datetime]
    updated_at: Mapped[dt.datetime]
    version: Mapped[int] = mapped_column(default=1)
    submission: Mapped[str | None] = mapped_column(unique=True)
    organisation: Mapped[Organisation] = relationship(lazy="raise")
    themes: Mapped[list[Theme]] = relationship(secondary="experience_theme", lazy="raise", order_by=Theme.label)


class ExperienceTheme(Model):
    """A theme that something worked out is about."""

    __tablename__ = "experience_theme"

    experience_id: Mapped[int] = mapped_column(ForeignKey("experience.id"), primary_key=True)
    theme_id: Mapped[int] = mapped_column(ForeignKey("theme.id"), primary_key=True, index=True)
