"""What the pages of a desk show."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from samenspraak.calendar.working import WorkingCalendar
from samenspraak.core.clock import local_day
from samenspraak.people.models.account import Person
from samenspraak.routing.desks.figures import DeskFigures
from samenspraak.routing.desks.queue import Pile, QueuedCase
from samenspraak.routing.kinds import DeskCaseState
from samenspraak.routing.models.desk import Desk, DeskCase
from samenspraak.web.desks.forms import AgreementForm, AssignForm, PassOnForm
from samenspraak.web.shell.page import Crumb
from samenspraak.web.shell.pagination import Paged


@dataclasses.dataclass(frozen=True)
class DeskHead:
    """What stands above the pages of a desk; `others` are all desks of who looks: (name, address, number, here)."""

    desk: Desk
    others: Sequence[tuple[str, str, int, bool]]
    may_keep_agreement: bool


@dataclasses.dataclass(frozen=True)
class QueuePage:
    """One pile of a desk's queue; `piles` are (word, address, number, whether chosen)."""

    title: str
    crumbs: tuple[Crumb, ...]
    head: DeskHead
    pile: Pile
    piles: Sequence[tuple[str, str, int, bool]]
    paged: Paged[QueuedCase]
    now: dt.datetime
    person_id: int | None
    is_colleague: bool

    def is_late(self, case: DeskCase) -> bool:
        """Whether a first response is overdue."""
        return case.state is DeskCaseState.OPEN and case.respond_by < self.now


@dataclasses.dataclass(frozen=True)
class CasePage:
    """One question at its desk, with all that can be done with it."""

    title: str
    crumbs: tuple[Crumb, ...]
    queued: QueuedCase
    colleagues: Sequence[Person]
    course: Sequence[tuple[dt.datetime, str, str]]
    assign_form: AssignForm
    pass_on_form: PassOnForm
    calendar: WorkingCalendar
    now: dt.datetime
    is_in_hand: bool
    is_colleague: bool
    person_id: int | None

    @property
    def case(self) -> DeskCase:
        """The case itself."""
        return self.queued.case

    @property
    def age(self) -> int:
        """The working days since the question came in."""
        return self.calendar.between(local_day(self.case.arrived_at), local_day(self.now))

    @property
    def days_left(self) -> int:
        """The working days until a first response is due; 0 on the last day."""
        return self.calendar.between(local_day(self.now), local_day(self.case.respond_by))

    @property
    def is_late(self) -> bool:
        """Whether a first response is overdue."""
        return self.case.respond_by < self.now

    @property
    def is_mine(self) -> bool:
        """Whether it was given to the one who looks."""
        return self.case.assigned_to_id is not None and self.case.assigned_to_id == self.person_id


@dataclasses.dataclass(frozen=True)
class FiguresPage:
    """A desk's own figures."""

    title: str
    crumbs: tuple[Crumb, ...]
    head: DeskHead
    figures: DeskFigures


@dataclasses.dataclass(frozen=True)
class AgreementPage:
    """Opening or closing a desk, and what it agreed."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: AgreementForm
    is_new: bool
    colleagues: int
