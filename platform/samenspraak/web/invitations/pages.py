"""What the page of an expert's invitations shows."""

import dataclasses
import datetime as dt
from collections.abc import Collection, Mapping, Sequence

from samenspraak.calendar.queries import RegionCalendars
from samenspraak.core.clock import local_day
from samenspraak.matching.explanation import Reason
from samenspraak.questions.models.question import Question
from samenspraak.routing.models.invitation import Invitation
from samenspraak.web.invitations.forms import AskAskerForm, DeclineForm, ForwardForm
from samenspraak.web.invitations.past import AskedRow, PastForm
from samenspraak.web.shell.listing import Listed
from samenspraak.web.shell.page import Crumb


@dataclasses.dataclass(frozen=True)
class InvitationsPage:
    """What waits for an expert, what they took on, and what is over. `declining` is the one with the form unfolded."""

    title: str
    crumbs: tuple[Crumb, ...]
    today: dt.date
    calendars: RegionCalendars
    waiting: Sequence[Invitation]
    reasons: Mapping[int, tuple[Reason, ...]]
    taken_on: Sequence[Invitation]
    standing_still: Collection[int]
    """The questions of these that wait for who asked them: no time runs."""
    filters: PastForm
    chips: tuple[tuple[str, str], ...]
    past: Listed[AskedRow]
    export_url: str
    capacity: int | None
    declining: int | None
    form: DeclineForm

    @property
    def load(self) -> int:
        """How many questions the expert has in hand."""
        return len(self.waiting) + len(self.taken_on)

    def working_days_left(self, invitation: Invitation) -> int:
        """Return the working days until a reaction to the invitation is due, in the region of who asks; 0: today."""
        until, question = invitation.respond_by, invitation.question
        calendar = self.calendars.of(question.organisation.holiday_region, question.sector)
        return calendar.between(self.today, local_day(until)) if until else 0


@dataclasses.dataclass(frozen=True)
class ForwardPage:
    """Passing a question on to a colleague."""

    title: str
    crumbs: tuple[Crumb, ...]
    invitation: Invitation
    form: ForwardForm


@dataclasses.dataclass(frozen=True)
class AskAskerPage:
    """Asking the asker something first, while the clock stands still."""

    title: str
    crumbs: tuple[Crumb, ...]
    question: Question
    form: AskAskerForm
