"""What happens to people."""

import dataclasses

from samenspraak.core.events import Event


@dataclasses.dataclass(frozen=True)
class ProfileChanged(Event):
    """An expert's profile, or what is shown of it, changed."""

    person_id: int


@dataclasses.dataclass(frozen=True)
class RolesChanged(Event):
    """Someone got a role within an organisation, or lost one."""

    person_id: int
    organisation_id: int


@dataclasses.dataclass(frozen=True)
class ExperienceAdded(Event):
    """A partnership told of something new that it worked out."""

    experience_id: int
    organisation_id: int
    by_id: int


@dataclasses.dataclass(frozen=True)
class ExperienceChanged(Event):
    """What is found of something that a partnership worked out changed, or it is gone."""

    experience_id: int


@dataclasses.dataclass(frozen=True)
class ProfileToConfirm(Event):
    """An expert is to say whether their profile is still true; `asked_at` is in ISO 8601."""

    person_id: int
    asked_at: str


@dataclasses.dataclass(frozen=True)
class AccountLinkMade(Event):
    """A link was made that lets someone set a password. The token goes into the mail, and nowhere else.

    Therefore this event has a handler inside the transaction and no effect in the outbox.
    """

    person_id: int
    purpose: str
    token: str


@dataclasses.dataclass(frozen=True)
class LinkAskedFor(Event):
    """Someone asked for a link to a new password, for an address that may be unknown; `asked_at` is in ISO 8601.

    Its effect looks the address up after the answer was given, so that the answer takes as long for any address.
    """

    email: str
    asked_at: str
