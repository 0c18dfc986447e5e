"""The stages of a question's way to an answer, and the table of what may become of what.

```
               invite                       answer
  +---------------------------------------+ ------------> answered
  v              v                        |   from any      |  |
  experts --> desk --> moderator ---------+   of these      |  | end
     |                    ^                                 |  v
     +--------------------+ <----- hold the only answer ----+  ended
```
"""

import enum
from types import MappingProxyType

from samenspraak.core.errors import Conflict
from samenspraak.routing.kinds import RouteStage


class RouteAct(enum.StrEnum):
    """What brings a question from one stage into another."""

    INVITE = "invite"
    TO_DESK = "to_desk"
    TO_MODERATOR = "to_moderator"
    ANSWER = "answer"
    END = "end"
    REOPEN = "reopen"


_S = RouteStage

STAGES = MappingProxyType(
    {
        (_S.EXPERTS, RouteAct.INVITE): _S.EXPERTS,
        (_S.EXPERTS, RouteAct.TO_DESK): _S.DESK,
        (_S.EXPERTS, RouteAct.TO_MODERATOR): _S.MODERATOR,
        (_S.EXPERTS, RouteAct.ANSWER): _S.ANSWERED,
        (_S.EXPERTS, RouteAct.END): _S.ENDED,
        (_S.DESK, RouteAct.INVITE): _S.EXPERTS,
        (_S.DESK, RouteAct.TO_MODERATOR): _S.MODERATOR,
        (_S.DESK, RouteAct.ANSWER): _S.ANSWERED,
        (_S.DESK, RouteAct.END): _S.ENDED,
        (_S.MODERATOR, RouteAct.INVITE): _S.EXPERTS,
        (_S.MODERATOR, RouteAct.TO_DESK): _S.DESK,
        (_S.MODERATOR, RouteAct.ANSWER): _S.ANSWERED,
        (_S.MODERATOR, RouteAct.END): _S.ENDED,
        (_S.ANSWERED, RouteAct.INVITE): _S.ANSWERED,
        (_S.ANSWERED, RouteAct.ANSWER): _S.ANSWERED,
        (_S.ANSWERED, RouteAct.TO_MODERATOR): _S.MODERATOR,
        (_S.ANSWERED, RouteAct.END): _S.ENDED,
        (_S.ENDED, RouteAct.INVITE): _S.ENDED,
        (_S.ENDED, RouteAct.ANSWER): _S.ANSWERED,
        (_S.ENDED, RouteAct.END): _S.ENDED,
        (_S.ENDED, RouteAct.REOPEN): _S.EXPERTS,
    }
)
"""All that may happen; whatever is not here is refused. One more expert may be asked also beside an answer."""

UNDER_WAY = frozenset({_S.EXPERTS, _S.DESK, _S.MODERATOR})
"""Stages in which a question has no answer yet."""


def next_stage(stage: RouteStage, act: RouteAct) -> RouteStage:
    """Return the stage after an act; refuse (`Conflict`) what the table does not hold."""
    try:
        return STAGES[stage, act]
    except KeyError:
        raise Conflict(f"route-{stage.value}") from None
