"""The closed lists of the knowledge room."""

import enum


class ArticleVisibility(enum.StrEnum):
    """Who may read an article once it is published; moderators always may."""

    PUBLIC = "public"
    SIGNED_IN = "signed_in"


class ArticleState(enum.StrEnum):
    """Where the newest text of an article stands. Readers have the text that was published last, whatever this says."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    PUBLISHED = "published"
    OBSOLETE = "obsolete"


class Credit(enum.StrEnum):
    """What someone is credited for."""

    ANSWER = "answer"
    QUESTION = "question"


class ReviewOutcome(enum.StrEnum):
    """What a second moderator said of a text."""

    ACCEPTED = "accepted"
    SENT_BACK = "sent_back"


class RemarkOutcome(enum.StrEnum):
    """What came of a remark that an article is no longer right."""

    CHANGED = "changed"
    STILL_RIGHT = "still_right"


class Due(enum.StrEnum):
    """Why an article is to be looked at again."""

    DATE = "date"
    SOURCE = "source"
    """Something that it cites reads otherwise in a newer version."""
