"""The small world in which the machine is tried: two partnerships of different regions, experts, a desk, moderators."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from samenspraak.calendar.kinds import SchoolBreak
from samenspraak.calendar.models import SchoolHoliday
from samenspraak.core.db import Session, SessionFactory, reading
from samenspraak.core.events import unit_of_work
from samenspraak.matching.candidates import find_candidates
from samenspraak.matching.eligibility import left_out
from samenspraak.matching.switches import rulebook_for
from samenspraak.people.kinds import ExpertGroup, OrganisationKind, Region, Role, Sector
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.question import Question
from samenspraak.routing.clock import act_on, list_due
from samenspraak.routing.load import load_of
from samenspraak.routing.models.desk import Desk
from samenspraak.wiring import WIRING
from tests.factories.people import make_expert, make_organisation, make_person, viewer

MOST_ROUNDS = 12


@dataclasses.dataclass(frozen=True)
class World:
    """Who takes part, as viewers."""

    askers: tuple[Viewer, ...]
    experts: tuple[Viewer, ...]
    colleagues: tuple[Viewer, ...]
    moderators: tuple[Viewer, ...]
    sessions: SessionFactory


def make_people(sessions: SessionFactory) -> World:
    """Make the world, with school holidays around a year's end in two regions."""
    with sessions.begin() as session:
        for region, first in ((Region.NORTH, dt.date(2026, 12, 19)), (Region.SOUTH, dt.date(2026, 12, 21))):
            session.add(_christmas(region, first))
        north = make_organisation(session, holiday_region=Region.NORTH, name="Verband Noord")
        south = make_organisation(session, holiday_region=Region.SOUTH, name="Verband Zuid", sector=Sector.SECONDARY)
        council = make_organisation(session, kind=OrganisationKind.SECTOR_COUNCIL, name="PO-Raad")
        session.add(Desk(organisation_id=council.id, working_days_to_respond=3))
        ministry = make_organisation(session, kind=OrganisationKind.MINISTRY)
        askers = [make_person(session, Role.COORDINATOR, organisation=each) for each in (north, south)]
        experts = [
            make_expert(session, weekly_capacity=3 + number, group=ExpertGroup.INDEPENDENT) for number in range(5)
        ]
        colleagues = [make_person(session, Role.EXPERT, organisation=council) for _ in range(2)]
        moderators = [make_person(session, Role.MODERATOR, organisation=ministry) for _ in range(2)]
        groups = [tuple(map(viewer, people)) for people in (askers, experts, colleagues, moderators)]
    return World(*groups, sessions)


def _christmas(region: Region, first: dt.date) -> SchoolHoliday:
    return SchoolHoliday(
        school_year="2026-2027",
        region=region,
        school_break=SchoolBreak.CHRISTMAS,
        sector=Sector.BOTH,
        first_day=first,
        last_day=first + dt.timedelta(days=14),
        source="test",
    )


@contextmanager
def unit(world: World, now: dt.datetime) -> Iterator[Session]:
    """Give a unit of work as a request has one, with all that listens."""
    with unit_of_work(world.sessions, WIRING, lambda: now) as session:
        yield session


def find_free(session: Session, question: Question, now: dt.datetime) -> Sequence[int]:
    """Name every expert who can be asked, in place of what the index would say of them."""
    rulebook = rulebook_for(session, question.id)
    candidates = find_candidates(session, question, now, load_of(session, now))
    return [each.person for each in candidates if left_out(each, now, rulebook) is None]


def find_nobody_now(_session: Session, _question: Question, _now: dt.datetime) -> None:
    """Say that the index cannot be read."""


def tick(world: World, now: dt.datetime, find: Callable[..., Sequence[int] | None] = find_free) -> int:
    """Do what the worker does in one round, each thing in a unit of its own; return how much was due."""
    with reading(world.sessions) as session:
        due = list_due(session, now)
    for each in due:
        with unit(world, now) as session:
            act_on(session, each, find, now)
    return len(due)


def settle_down(world: World, now: dt.datetime) -> None:
    """Let the worker go round until nothing is due; it has to come to rest."""
    for _ in range(MOST_ROUNDS):
        if tick(world, now) == 0:
            return
    raise AssertionError("the worker does not come to rest")
