"""The closed lists of the questions room."""

import enum


class Visibility(enum.StrEnum):
    """Who may read a question with all that is under it; its asker and moderators always may."""

    PUBLIC = "public"
    SIGNED_IN = "signed_in"
    RESTRICTED = "restricted"
    """Only the asker's own partnership and those who are invited."""


class Standing(enum.StrEnum):
    """With what weight an answer speaks."""

    PERSONAL = "personal"
    ORGANISATION = "organisation"
    MINISTRY = "ministry"


class AnswerState(enum.StrEnum):
    """How far a question has come."""

    OPEN = "open"
    ANSWERED = "answered"
    ACCEPTED = "accepted"
    CLOSED = "closed"
    """Closed without an answer that was accepted."""


class CloseReason(enum.StrEnum):
    """Why a question was closed without, or after, an answer."""

    SOLVED_OTHERWISE = "solved_otherwise"
    NO_LONGER_NEEDED = "no_longer_needed"
    ASKED_ELSEWHERE = "asked_elsewhere"
    UNCLEAR = "unclear"
    OTHER = "other"


class Use(enum.StrEnum):
    """Whether an accepted answer was used."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
