"""The closed lists of the conversations room."""

import enum


class IntroductionState(enum.StrEnum):
    """Where an introduction stands."""

    PROPOSED = "proposed"
    MADE = "made"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
