"""The closed lists of the routing room that tables hold."""

import enum


class RouteStage(enum.StrEnum):
    """Who has a question in hand, on its way from experts to desk to moderator."""

    EXPERTS = "experts"
    DESK = "desk"
    MODERATOR = "moderator"
    ANSWERED = "answered"
    """An answer stands, and the asker is to say whether it helps."""
    ENDED = "ended"
    """Accepted or closed."""


class Chooser(enum.StrEnum):
    """Who chooses the next expert."""

    ASKER = "asker"
    SAMENSPRAAK = "samenspraak"


class Pace(enum.StrEnum):
    """How Samenspraak invites: one expert after another, or several at once."""

    ONE_BY_ONE = "one_by_one"
    SEVERAL_AT_ONCE = "several_at_once"


class RouteStepKind(enum.StrEnum):
    """What happened on the way of a question, beside its invitations."""

    LEFT_TO_SAMENSPRAAK = "left_to_samenspraak"
    TAKEN_BACK = "taken_back"
    """The asker chooses again."""
    REMINDED = "reminded"
    TO_DESK = "to_desk"
    ASSIGNED = "assigned"
    LEFT_DESK = "left_desk"
    TO_MODERATOR = "to_moderator"
    TO_EXPERTS = "to_experts"
    PAUSED = "paused"
    RESUMED = "resumed"
    ANSWERED = "answered"
    ENDED = "ended"
    REOPENED = "reopened"
    MERGED = "merged"
    """The question went into another that asks the same."""
    UNMERGED = "unmerged"


class DeskCaseState(enum.StrEnum):
    """Where a question stands at a desk."""

    OPEN = "open"
    RESPONDED = "responded"
    PASSED_ON = "passed_on"
    TIMED_OUT = "timed_out"
    CLOSED = "closed"
