"""Whether an expert takes questions now, as a value for the pages."""

import dataclasses
import datetime as dt

from samenspraak.matching.availability import last_day_away
from samenspraak.people.models.expert import AwayPeriod, ExpertProfile


@dataclasses.dataclass(frozen=True)
class Availability:
    """How many questions an expert has in hand of how many a week, and until when they are away."""

    load: int
    capacity: int
    away_until: dt.date | None

    @property
    def state(self) -> str:
        """Either "closed", "away", "full" or "free"."""
        if self.capacity == 0:
            return "closed"
        if self.away_until:
            return "away"
        return "full" if self.load >= self.capacity else "free"


def availability_of(profile: ExpertProfile, load: int, today: dt.date) -> Availability:
    """Return whether an expert takes questions today."""
    periods = [(period.first_day, period.last_day) for period in profile.away_periods]
    return Availability(load, profile.weekly_capacity, last_day_away(periods, today))


def coming_periods(profile: ExpertProfile, today: dt.date) -> list[AwayPeriod]:
    """Return the periods that are not over, first to come first."""
    return [period for period in profile.away_periods if period.last_day >= today]
