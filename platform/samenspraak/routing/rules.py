"""The life of an invitation: its states, and the table of what may become of what.

```
             invite              accept
  proposed ----------> invited ----------> accepted
     |                    |                   |
     | withdraw           +---- withdraw -----+---> withdrawn
     v                    +---- decline ------+---> declined (with a reason)
  withdrawn               +---- forward ------+---> forwarded (to a named colleague)
                          +---- expire -------+---> expired
```
"""

import enum
from collections.abc import Iterable
from types import MappingProxyType

from samenspraak.core.errors import Conflict
from samenspraak.people.rules import Viewer
from samenspraak.questions.rules import Seat, coordinated


class InvitationState(enum.StrEnum):
    """Where an invitation stands."""

    PROPOSED = "proposed"
    INVITED = "invited"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    FORWARDED = "forwarded"


class Act(enum.StrEnum):
    """What can be done with an invitation."""

    INVITE = "invite"
    ACCEPT = "accept"
    DECLINE = "decline"
    FORWARD = "forward"
    WITHDRAW = "withdraw"
    EXPIRE = "expire"


class DeclineReason(enum.StrEnum):
    """Why an expert does not take a question on; `OTHER` needs words of their own."""

    NO_TIME = "no_time"
    NOT_MY_SUBJECT = "not_my_subject"
    INVOLVED = "involved"
    OTHER = "other"


_S = InvitationState

TRANSITIONS = MappingProxyType(
    {
        (_S.PROPOSED, Act.INVITE): _S.INVITED,
        (_S.PROPOSED, Act.WITHDRAW): _S.WITHDRAWN,
        (_S.INVITED, Act.ACCEPT): _S.ACCEPTED,
        (_S.INVITED, Act.DECLINE): _S.DECLINED,
        (_S.INVITED, Act.FORWARD): _S.FORWARDED,
        (_S.INVITED, Act.WITHDRAW): _S.WITHDRAWN,
        (_S.INVITED, Act.EXPIRE): _S.EXPIRED,
        (_S.ACCEPTED, Act.DECLINE): _S.DECLINED,
        (_S.ACCEPTED, Act.FORWARD): _S.FORWARDED,
        (_S.ACCEPTED, Act.WITHDRAW): _S.WITHDRAWN,
        (_S.ACCEPTED, Act.EXPIRE): _S.EXPIRED,
        (_S.WITHDRAWN, Act.INVITE): _S.INVITED,
        (_S.EXPIRED, Act.INVITE): _S.INVITED,
    }
)
"""All that may happen; whatever is not here is refused. Who declined or passed it on is not asked the same again."""

OPEN = frozenset({_S.INVITED, _S.ACCEPTED})
"""States that let the expert in and count as load."""

MOST_OPEN_PER_QUESTION = 3

MOST_TRIED = 3
"""Experts who declined or let their time pass, before a question goes on to a desk or a moderator by itself."""

MOST_WITHDRAWN = 2
"""How often one expert is asked for a question and asked no more, before it stays at that; each time is a mail."""

MOST_PAUSED = 3
"""How often one person lets the clock of one question stand still; each time is a mail. Reactions stay free."""

MOST_FORWARDS = 2
"""How often a question is passed on from colleague to colleague."""

WORKING_DAYS_TO_RESPOND = 5
WORKING_DAYS_TO_ANSWER = 10
WORKING_DAYS_TO_CHOOSE = 2
"""For the asker, before Samenspraak chooses an expert."""

WORKING_DAYS_TO_SAY = 5
"""For an asker who is asked something while the clock stands still, before being reminded."""

WORKING_DAYS_TO_JUDGE = 5
"""After an answer, before the asker is reminded to accept it."""

WORKING_DAYS_OF_MODERATOR = 5
"""Before the moderators are reminded of a question that has come to them."""

LONGEST_NOTE = 1000
"""Characters of a note to an expert, or of an expert's own words when declining or passing on."""


def next_state(state: InvitationState, act: Act) -> InvitationState:
    """Return the state after an act; refuse (`Conflict`) what the table does not hold."""
    try:
        return TRANSITIONS[state, act]
    except KeyError:
        raise Conflict(f"invitation-{state.value}") from None


def may_invite(viewer: Viewer, seats: Iterable[Seat], *, asked_by: int, asked_for: int) -> bool:
    """Say whether someone may invite for a question, and withdraw its invitations.

    The asker may, whoever coordinates the partnership that it was asked for, and moderators.
    """
    if viewer.person_id is None:
        return False
    if viewer.is_moderator or viewer.person_id == asked_by:
        return True
    return asked_for in {seat.organisation_id for seat in coordinated(seats)}


def may_respond(viewer: Viewer, expert_id: int) -> bool:
    """Say whether someone may accept or decline what this expert is asked: nobody but the expert."""
    return viewer.person_id is not None and viewer.person_id == expert_id
