"""The closed lists of the following room."""

import enum


class Subject(enum.StrEnum):
    """What can be followed."""

    QUESTION = "question"
    THEME = "theme"
    EXPERT = "expert"
    PARTNERSHIP = "partnership"


class NewsKind(enum.StrEnum):
    """What happened that is new for someone."""

    ASKED = "asked"
    ANSWERED = "answered"
    ACCEPTED = "accepted"
    REVISED = "revised"
    WORKED_OUT = "worked_out"
    PUBLISHED = "published"


class ReasonKind(enum.StrEnum):
    """Why something is new for someone; the first weighs most."""

    FOLLOWED_QUESTION = "followed_question"
    FOLLOWED_EXPERT = "followed_expert"
    FOLLOWED_PARTNERSHIP = "followed_partnership"
    SAVED_SEARCH = "saved_search"
    FOLLOWED_THEME = "followed_theme"
    LIKE_OWN_QUESTION = "like_own_question"
    PROFILE_THEME = "profile_theme"
    ASKED_THEME = "asked_theme"
