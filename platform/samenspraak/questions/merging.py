"""Bringing together what two people made of one text at the same time: a merge of three, from the text both began with.

Lines are compared first, as people write in paragraphs; where both changed the same lines, their words are. What still
collides is a conflict of whole lines, with both texts beside each other.
"""

import dataclasses
import enum
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TypeVar

from samenspraak.questions.changes import Piece, compare, runs, words_of

Value = TypeVar("Value")


class Side(enum.StrEnum):
    """Who changed a stretch of text."""

    NOBODY = "nobody"
    THEIRS = "theirs"
    MINE = "mine"
    BOTH = "both"
    """Both made the same of it."""
    CONFLICT = "conflict"


@dataclasses.dataclass(frozen=True)
class Stretch:
    """A stretch of text as it was, and what each side made of it."""

    base: str
    theirs: str
    mine: str

    @property
    def side(self) -> Side:
        """Who changed it."""
        if self.theirs == self.mine:
            return Side.NOBODY if self.mine == self.base else Side.BOTH
        if self.mine == self.base:
            return Side.THEIRS
        return Side.MINE if self.theirs == self.base else Side.CONFLICT

    @property
    def their_change(self) -> tuple[Piece, ...]:
        """What they made of it, word by word."""
        return compare(self.base, self.theirs)

    @property
    def my_change(self) -> tuple[Piece, ...]:
        """What I made of it, word by word."""
        return compare(self.base, self.mine)

    @property
    def text(self) -> str:
        """What stands here in the merged text: of a conflict both, theirs first, so that nothing is lost."""
        match self.side:
            case Side.CONFLICT:
                return _one_under_another(self.theirs, self.mine)
            case Side.THEIRS:
                return self.theirs
            case _:
                return self.mine


@dataclasses.dataclass(frozen=True)
class Merge:
    """The stretches of a text in reading order: together they hold all of the three texts."""

    stretches: tuple[Stretch, ...]

    @property
    def text(self) -> str:
        """The merged text."""
        return "".join(each.text for each in self.stretches)

    @property
    def conflicts(self) -> tuple[Stretch, ...]:
        """The stretches that someone has to choose in."""
        return tuple(each for each in self.stretches if each.side is Side.CONFLICT)


def merge_texts(base: str, theirs: str, mine: str) -> Merge:
    """Merge what two made of `base`."""
    texts = (base, theirs, mine)
    return Merge(tuple(_joined(_refined(texts))))


def merge_values(base: Value, theirs: Value, mine: Value) -> tuple[Value, bool]:
    """Return the one value that was changed, and whether both were, and differently: then it is mine."""
    if mine == base:
        return theirs, False
    return mine, theirs not in {base, mine}


def merge_sets(base: Collection[Value], theirs: Sequence[Value], mine: Sequence[Value]) -> tuple[Value, ...]:
    """Return what both kept, and what either of them added, in their order."""
    every = dict.fromkeys([*theirs, *mine])
    return tuple(each for each in every if (each in theirs and each in mine) or each not in base)


def _refined(texts: tuple[str, str, str]) -> Iterator[Stretch]:
    for stretch in _stretches(*(text.splitlines(keepends=True) for text in texts)):
        if stretch.side is not Side.CONFLICT:
            yield stretch
            continue
        words = [words_of(text) for text in (stretch.base, stretch.theirs, stretch.mine)]
        finer = list(_stretches(*words))
        yield from [stretch] if any(each.side is Side.CONFLICT for each in finer) else finer


def _stretches(base: Sequence[str], theirs: Sequence[str], mine: Sequence[str]) -> Iterator[Stretch]:
    """Cut the three at what all of them have in common: between two such places, one or both changed something."""
    at_base = at_theirs = at_mine = 0
    for first, last, in_theirs, in_mine in _common(base, theirs, mine):
        if (first, in_theirs, in_mine) != (at_base, at_theirs, at_mine):
            yield _stretch(base[at_base:first], theirs[at_theirs:in_theirs], mine[at_mine:in_mine])
        if last > first:
            kept = base[first:last]
            yield _stretch(kept, kept, kept)
        size = last - first
        at_base, at_theirs, at_mine = last, in_theirs + size, in_mine + size


def _common(base: Sequence[str], theirs: Sequence[str], mine: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the runs of `base` that both kept: first, last, where it begins in theirs, and in mine; and the end."""
    left, right = _kept(base, theirs), _kept(base, mine)
    one = other = 0
    while one < len(left) and other < len(right):
        first, last, in_theirs = left[one]
        start, end, in_mine = right[other]
        begin, stop = max(first, start), min(last, end)
        if begin < stop:
            yield begin, stop, in_theirs + begin - first, in_mine + begin - start
        one, other = (one + 1, other) if last < end else (one, other + 1)
    yield len(base), len(base), len(theirs), len(mine)


def _kept(base: Sequence[str], other: Sequence[str]) -> list[tuple[int, int, int]]:
    return [(first, last, start) for is_equal, first, last, start, _end in runs(base, other) if is_equal]


def _stretch(base: Iterable[str], theirs: Iterable[str], mine: Iterable[str]) -> Stretch:
    return Stretch("".join(base), "".join(theirs), "".join(mine))


def _joined(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Put neighbours that nobody changed together."""
    last: Stretch | None = None
    for each in stretches:
        if last and last.side is each.side is Side.NOBODY:
            last = Stretch(last.base + each.base, last.theirs + each.theirs, last.mine + each.mine)
            continue
        if last:
            yield last
        last = each
    if last:
        yield last


def _one_under_another(first: str, second: str) -> str:
    if first and second and not first.endswith("\n"):
        return f"{first}\n\n{second}"
    return first + second
