"""The closed list of where copies of a text are, as a moderator is told."""

import enum


class Copy(enum.StrEnum):
    """A sort of place that holds what people wrote."""

    QUESTION = "question"
    ANSWERS = "answers"
    COMMENTS = "comments"
    EARLIER = "earlier"
    REASONS = "reasons"
    """Closing words, notes of invitations, and why someone did something."""
    DRAFTS = "drafts"
    MAILS = "mails"
    NOTICES = "notices"
    ARTICLES = "articles"
    REPORTS = "reports"
    SEARCHES = "searches"
