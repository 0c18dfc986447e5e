"""What is decided about introductions on plain values.

Two sides: who wants to talk, and the other. Each agrees once, by one who coordinates it. Whoever proposes for a side
has agreed for it; a moderator proposes for neither.
"""

import enum
from collections.abc import Collection


class Side(enum.StrEnum):
    """One of the two that are introduced."""

    FIRST = "first"
    """The one that wants to talk."""
    OTHER = "other"


def sides_of(coordinated: Collection[int], organisation_id: int, other_id: int) -> frozenset[Side]:
    """Return for which sides someone speaks who coordinates these organisations."""
    ids = {Side.FIRST: organisation_id, Side.OTHER: other_id}
    return frozenset(side for side, organisation in ids.items() if organisation in coordinated)


def open_key(organisation_id: int, other_id: int, question_id: int | None, experience_id: int | None) -> str:
    """Return what names an open introduction, whichever of the two wants to talk."""
    low, high = sorted((organisation_id, other_id))
    return f"{low}:{high}:{question_id or 0}:{experience_id or 0}"
