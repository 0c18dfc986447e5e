"""What happens to invitations."""

import dataclasses

from samenspraak.core.events import Event


@dataclasses.dataclass(frozen=True)
class InvitationMoved(Event):
    """An invitation came into a state; `by_id` is nobody when the clock moved it."""

    invitation_id: int
    question_id: int
    expert_id: int
    state: str
    by_id: int | None
