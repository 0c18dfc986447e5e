"""What the moderator's desk shows."""

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from flask import url_for

from samenspraak.calendar.queries import national_calendar
from samenspraak.core.clock import local_day
from samenspraak.core.keyset import Part
from samenspraak.demand.kinds import DismissReason
from samenspraak.moderation.models import Claim
from samenspraak.moderation.queries import WarningRow
from samenspraak.moderation.queues.queue import Depth, Queue
from samenspraak.moderation.queues.reports import ReportRow
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.answered_already import Outcomes
from samenspraak.routing.matches import Match
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.next_steps import NextKind, NextStep
from samenspraak.web.shell.guarding import GuardedForm
from samenspraak.web.shell.page import Crumb
from samenspraak.web.shell.posts import post_url


@dataclasses.dataclass(frozen=True)
class OpenedQuestion:
    """The question that is unfolded: who was asked, who could be, and how many may be asked still."""

    question: Question
    invitations: Sequence[Invitation]
    proposed: Sequence[Match]
    free_places: int
    index_works: bool
    following: NextStep | None
    """What comes next for it."""

    @property
    def is_with_moderators(self) -> bool:
        """Whether a moderator can take it, or send it to a desk."""
        return self.following is not None and self.following.kind is NextKind.MODERATOR_ACTS


@dataclasses.dataclass(frozen=True)
class DeskQueue:
    """A queue in the list of them: how many items wait, and since when the oldest."""

    label: str
    url: str
    depth: Depth
    is_chosen: bool


@dataclasses.dataclass(frozen=True)
class DeskPage:
    """All queues, a part of one in a table, and one item of it unfolded."""

    title: str
    crumbs: tuple[Crumb, ...]
    today: dt.date
    queue: Queue
    queues: Sequence[DeskQueue]
    part: Part[Any]
    total: int
    claims: Mapping[str, Claim]
    """Who works on what, by item."""
    opened: Any | None
    """The row that is unfolded."""
    question: OpenedQuestion | None
    """Of a question that is unfolded, what else there is to see."""
    entry: GuardedForm | None
    """What is filled in of the form beside the item."""
    place: Mapping[str, Any]
    """Where in the queue this part begins, as the address holds it."""
    together_url: str
    """Where several items are handled at once; empty where that cannot be."""
    previous_url: str | None
    next_url: str | None
    outcomes: Outcomes
    """What became of the questions that were begun in the last days."""

    @property
    def here(self) -> str:
        """The address of the desk as it stands, with nothing unfolded."""
        return url_for("moderation.index", stapel=self.queue.name.value, **self.place)

    @property
    def first_url(self) -> str:
        """The address of the beginning of the queue."""
        return url_for("moderation.index", stapel=self.queue.name.value)

    @property
    def reasons(self) -> tuple[DismissReason, ...]:
        """Why a search can be dismissed."""
        return tuple(DismissReason)

    def age(self, since: dt.datetime) -> int:
        """Return the working days since a moment."""
        return national_calendar().between(local_day(since), self.today)

    def unfolded(self, item: str) -> str:
        """Return the address of the desk as it stands, with one item unfolded."""
        return url_for("moderation.index", stapel=self.queue.name.value, open=item, **self.place)

    def post_url(self, row: ReportRow) -> str:
        """Return the address of the post that was reported."""
        return post_url(row.report.post, row.report.post_id, row.report.question_id)


@dataclasses.dataclass(frozen=True)
class PrivacyPage:
    """Warnings that were confirmed, the newest first; `tabs` are (word, address, number, whether chosen)."""

    title: str
    crumbs: tuple[Crumb, ...]
    rows: Sequence[WarningRow]
    tabs: tuple[tuple[str, str, int, bool], ...]
    next_url: str | None
    first_url: str | None
