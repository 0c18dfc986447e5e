"""What the moderator's desk shows."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from samenspraak.calendar.queries import national_calendar
from samenspraak.core.clock import local_day
from samenspraak.moderation.queries import WarningRow
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.answered_already import Outcomes
from samenspraak.routing.matches import Match
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.next_steps import NextKind, NextStep
from samenspraak.routing.stuck import Stall, StuckQuestion
from samenspraak.web.shell.page import Crumb
from samenspraak.web.shell.pagination import Paged


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
class DeskPage:
    """Stuck questions in a table, by queue; `queues` are (word, address, number, whether chosen)."""

    title: str
    crumbs: tuple[Crumb, ...]
    today: dt.date
    queue: Stall | None
    queues: Sequence[tuple[str, str, int, bool]]
    paged: Paged[StuckQuestion]
    opened: OpenedQuestion | None
    here: str
    unseen_warnings: int
    outcomes: Outcomes
    """What became of the questions that were begun in the last days."""

    def age(self, question: Question) -> int:
        """Return the working days since a question was asked."""
        return national_calendar().between(local_day(question.asked_at), self.today)

    def unfolded(self, question: Question) -> str:
        """Return the address of the desk as it stands, with one question unfolded."""
        return f"{self.here}{'&' if '?' in self.here else '?'}open={question.id}"


@dataclasses.dataclass(frozen=True)
class PrivacyPage:
    """Warnings that were confirmed, the newest first; `tabs` are (word, address, number, whether chosen)."""

    title: str
    crumbs: tuple[Crumb, ...]
    rows: Sequence[WarningRow]
    tabs: tuple[tuple[str, str, int, bool], ...]
    next_url: str | None
    first_url: str | None
