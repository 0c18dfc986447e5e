"""What happens to people."""

import dataclasses

from samenspraak.core.events import Event


@dataclasses.dataclass(frozen=True)
class ProfileChanged(Event):
    """An expert's profile, or what is shown of it, changed."""

    person_id: int


@dataclasses.dataclass(frozen=True)
class AccountLinkMade(Event):
    """A link was made that lets someone set a password. The token goes into the mail, and nowhere else.

    Therefore this event has a handler inside the transaction and no effect in the outbox.
    """

    person_id: int
    purpose: str
    token: str
