"""A desk's own figures: what came in, how much of it was responded to within the agreement, and how soon.

Responding is answering, or asking an expert. What was passed on without either is counted apart: it was no response.
"""

import datetime as dt
import statistics
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from samenspraak.calendar.queries import RegionCalendars, region_calendars
from samenspraak.core.clock import AMSTERDAM, local_day
from samenspraak.core.db import Session
from samenspraak.people.kinds import Region, Sector
from samenspraak.people.models.account import Person
from samenspraak.people.models.organisation import Organisation
from samenspraak.questions.models.question import Question
from samenspraak.routing.desks.queries import colleagues_of
from samenspraak.routing.desks.rules import IN_HAND
from samenspraak.routing.kinds import DeskCaseState
from samenspraak.routing.models.desk import DeskCase

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Figures:
    """What became of some cases. `median_days` is in working days of whoever asked, None while there is no response."""

    arrived: int
    responded: int
    in_time: int
    timed_out: int
    passed_on: int
    median_days: float | None

    @property
    def share_in_time(self) -> float | None:
        """Which part of what came to its deadline was responded to before it; None while there is nothing to say."""
        due = self.responded + self.timed_out
        return self.in_time / due if due else None


@dataclass(frozen=True, slots=True)
class ColleagueFigures:
    """What a colleague has in hand, and what was responded to that they had last."""

    name: str
    in_hand: int
    responded: int


@dataclass(frozen=True, slots=True)
class DeskFigures:
    """The figures of a desk over the last months, month by month (its first day), the latest first."""

    total: Figures
    open_now: int
    months: Sequence[tuple[dt.date, Figures]]
    colleagues: Sequence[ColleagueFigures]


@dataclass(frozen=True, slots=True)
class _Counted:
    case: DeskCase
    region: Region | None
    sector: Sector


def figures_of(session: Session, desk_id: int, now: dt.datetime) -> DeskFigures:
    """Return a desk's figures over this month and the eleven before it, in a fixed number of statements."""
    first = _first_month(local_day(now))
    counted = _cases(session, desk_id, first)
    calendars = region_calendars(session)
    by_month: dict[dt.date, list[_Counted]] = defaultdict(list)
    for each in counted:
        by_month[local_day(each.case.arrived_at).replace(day=1)].append(each)
    months = [(month, _figures(by_month[month], calendars)) for month in sorted(by_month, reverse=True)]
    colleagues = [_of_colleague(each, counted) for each in colleagues_of(session, desk_id)]
    is_open = [each for each in counted if each.case.state is DeskCaseState.OPEN]
    return DeskFigures(_figures(counted, calendars), len(is_open), months, colleagues)


def _cases(session: Session, desk_id: int, first: dt.date) -> list[_Counted]:
    since = dt.datetime.combine(first, dt.time(), AMSTERDAM)
    rows = session.execute(
        select(DeskCase, Organisation.holiday_region, Question.sector)
        .join(DeskCase.question)
        .join(Question.organisation)
        .where(DeskCase.desk_id == desk_id, (DeskCase.arrived_at >= since) | DeskCase.state.in_(IN_HAND))
    )
    return [_Counted(case, region, sector) for case, region, sector in rows]


def _figures(counted: Iterable[_Counted], calendars: RegionCalendars) -> Figures:
    counted = list(counted)
    cases = [each.case for each in counted]
    days = [_days_to_respond(each, calendars) for each in counted if each.case.responded_at]
    responded = [each for each in cases if each.responded_at]
    return Figures(
        arrived=len(cases),
        responded=len(responded),
        in_time=sum(each.responded_at is not None and each.responded_at <= each.respond_by for each in responded),
        timed_out=sum(each.state is DeskCaseState.TIMED_OUT and each.responded_at is None for each in cases),
        passed_on=sum(each.state is DeskCaseState.PASSED_ON and each.responded_at is None for each in cases),
        median_days=statistics.median(days) if days else None,
    )


def _days_to_respond(counted: _Counted, calendars: RegionCalendars) -> int:
    arrived, responded = counted.case.arrived_at, counted.case.responded_at or counted.case.arrived_at
    return calendars.of(counted.region, counted.sector).between(local_day(arrived), local_day(responded))


def _of_colleague(person: Person, counted: Iterable[_Counted]) -> ColleagueFigures:
    own = [each.case for each in counted if each.case.assigned_to_id == person.id]
    return ColleagueFigures(
        person.name, sum(each.state in IN_HAND for each in own), sum(each.responded_at is not None for each in own)
    )


def _first_month(today: dt.date) -> dt.date:
    months = today.year * 12 + today.month - 1 - (MONTHS - 1)
    return dt.date(months // 12, months % 12 + 1, 1)
