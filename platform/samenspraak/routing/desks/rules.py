"""The life of a question at a desk, which desk it is for, and who works there.

```
           respond                accept, close
   open ------------> responded ---------------> closed
    |  <------------     |
    |     take up        | pass on
    | pass on, time out  v
    +-----------> passed on, timed out
```

The first response is the first thing that the desk did for a question: an answer by a colleague, or an expert invited.
When nobody is left who could answer, the desk takes it up again, with a new deadline. Its deadlines count the working
days of whoever asked, like all others of a question.
"""

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from samenspraak.core.errors import Conflict
from samenspraak.people.kinds import Role, Sector
from samenspraak.people.rules import Viewer
from samenspraak.routing.kinds import DeskCaseState

AT_DESK = frozenset({Role.EXPERT, Role.COORDINATOR})
"""Roles within a sector council whose people work at its desk."""

FIRST_AGREEMENT = 5
"""Working days to a first response, until agreed otherwise."""
SHORTEST_AGREEMENT, LONGEST_AGREEMENT = 1, 30

LONGEST_REASON = 1000
"""Characters of why a desk passes a question on."""


class Act(enum.StrEnum):
    """What can happen to a question at a desk."""

    RESPOND = "respond"
    TAKE_UP = "take_up"
    PASS_ON = "pass_on"  # noqa: S105 - an act, not a secret
    TIME_OUT = "time_out"
    CLOSE = "close"


_S = DeskCaseState

TRANSITIONS = MappingProxyType(
    {
        (_S.OPEN, Act.RESPOND): _S.RESPONDED,
        (_S.OPEN, Act.PASS_ON): _S.PASSED_ON,
        (_S.OPEN, Act.TIME_OUT): _S.TIMED_OUT,
        (_S.OPEN, Act.CLOSE): _S.CLOSED,
        (_S.RESPONDED, Act.RESPOND): _S.RESPONDED,
        (_S.RESPONDED, Act.TAKE_UP): _S.OPEN,
        (_S.RESPONDED, Act.PASS_ON): _S.PASSED_ON,
        (_S.RESPONDED, Act.CLOSE): _S.CLOSED,
    }
)
"""All that may happen; whatever is not here is refused."""

IN_HAND = frozenset({_S.OPEN, _S.RESPONDED})
"""States in which the desk has the question, and its people may read it."""

LEFT = frozenset({_S.PASSED_ON, _S.TIMED_OUT})
"""States in which the question went on from the desk; it does not come back."""


@dataclass(frozen=True, slots=True)
class OpenDesk:
    """An open desk where somebody works."""

    desk_id: int
    sector: Sector | None


def next_state(state: DeskCaseState, act: Act) -> DeskCaseState:
    """Return the state after an act; refuse (`Conflict`) what the table does not hold."""
    try:
        return TRANSITIONS[state, act]
    except KeyError:
        raise Conflict("case-over") from None


def desk_for(question: Sector, partnership: Sector | None, desks: Iterable[OpenDesk]) -> int | None:
    """Return the desk for a question: of its sector, where that is both of the partnership's, else of both sectors.

    Of several the first is taken; None: no desk is for it.
    """
    wanted = partnership if question is Sector.BOTH and partnership else question
    fitting = [each for each in desks if each.sector in {wanted, Sector.BOTH}]
    exact = sorted(fitting, key=lambda each: each.sector is not wanted)
    return exact[0].desk_id if exact else None


def may_keep_agreement(viewer: Viewer) -> bool:
    """Say whether someone may open and close desks, and change what they agreed: administrators and moderators.

    The desk's own people do not: it is a promise to those who ask.
    """
    return viewer.is_administrator or viewer.is_moderator
