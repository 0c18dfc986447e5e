"""Expert profiles: what an expert says of themself, how much they take on, and when they are away."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from samenspraak.core.db import Model, stored
from samenspraak.people.kinds import ExpertGroup, Sector, TieKind
from samenspraak.people.models.account import Person
from samenspraak.people.models.organisation import Organisation
from samenspraak.themes.models import Theme


class ExpertProfile(Model):
    """What one expert offers. Its owner edits it; `version` grows with each edit."""

    __tablename__ = "expert_profile"
    __table_args__ = (
        CheckConstraint("weekly_capacity >= 0 AND weekly_capacity <= 20", name="weekly_capacity_in_bounds"),
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    group: Mapped[ExpertGroup] = mapped_column("expert_group", stored(ExpertGroup), index=True)
    headline: Mapped[str]
    expertise: Mapped[str] = mapped_column(default="")
    sector: Mapped[Sector] = mapped_column(stored(Sector))
    weekly_capacity: Mapped[int]
    is_listed: Mapped[bool] = mapped_column(default=True)
    version: Mapped[int] = mapped_column(default=1)
    updated_at: Mapped[dt.datetime]
    confirmed_at: Mapped[dt.datetime | None]
    """When its owner last said that it is still true; None: not since it was made."""
    asked_to_confirm_at: Mapped[dt.datetime | None]
    person: Mapped[Person] = relationship(lazy="raise")
    organisation: Mapped[Organisation] = relationship(lazy="raise")
    themes: Mapped[list[Theme]] = relationship(secondary="expert_theme", lazy="raise", order_by=Theme.label)
    away_periods: Mapped[list["AwayPeriod"]] = relationship(
        lazy="raise", order_by="AwayPeriod.first_day", foreign_keys="AwayPeriod.person_id"
    )


class ExpertTheme(Model):
    """A theme that an expert takes questions on."""

    __tablename__ = "expert_theme"

    person_id: Mapped[int] = mapped_column(ForeignKey("expert_profile.person_id"), primary_key=True)
    theme_id: Mapped[int] = mapped_column(ForeignKey("theme.id"), primary_key=True, index=True)


class AwayPeriod(Model):
    """Days on which an expert takes no questions, both ends included."""

    __tablename__ = "away_period"
    __table_args__ = (CheckConstraint("first_day <= last_day", name="first_day_before_last_day"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("expert_profile.person_id"), index=True)
    first_day: Mapped[dt.date]
    last_day: Mapped[dt.date]
    substitute_id: Mapped[int | None] = mapped_column(ForeignKey("expert_profile.person_id"))
    """Who can be asked instead."""
    substitute: Mapped[ExpertProfile | None] = relationship(lazy="raise", foreign_keys=substitute_id)


class DeclaredTie(Model):
    """That an expert has a tie with an organisation, as the expert declared it: its questions go to others."""

    __tablename__ = "declared_tie"
    __table_args__ = (UniqueConstraint("person_id", "organisation_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("expert_profile.person_id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    kind: Mapped[TieKind] = mapped_column(stored(TieKind))
    words: Mapped[str] = mapped_column(default="")
    declared_at: Mapped[dt.datetime]
    organisation: Mapped[Organisation] = relationship(lazy="raise")


class ThemeSpokesperson(Model):
    """That OCW named someone of its own to state the position of the ministry on a theme."""

    __tablename__ = "theme_spokesperson"

    theme_id: Mapped[int] = mapped_column(ForeignKey("theme.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)
    named_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    named_at: Mapped[dt.datetime]
    person: Mapped[Person] = relationship(lazy="raise", foreign_keys=person_id)
    named_by: Mapped[Person] = relationship(lazy="raise", foreign_keys=named_by_id)
    theme: Mapped[Theme] = relationship(lazy="raise")


class DismissedTheme(Model):
    """That an expert does not want a theme suggested for their profile."""

    __tablename__ = "dismissed_theme"

    person_id: Mapped[int] = mapped_column(ForeignKey("expert_profile.person_id"), primary_key=True)
    theme_id: Mapped[int] = mapped_column(ForeignKey("theme.id"), primary_key=True, index=True)
