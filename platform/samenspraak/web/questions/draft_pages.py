"""What the page of someone's drafts shows."""

import dataclasses
from collections.abc import Sequence

from samenspraak.questions.queries.answered_already import AnsweredRow
from samenspraak.questions.queries.kept import DraftRow
from samenspraak.web.shell.page import Crumb


@dataclasses.dataclass(frozen=True)
class DraftsPage:
    """What someone is writing, and which of their questions proved answered; kept for so many `days`."""

    title: str
    crumbs: tuple[Crumb, ...]
    drafts: Sequence[DraftRow]
    answered: Sequence[AnsweredRow]
    days: int
    may_ask: bool


@dataclasses.dataclass(frozen=True)
class NotKeptPage:
    """A draft that cannot be kept, with what was typed, so that it is not lost."""

    title: str
    crumbs: tuple[Crumb, ...]
    typed: tuple[tuple[str, str], ...]
