"""Marking what was searched for in a text, as plain segments: inflected forms and compounds are marked too."""

import re
from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from samenspraak.dutch.analysis import Token, analyse
from samenspraak.search.settings import LIMITS
from samenspraak.search.thesaurus import Phrase

_LONGEST_READ = 20_000
_MOST_SEEN = 50
_WORD = re.compile(r"\w[\w'\u2019-]*")

Seen = tuple[int, int, frozenset[str]]
"""The beginning and the end of a word in a text, and the terms for which it was looked for."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text; `is_hit` when it is a word that was searched for. Never HTML."""

    text: str
    is_hit: bool = False


def highlight(text: str, terms: Collection[str]) -> tuple[Segment, ...]:
    """The whole text in segments, in order and without loss."""
    return _segments(text, 0, len(text), _spans(_hits(text, terms)))


def passage(text: str, terms: AbstractSet[str], width: int = LIMITS.passage) -> tuple[Segment, ...]:
    """The stretch of about `width` characters in which most different terms stand; the beginning when none does."""
    return _passage(text[:_LONGEST_READ], terms, _seen_in(text, frozenset(terms)), width)


def marked(title: str, text: str, phrases: Collection[Phrase]) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
    """Title and best passage, with the terms of those phrases marked that stand in the two as a whole."""
    wanted = frozenset(term for phrase in phrases for term in phrase)
    seen = _seen_in(text, wanted)
    present = {token.text for token in _hits(title, wanted)}.union(*(terms for _, _, terms in seen))
    terms = {term for phrase in phrases if present.issuperset(phrase) for term in phrase}
    kept = [(start, end, found & terms) for start, end, found in seen if found & terms]
    return highlight(title, terms), _passage(text[:_LONGEST_READ], terms, kept, LIMITS.passage)


def _passage(text: str, terms: AbstractSet[str], seen: Sequence[Seen], width: int) -> tuple[Segment, ...]:
    start = _best_start(seen, width)
    start = 0 if start < width // 4 else _word_border(text, start - width // 6)
    end = len(text) if start + width >= len(text) else _word_border(text, start + width)
    before = (Segment("… "),) if start else ()
    after = (Segment(" …"),) if end < len(text) else ()
    return before + highlight(text[start:end], terms) + after


@lru_cache(maxsize=256)
def _tokens(text: str) -> tuple[Token, ...]:
    """What many searches find is analysed once."""
    return tuple(analyse(text))


def _hits(text: str, terms: Collection[str]) -> list[Token]:
    return [token for token in _tokens(text) if token.text in terms]


def _seen_in(text: str, wanted: frozenset[str]) -> list[Seen]:
    """Where wanted terms stand, looked up word by word, which is much faster than the analysis of a whole text.

    What is a term only together with its neighbours (an article of a law) is analysed when no word alone is wanted.
    """
    found = [
        (match.start(), match.end(), terms & wanted)
        for match in _WORD.finditer(text, 0, _LONGEST_READ)
        if not (terms := _terms_of(match[0])).isdisjoint(wanted)
    ]
    if found or not wanted:
        return found
    return [(each.start, each.end, frozenset({each.text})) for each in _hits(text[:_LONGEST_READ], wanted)]


@lru_cache(maxsize=65536)
def _terms_of(word: str) -> frozenset[str]:
    return frozenset(token.text for token in analyse(word))


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


def _best_start(seen: Sequence[Seen], width: int) -> int:
    """Where the window begins that holds most different terms."""
    best, start = 0, 0
    for number, (first, _, _) in enumerate(seen):
        near = [terms for _, end, terms in seen[number : number + _MOST_SEEN] if end <= first + width]
        inside = frozenset[str]().union(*near)
        if len(inside) > best:
            best, start = len(inside), first
    return start


def _word_border(text: str, place: int) -> int:
    """The beginning of the word at a place, or the place itself in a very long word."""
    border = text.rfind(" ", max(0, place - 40), place)
    return border + 1 if border >= 0 else max(0, place)
