"""The citations in a text: `art. 18a lid 6 WPO`, `artikel 18a, zesde lid, van de WPO`, `kst-31497-93`.

Pure functions, in time that grows with the length of the text only: every pattern is bounded, and reading goes on where
the last citation ended.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from samenspraak.sources.naming import STATUTES, Named, names_in
from samenspraak.sources.numbering import HEAD, Numbers, read_numbers
from samenspraak.sources.papers import papers_in

_KNOWN = frozenset(STATUTES.values())
_BETWEEN = re.compile(r"[ \n\u00a0]{0,2}[,(:]?[ \n\u00a0]{0,2}")
_TO_NAME = re.compile(r"[ \n\u00a0]{0,2}[,(]?[ \n\u00a0]{0,2}(?:(?:van|uit|in|bij)[ \n](?:de|het|deze|die)[ \n])?")
_OF_ANOTHER = re.compile(r"[ \n\u00a0]{0,2},?[ \n]{0,2}(?:van|uit|in)[ \n](?:de|het|een)[ \n](?!wet\b(?![ ]op))[A-Z\w]")
_OF_THIS = re.compile(r"[ \n\u00a0]{0,2},?[ \n]{0,2}van[ \n](?:de(?:ze)?|die)[ \n]wet\b(?![ ](?:op|van)\b)")
_AND = re.compile(r"[ \n]{0,2}(?:,|;|en|of|&|juncto|jo\.?)?[ \n]{0,2}(?:het|van)?[ \n]?")


@dataclass(frozen=True, order=True)
class Reference:
    """That a text cites a part of a source, from `start` up to `end`; an empty `article` is the whole of it.

    `paragraph` may end in the letter of a part, as it was written: `lid 8b`.
    """

    source: str
    article: str
    paragraph: str
    letter: str
    start: int
    end: int

    @property
    def cited(self) -> tuple[str, str, str, str]:
        """What it cites, wherever it stands."""
        return self.source, self.article, self.paragraph, self.letter


@dataclass(frozen=True)
class _Group:
    """Articles that are cited together, and the statute that they are of; None when the words do not tell."""

    numbers: Numbers
    source: str | None
    is_foreign: bool = False


def find_citations(text: str) -> list[Reference]:
    """Return what a text cites, in order; citations do not overlap.

    An article without a statute is of the statute that was named last before it; before any is named, of the one that
    the text names, if that is one only. Where no statute can be told, it is no citation.
    """
    names = list(names_in(text))
    groups = _chained(text, list(_groups(text, names)))
    known = [name for name in names if name.source in _KNOWN]
    found = [reference for group in groups for reference in _references(group, known)]
    papers = [Reference(paper.source, "", "", "", paper.start, paper.end) for paper in papers_in(text)]
    return _apart(sorted([*found, *papers], key=attrgetter("start", "end")))


def _groups(text: str, names: Sequence[Named]) -> Iterator[_Group]:
    """Each head (`art.`) with the numbers behind it, and the name directly behind or before."""
    starts, ends = {name.start: name for name in names}, {name.end: name for name in names}
    position = 0
    while head := HEAD.search(text, position):
        numbers = read_numbers(text, head)
        position = max(head.end(), numbers.end if numbers else 0)
        if numbers is None:
            continue
        before = _before(text, numbers.start, ends)
        behind = _behind(text, numbers.end, starts)
        named = behind or before
        source = named.source if named else None
        is_bare = not head["article"] and not head["law"]
        if source or not is_bare:
            yield _Group(numbers, source, source is None and _is_foreign(text, numbers.end))


def _behind(text: str, end: int, starts: dict[int, Named]) -> Named | None:
    gap = _TO_NAME.match(text, end)
    return starts.get(gap.end()) if gap else None


def _before(text: str, start: int, ends: dict[int, Named]) -> Named | None:
    """The name that ends just before, with at most a comma or a colon between."""
    for length in range(1, 4):
        name = ends.get(start - length)
        if name and name.source in _KNOWN and _BETWEEN.fullmatch(text, name.end, start):
            return name
    return None


def _is_foreign(text: str, end: int) -> bool:
    """Whether it is of a law that is named, though not by a name that we know."""
    return bool(_OF_ANOTHER.match(text, end)) and not _OF_THIS.match(text, end)


def _chained(text: str, groups: list[_Group]) -> list[_Group]:
    """Give groups that are joined with `en` or a comma the statute behind the last of them."""
    for place in range(len(groups) - 2, -1, -1):
        this, following = groups[place], groups[place + 1]
        joined = _AND.fullmatch(text, this.numbers.end, following.numbers.start)
        if joined and this.source is None:
            groups[place] = replace(this, source=following.source, is_foreign=following.is_foreign)
    return groups


def _references(group: _Group, known: Sequence[Named]) -> Iterator[Reference]:
    source = group.source or ("" if group.is_foreign else _inherited(group.numbers.start, known))
    if source:
        for each in group.numbers.cited:
            yield Reference(source, each.article, each.paragraph, each.letter, each.start, each.end)


def _inherited(start: int, known: Sequence[Named]) -> str:
    """The statute named last before a place, or the only one that is named at all."""
    place = bisect_right(known, start, key=attrgetter("start"))
    if place:
        return known[place - 1].source
    return known[0].source if known and len({name.source for name in known}) == 1 else ""


def _apart(references: Sequence[Reference]) -> list[Reference]:
    found: list[Reference] = []
    for each in references:
        if not found or each.start >= found[-1].end:
            found.append(each)
    return found
