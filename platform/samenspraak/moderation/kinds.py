"""The closed lists of the moderation room."""

import enum


class PostKind(enum.StrEnum):
    """What someone wrote, that can be reported."""

    QUESTION = "question"
    ANSWER = "answer"
    COMMENT = "comment"


class ReportReason(enum.StrEnum):
    """Why someone reports what another wrote."""

    PERSONAL_DATA = "personal_data"
    NOT_RIGHT = "not_right"
    OUTDATED = "outdated"
    INAPPROPRIATE = "inappropriate"
    DOUBLE = "double"
    OTHER = "other"


class ReportOutcome(enum.StrEnum):
    """What a moderator did with a report."""

    ACTED = "acted"
    ALREADY_DONE = "already_done"
    KEPT = "kept"


class QueueName(enum.StrEnum):
    """What waits for a moderator, by kind."""

    REPORTS = "reports"
    STUCK = "stuck"
    PAST_DATE = "past_date"
    WARNINGS = "warnings"
    ROLES = "roles"
    CITATIONS = "citations"
    SEARCHES = "searches"
