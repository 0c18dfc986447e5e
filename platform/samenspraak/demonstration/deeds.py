"""What people do in the demonstration, as plain values. People go by their name, experts by their key (`e03`)."""

import dataclasses
import datetime as dt
from typing import TypeAlias

from samenspraak.demonstration.standing_deeds import AskToSign, Close, Hold, Sign
from samenspraak.people.kinds import Sector
from samenspraak.questions.kinds import Standing, Visibility
from samenspraak.routing.rules import DeclineReason


@dataclasses.dataclass(frozen=True)
class Ask:
    """Someone asks a question; `member` is the name of whom it is for, `follows` the story that it goes on from."""

    asker: str
    title: str
    body: str
    themes: tuple[str, ...]
    sector: Sector
    visibility: Visibility
    wished_by: dt.date | None
    is_anonymous: bool = False
    member: str = ""
    follows: str = ""


@dataclasses.dataclass(frozen=True)
class Propose:
    """The match proposes experts."""

    experts: tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class Invite:
    """The asker invites experts, those who can be asked at that moment."""

    experts: tuple[str, ...]
    note: str


@dataclasses.dataclass(frozen=True)
class InviteByDesk:
    """A colleague at the desk takes the question and invites experts; where it is at no desk, the asker does."""

    experts: tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class Accept:
    """An expert accepts an invitation."""

    expert: str


@dataclasses.dataclass(frozen=True)
class Decline:
    """An expert declines an invitation."""

    expert: str
    because: DeclineReason
    words: str


@dataclasses.dataclass(frozen=True)
class Forward:
    """An expert passes an invitation on to another."""

    expert: str
    to: str
    words: str


@dataclasses.dataclass(frozen=True)
class Withdraw:
    """The asker takes an invitation back."""

    expert: str
    reason: str


@dataclasses.dataclass(frozen=True)
class Answer:
    """Someone answers."""

    by: str
    body: str
    standing: Standing
    basis: str = ""
    valid_until: dt.date | None = None


@dataclasses.dataclass(frozen=True)
class Edit:
    """Someone changes their answer, which is told by its number, and says why."""

    answer: int
    body: str
    reason: str


@dataclasses.dataclass(frozen=True)
class AcceptAnswer:
    """The asker accepts an answer."""

    answer: int


@dataclasses.dataclass(frozen=True)
class Comment:
    """Someone comments on an answer."""

    by: str
    under: int
    body: str


@dataclasses.dataclass(frozen=True)
class Vote:
    """Readers say that an answer helped them."""

    answer: int
    by: tuple[str, ...]


Deed: TypeAlias = (
    Ask
    | Propose
    | Invite
    | InviteByDesk
    | Accept
    | Decline
    | Forward
    | Withdraw
    | Answer
    | Edit
    | AcceptAnswer
    | Comment
    | Vote
    | AskToSign
    | Sign
    | Hold
    | Close
)


@dataclasses.dataclass(frozen=True)
class Step:
    """A deed, with the number of working days before today on which it is done."""

    day: int
    deed: Deed


@dataclasses.dataclass(frozen=True)
class Scheduled:
    """A deed of a story, with its moment."""

    at: dt.datetime
    story: str
    deed: Deed
