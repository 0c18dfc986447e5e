"""Two texts beside each other: the old one left, the new one right, line by line, changed words marked."""

import dataclasses
import itertools
from collections.abc import Iterable, Iterator

from samenspraak.questions.changes import Piece, PieceKind, compare, runs

AROUND = 1
"""Unchanged lines that stay to be read on each side of a change."""


@dataclasses.dataclass(frozen=True)
class Pair:
    """Lines of both texts that belong together."""

    left: tuple[Piece, ...]
    right: tuple[Piece, ...]

    @property
    def is_changed(self) -> bool:
        """Whether they differ."""
        return self.left != self.right


@dataclasses.dataclass(frozen=True)
class Band:
    """Pairs in a row: those that changed and what stands around them, or a longer stretch that did not change."""

    pairs: tuple[Pair, ...]
    is_folded: bool


def beside(old: str, new: str) -> tuple[Band, ...]:
    """Return two texts beside each other; together the left pieces make up `old`, the right ones `new`."""
    return tuple(_folded(list(_pairs(old.splitlines(keepends=True), new.splitlines(keepends=True)))))


def _pairs(old: list[str], new: list[str]) -> Iterator[Pair]:
    for is_equal, first, last, start, end in runs(old, new):
        if is_equal or last - first == end - start:
            yield from (_pair(before, after) for before, after in zip(old[first:last], new[start:end], strict=True))
        else:
            yield _pair("".join(old[first:last]), "".join(new[start:end]))


def _pair(before: str, after: str) -> Pair:
    pieces = compare(before, after)
    return Pair(_without(PieceKind.ADDED, pieces), _without(PieceKind.REMOVED, pieces))


def _without(kind: PieceKind, pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    return tuple(piece for piece in pieces if piece.kind is not kind)


def _folded(pairs: list[Pair]) -> Iterator[Band]:
    """Fold what is further than `AROUND` lines from a change; one line alone is not worth it."""
    for is_near, group in itertools.groupby(zip(_near(pairs), pairs, strict=True), key=lambda each: each[0]):
        band = tuple(pair for _is_near, pair in group)
        yield Band(band, is_folded=not is_near and len(band) > 1)


def _near(pairs: list[Pair]) -> list[bool]:
    reach = 2 * AROUND  # an empty line stands between two paragraphs
    changed = [place for place, pair in enumerate(pairs) if pair.is_changed]
    near = {place + step for place in changed for step in range(-reach, reach + 1)}
    return [place in near for place in range(len(pairs))]
