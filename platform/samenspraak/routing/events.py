"""What happens to invitations, and on the way of a question."""

import dataclasses

from samenspraak.core.events import Event


@dataclasses.dataclass(frozen=True)
class InvitationMoved(Event):
    """An invitation came into a state; `by_id` is nobody when the clock or Samenspraak moved it."""

    invitation_id: int
    question_id: int
    expert_id: int
    state: str
    by_id: int | None


@dataclasses.dataclass(frozen=True)
class RouteMoved(Event):
    """A step was taken on the way of a question; `by_id` is nobody when the clock or Samenspraak took it."""

    question_id: int
    step_id: int
    kind: str
    by_id: int | None


@dataclasses.dataclass(frozen=True)
class AskerToChoose(Event):
    """It is the asker's turn to choose again, until a moment in ISO 8601; after it Samenspraak does."""

    question_id: int
    until: str


@dataclasses.dataclass(frozen=True)
class DeskCaseLeft(Event):
    """A question left a desk without an answer: passed on in words of the desk, or because the time was over."""

    question_id: int
    desk_id: int
    because: str
