"""What changed between two texts, word by word."""

import dataclasses
import difflib
import enum
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

MOST_WORK = 4_000_000
"""Pieces of one text times those of the other; beyond it, what differs is one change."""

_WORDS = re.compile(r"\w+[^\S\n]*|[^\w\s][^\S\n]*|\s+")


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


def words_of(text: str) -> list[str]:
    """Return a text in words, signs and ends of lines, each with the space after it: together they are the text.

    The end of a line stands apart: the last word of a text is the same one when a paragraph comes after it.
    """
    return _WORDS.findall(text)


def compare(old: str, new: str) -> tuple[Piece, ...]:
    """Return the pieces of both texts in reading order.

    All but the added ones make up `old`, all but the removed ones `new`. Words are compared, not letters: that is how
    people read a change. Very long texts are compared by line.
    """
    before, after = words_of(old), words_of(new)
    if len(before) * len(after) > MOST_WORK:
        before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    told: list[Piece] = []
    for is_equal, first, last, start, end in runs([*map(_core, before)], [*map(_core, after)]):
        if is_equal:
            told += (piece for pair in zip(before[first:last], after[start:end], strict=True) for piece in _same(*pair))
        else:
            told += (
                Piece(PieceKind.REMOVED, "".join(before[first:last])),
                Piece(PieceKind.ADDED, "".join(after[start:end])),
            )
    return tuple(_joined(told))


def _core(word: str) -> str:
    """Return a word without the space after it, by which it is compared: at the end of a text it has none."""
    return word.rstrip() or word


def _same(old: str, new: str) -> Iterator[Piece]:
    """Yield the pieces of one word in both texts, of which only the space after it may differ."""
    core = old if old == new else _core(old)
    yield Piece(PieceKind.KEPT, core)
    yield Piece(PieceKind.REMOVED, old.removeprefix(core))
    yield Piece(PieceKind.ADDED, new.removeprefix(core))


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Put together what follows in a row: between two places that were kept what was removed, then what was added."""
    filled = (piece for piece in pieces if piece.text)
    rows = itertools.groupby(filled, key=lambda piece: piece.kind is PieceKind.KEPT)
    settled = (piece for is_kept, row in rows for piece in (row if is_kept else _settled(row)))
    for kind, same in itertools.groupby(settled, key=lambda piece: piece.kind):
        yield Piece(kind, "".join(piece.text for piece in same))


def _settled(row: Iterable[Piece]) -> Iterator[Piece]:
    """Yield what was removed and what was added in one place, and the space that both end with as kept."""
    text = {PieceKind.REMOVED: "", PieceKind.ADDED: ""}
    for piece in row:
        text[piece.kind] += piece.text
    spaces = (whole[len(whole.rstrip()) :][::-1] for whole in text.values())
    size = _alike(*spaces)
    space = text[PieceKind.ADDED][-size:]
    yield from (Piece(kind, whole[: len(whole) - size]) for kind, whole in text.items() if len(whole) > size)
    yield from [Piece(PieceKind.KEPT, space)] if size else []


def runs(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Yield the runs that both have, and those between: whether it is equal, and where it stands in each.

    What they begin and end with is set aside first, so that the work is that of what lies between.
    """
    head = _alike(before, after)
    tail = min(_alike(before[::-1], after[::-1]), len(before) - head, len(after) - head)
    if head:
        yield True, 0, head, 0, head
    middle = (head, len(before) - tail, head, len(after) - tail)
    if middle[:2] != (head, head) or middle[2:] != (head, head):
        yield from _between(before, after, *middle)
    if tail:
        yield True, len(before) - tail, len(before), len(after) - tail, len(after)


def _between(
    before: Sequence[str], after: Sequence[str], first: int, last: int, start: int, end: int
) -> Iterator[tuple[bool, int, int, int, int]]:
    if (last - first) * (end - start) > MOST_WORK:
        yield False, first, last, start, end
        return
    matcher = difflib.SequenceMatcher(None, before[first:last], after[start:end], autojunk=False)
    for tag, *at in matcher.get_opcodes():
        yield tag == "equal", at[0] + first, at[1] + first, at[2] + start, at[3] + start


def _alike(before: Sequence[str], after: Sequence[str]) -> int:
    """Return how many pieces both begin with."""
    pairs = enumerate(zip(before, after, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(before), len(after)))
