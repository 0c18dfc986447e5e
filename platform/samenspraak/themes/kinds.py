"""The closed list of themes and thesaurus."""

import enum


class TermKind(enum.StrEnum):
    """How a thesaurus term relates to its expansions: both ways, but an everyday and an old word only to them."""

    ABBREVIATION = "abbreviation"
    SYNONYM = "synonym"
    EVERYDAY = "everyday"
    OLD = "old"
