"""What each mail says, as values for its templates; `template` names their folder in templates/emails.

A title, an excerpt or a note is empty where the question is restricted: what is read there stays there.
"""

import dataclasses
import datetime as dt
from typing import ClassVar


@dataclasses.dataclass(frozen=True)
class Letter:
    """To whom, and the one address where its one act is."""

    template: ClassVar[str]
    name: str
    url: str


@dataclasses.dataclass(frozen=True)
class InvitedLetter(Letter):
    """To an expert: someone asks for your answer."""

    template = "invited"
    inviter: str
    organisation: str
    title: str
    excerpt: str
    note: str
    respond_by: dt.datetime | None


@dataclasses.dataclass(frozen=True)
class ForwardedLetter(InvitedLetter):
    """To a colleague: the question was passed on to you. Who has no account yet opens it by a mail of its own."""

    template = "forwarded"
    has_account: bool


@dataclasses.dataclass(frozen=True)
class RemindedLetter(Letter):
    """To who has a question in hand; `task` is "respond", "answer", "say", "judge", "desk" or "moderate"."""

    template = "reminded"
    title: str
    task: str
    until: dt.datetime | None


@dataclasses.dataclass(frozen=True)
class MovedOnLetter(Letter):
    """To the asker: what comes next; `to` is "choose", "samenspraak", "desk" (named in `place`) or "moderator"."""

    template = "moved_on"
    title: str
    to: str
    place: str
    until: dt.datetime | None


@dataclasses.dataclass(frozen=True)
class WaitsLetter(Letter):
    """To the asker: someone asks you something, and waits for it."""

    template = "waits"
    title: str
    who: str
    words: str


@dataclasses.dataclass(frozen=True)
class DeskLetter(Letter):
    """To the people of a desk: a question came in, or with `giver` named: it was given to you."""

    template = "desk"
    title: str
    desk: str
    giver: str
    respond_by: dt.datetime


@dataclasses.dataclass(frozen=True)
class AnsweredLetter(Letter):
    """To the asker: there is an answer."""

    template = "answered"
    author: str
    organisation: str
    title: str


@dataclasses.dataclass(frozen=True)
class AcceptedLetter(Letter):
    """To the author of an answer: it helped."""

    template = "accepted"
    asker: str
    """Empty for an author who may not know who asked."""
    title: str


@dataclasses.dataclass(frozen=True)
class ImpactLetter(Letter):
    """To the asker, six weeks after accepting: did you use the answer?"""

    template = "impact"
    author: str
    title: str


@dataclasses.dataclass(frozen=True)
class ConfirmLetter(Letter):
    """To an expert, twice a year: is your profile still true?"""

    template = "confirm"


@dataclasses.dataclass(frozen=True)
class DueLetter(Letter):
    """To who owns an article, on its day and two weeks later: is it still right?"""

    template = "due"
    title: str


@dataclasses.dataclass(frozen=True)
class IntroductionLetter(Letter):
    """To who coordinates a partnership: another one would like to talk, or a moderator proposes it."""

    template = "introduction"
    proposer: str
    partner: str
    words: str
    both_must_agree: bool


@dataclasses.dataclass(frozen=True)
class IntroducedLetter(Letter):
    """To each of two who agreed: how to reach the other."""

    template = "introduced"
    organisation: str
    partner: str
    email: str


@dataclasses.dataclass(frozen=True)
class AccountLetter(Letter):
    """To whom an account link was made for: open your account, or choose a new password."""

    template = "account"
    is_new: bool
    expires_at: dt.datetime
