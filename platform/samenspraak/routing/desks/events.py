"""What happens to a question at a desk."""

import dataclasses

from samenspraak.core.events import Event


@dataclasses.dataclass(frozen=True)
class DeskCaseArrived(Event):
    """A question came to a desk, or came back to it because nobody whom the desk asked can answer."""

    question_id: int
    case_id: int
    desk_id: int


@dataclasses.dataclass(frozen=True)
class DeskCaseAssigned(Event):
    """A question at a desk was given to a colleague; by themself when they took it."""

    question_id: int
    case_id: int
    person_id: int
    by_id: int
