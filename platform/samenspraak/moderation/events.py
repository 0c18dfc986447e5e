"""What happens to a report."""

import dataclasses

from samenspraak.core.events import Event


@dataclasses.dataclass(frozen=True)
class PostReported(Event):
    """Someone asked the moderators to look at a post."""

    report_id: int


@dataclasses.dataclass(frozen=True)
class ReportAnswered(Event):
    """A moderator told the reporter what came of it."""

    report_id: int
