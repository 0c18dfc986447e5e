"""The closed lists of the sources room."""

import enum


class SourceKind(enum.StrEnum):
    """What sort of text a source is."""

    STATUTE = "statute"
    """A law or a regulation, which has articles."""
    LETTER = "letter"
    """A letter of a minister to parliament, or another parliamentary paper."""
    INSPECTORATE = "inspectorate"
    OTHER = "other"
