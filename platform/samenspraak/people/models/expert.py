"""Expert profiles: what an expert says of themself, how much they take on, and when they are away."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from samenspraak.core.db import Model, stored
from samenspraak.people.kinds import ExpertGroup, Sector
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
    person: Mapped[Person] = relationship(lazy="raise")
    organisation: Mapped[Organisation] = relationship(lazy="raise")
    themes: Mapped[list[Theme]] = relationship(secondary="expert_theme", lazy="raise", order_by=Theme.label)
    away_periods: Mapped[list["AwayPeriod"]] = relationship(lazy="raise", order_by="AwayPeriod.first_day")


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
