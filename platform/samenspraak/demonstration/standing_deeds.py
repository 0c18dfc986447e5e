"""What people do in the demonstration with the standing of answers, as plain values."""

import dataclasses

from samenspraak.questions.kinds import CloseReason


@dataclasses.dataclass(frozen=True)
class AskToSign:
    """The author of an answer, which is told by its number, asks someone to sign it too."""

    answer: int
    by: str
    who: str


@dataclasses.dataclass(frozen=True)
class Sign:
    """Someone signs an answer too."""

    answer: int
    by: str


@dataclasses.dataclass(frozen=True)
class Hold:
    """A moderator holds an answer."""

    answer: int
    by: str
    because: str


@dataclasses.dataclass(frozen=True)
class Close:
    """The asker closes the question."""

    because: CloseReason
    words: str
