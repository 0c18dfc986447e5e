"""Marking what was searched for in a text, as plain segments: inflected forms and compounds are marked too."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from samenspraak.dutch.analysis import Token, analyse
from samenspraak.search.settings import LIMITS

_LONGEST_READ = 20_000


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text; `is_hit` when it is a word that was searched for. Never HTML."""

    text: str
    is_hit: bool = False


def highlight(text: str, terms: Collection[str]) -> tuple[Segment, ...]:
    """The whole text in segments, in order and without loss."""
    return _segments(text, 0, len(text), _spans(_hits(text, terms)))


def passage(text: str, terms: Collection[str], width: int = LIMITS.passage) -> tuple[Segment, ...]:
    """The stretch of about `width` characters in which most different terms stand; the beginning when none does."""
    text = text[:_LONGEST_READ]
    hits = _hits(text, terms)
    start = _best_start(hits, width)
    start = 0 if start < width // 4 else _word_border(text, start - width // 6)
    end = len(text) if start + width >= len(text) else _word_border(text, start + width)
    found = _segments(text, start, end, _spans(hits))
    before = (Segment("… "),) if start else ()
    after = (Segment(" …"),) if end < len(text) else ()
    return before + found + after


@lru_cache(maxsize=256)
def _tokens(text: str) -> tuple[Token, ...]:
    """What many searches find is analysed once; 8 MB for texts of usual length."""
    return tuple(analyse(text))


def _hits(text: str, terms: Collection[str]) -> list[Token]:
    return [token for token in _tokens(text) if token.text in terms]


def _spans(hits: list[Token]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for start, end in sorted({(token.start, token.end) for token in hits}):
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _segments(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> tuple[Segment, ...]:
    found, place = [], start
    for first, last in spans:
        if first < start or last > end:
            continue
        found += [Segment(text[place:first]), Segment(text[first:last], is_hit=True)]
        place = last
    found.append(Segment(text[place:end]))
    return tuple(segment for segment in found if segment.text)


def _best_start(hits: list[Token], width: int) -> int:
    """Where the window begins that holds most different terms."""
    best, start = 0, 0
    for number, first in enumerate(hits):
        inside = {token.text for token in hits[number : number + 50] if token.end <= first.start + width}
        if len(inside) > best:
            best, start = len(inside), first.start
    return start


def _word_border(text: str, place: int) -> int:
    """The beginning of the word at a place, or the place itself in a very long word."""
    border = text.rfind(" ", max(0, place - 40), place)
    return border + 1 if border >= 0 else max(0, place)
