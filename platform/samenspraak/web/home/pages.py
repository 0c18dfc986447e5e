"""What home shows."""

import dataclasses

from samenspraak.questions.queries.kept import DraftRow
from samenspraak.questions.queries.listing import QuestionRow
from samenspraak.routing.stuck import StuckCounts
from samenspraak.web.shell.page import Crumb
from samenspraak.web.shell.waiting.row import Waiting


@dataclasses.dataclass(frozen=True)
class OwnQuestion:
    """How an own question stands: a line of facts, a small track, and a state in a word."""

    title: str
    url: str
    facts: tuple[str, ...]
    steps: tuple[str, ...]
    state: str
    state_kind: str


@dataclasses.dataclass(frozen=True)
class NewsRow:
    """Something that is new for the one who looks; `reasons` are (icon, why)."""

    title: str
    url: str
    facts: tuple[str, ...]
    reasons: tuple[tuple[str, str], ...]


@dataclasses.dataclass(frozen=True)
class HomePage:
    """Home of someone signed in. What does not apply to a role is empty, or nothing.

    Without `news` the `newest` questions stand there, whatever they are about.
    """

    title: str
    subtitle: tuple[str, ...]
    may_ask: bool
    waiting: tuple[Waiting, ...]
    drafts: tuple[DraftRow, ...]
    own: tuple[OwnQuestion, ...]
    own_total: int
    news: tuple[NewsRow, ...]
    newest: tuple[QuestionRow, ...]
    stuck: StuckCounts | None
    profile_url: str | None
    crumbs: tuple[Crumb, ...] = ()


@dataclasses.dataclass(frozen=True)
class WelcomePage:
    """Home of a visitor: what this is, and what may be read openly."""

    title: str
    news: tuple[QuestionRow, ...]
    crumbs: tuple[Crumb, ...] = ()
