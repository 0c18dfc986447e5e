"""The closed lists of the demand room."""

import enum


class DismissReason(enum.StrEnum):
    """Why a search need not find anything."""

    OFF_SUBJECT = "off_subject"
    MISSPELT = "misspelt"
    FOUND_NOW = "found_now"
    TOO_VAGUE = "too_vague"
