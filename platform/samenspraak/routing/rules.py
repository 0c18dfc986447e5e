"""The life of an invitation: its states, and the table of what may become of what.

```
             invite              accept
  proposed ----------> invited ----------> accepted
     |                  | | |                 |
     | withdraw         | | | expire          | withdraw, decline
     v                  | | +--------> expired
  withdrawn <-----------+ +----------> declined (with a reason)
```
"""

import enum
from types import MappingProxyType

from samenspraak.core.errors import Conflict


class InvitationState(enum.StrEnum):
    """Where an invitation stands."""

    PROPOSED = "proposed"
    INVITED = "invited"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class Act(enum.StrEnum):
    """What can be done with an invitation."""

    INVITE = "invite"
    ACCEPT = "accept"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    EXPIRE = "expire"


_S = InvitationState

TRANSITIONS = MappingProxyType(
    {
        (_S.PROPOSED, Act.INVITE): _S.INVITED,
        (_S.PROPOSED, Act.WITHDRAW): _S.WITHDRAWN,
        (_S.INVITED, Act.ACCEPT): _S.ACCEPTED,
        (_S.INVITED, Act.DECLINE): _S.DECLINED,
        (_S.INVITED, Act.WITHDRAW): _S.WITHDRAWN,
        (_S.INVITED, Act.EXPIRE): _S.EXPIRED,
        (_S.ACCEPTED, Act.DECLINE): _S.DECLINED,
        (_S.ACCEPTED, Act.WITHDRAW): _S.WITHDRAWN,
        (_S.WITHDRAWN, Act.INVITE): _S.INVITED,
        (_S.EXPIRED, Act.INVITE): _S.INVITED,
    }
)
"""All that may happen; whatever is not here is refused. An expert who declined is not asked the same again."""

OPEN = frozenset({_S.INVITED, _S.ACCEPTED})
"""States that let the expert in and count as load."""

MOST_OPEN_PER_QUESTION = 3


def next_state(state: InvitationState, act: Act) -> InvitationState:
    """Return the state after an act; refuse (`Conflict`) what the table does not hold."""
    try:
        return TRANSITIONS[state, act]
    except KeyError:
        raise Conflict(f"invitation-{state.value}") from None
