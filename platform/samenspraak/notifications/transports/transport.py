"""What a way of sending mail promises, and how it can fail."""

from collections.abc import Callable
from email.message import EmailMessage
from typing import Protocol


class Transport(Protocol):
    """Takes a message, and is then done with it or raises one of the exceptions below."""

    @property
    def is_repeatable(self) -> bool:
        """Whether handing over the same message twice leaves one."""

    def hand_over(self, message: EmailMessage, begin: Callable[[], None]) -> None:
        """Hand a message over. `begin` is called at the last moment at which it certainly has not left."""


class NotNow(Exception):
    """It was not taken, and may be later: the server is away, or says so."""


class Refused(Exception):
    """It was not taken, and never will be."""


class Unanswered(Exception):
    """It was handed over, and nobody said whether it was taken."""
