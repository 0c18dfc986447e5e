"""What the pages on introductions show."""

import dataclasses
import datetime as dt

from samenspraak.conversations.kinds import IntroductionState
from samenspraak.people.models.organisation import Organisation
from samenspraak.web.introductions.forms import DeclineForm, ProposeForm
from samenspraak.web.shell.page import Crumb


@dataclasses.dataclass(frozen=True)
class Contact:
    """How to reach who agreed for the one side; told to nobody before both agreed."""

    organisation: str
    name: str
    email: str


@dataclasses.dataclass(frozen=True)
class IntroductionRow:
    """An introduction as its reader sees it. `subject` is what it is about, with its address where they may see it.

    `met` is with whom the reader would talk, empty for a moderator.
    """

    id: int
    state: IntroductionState
    first: Organisation
    other: Organisation
    subject: str
    subject_url: str
    met: str
    proposed_by: str
    words: str
    proposed_at: dt.datetime
    closed_at: dt.datetime | None
    reason: str
    contacts: tuple[Contact, ...]
    may_withdraw: bool


@dataclasses.dataclass(frozen=True)
class IntroductionsPage:
    """All introductions of someone: what waits for them first."""

    title: str
    crumbs: tuple[Crumb, ...]
    waiting: tuple[IntroductionRow, ...]
    under_way: tuple[IntroductionRow, ...]
    made: tuple[IntroductionRow, ...]
    past: tuple[IntroductionRow, ...]


@dataclasses.dataclass(frozen=True)
class ProposePage:
    """Proposing an introduction; `subject` is the question or experience that it is about."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: ProposeForm
    url: str
    other: Organisation
    subject: str
    for_others: bool


@dataclasses.dataclass(frozen=True)
class DeclinePage:
    """Saying no to an introduction."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: DeclineForm
    introduction_id: int
    who: str
