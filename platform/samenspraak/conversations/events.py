"""What happens to an introduction."""

import dataclasses

from samenspraak.core.events import Event


@dataclasses.dataclass(frozen=True)
class IntroductionProposed(Event):
    """Someone proposed that two partnerships talk."""

    introduction_id: int
    by_id: int


@dataclasses.dataclass(frozen=True)
class IntroductionMade(Event):
    """Both agreed: each is told how to reach the other."""

    introduction_id: int


@dataclasses.dataclass(frozen=True)
class IntroductionDeclined(Event):
    """One of the two would rather not."""

    introduction_id: int
    by_id: int
