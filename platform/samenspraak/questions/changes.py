"""What changed between two texts, word by word."""

import dataclasses
import difflib
import enum
import re

MOST_WORDS = 2000
"""Longer texts are compared by line: the work grows with the square of the number of pieces."""

_WORDS = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")


class PieceKind(enum.StrEnum):
    """What became of a piece of text."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclasses.dataclass(frozen=True)
class Piece:
    """A run of text that was kept, added or removed."""

    kind: PieceKind
    text: str


def compare(old: str, new: str) -> tuple[Piece, ...]:
    """Return the pieces of both texts in reading order.

    All but the added ones make up `old`, all but the removed ones `new`. Words are compared, not letters: that is how
    people read a change.
    """
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if max(len(before), len(after)) > MOST_WORDS:
        before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    pieces: list[Piece] = []
    for tag, first, last, start, end in difflib.SequenceMatcher(None, before, after).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(PieceKind.KEPT, "".join(before[first:last])))
            continue
        if last > first:
            pieces.append(Piece(PieceKind.REMOVED, "".join(before[first:last])))
        if end > start:
            pieces.append(Piece(PieceKind.ADDED, "".join(after[start:end])))
    return tuple(pieces)
