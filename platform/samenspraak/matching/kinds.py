"""The closed lists of the matching room that tables hold."""

import enum


class RankingRule(enum.StrEnum):
    """A rule beside the text that decides who is left out of a proposal, or in which order equals come."""

    OWN_ORGANISATION = "own_organisation"
    DECLARED_TIE = "declared_tie"
    AWAY = "away"
    FULL = "full"
    SUBSTITUTE = "substitute"
    NOT_MY_SUBJECT = "not_my_subject"
    LIGHTEST_LOAD_FIRST = "lightest_load_first"
    FAIR_SPREAD = "fair_spread"
