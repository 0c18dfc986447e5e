"""Where the words of a text stand: words, codes, numbers, school years, references to an article of law."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """What kind of word a piece of text is, which decides how it is analysed."""

    WORD = "word"
    CODE = "code"
    YEARS = "years"
    ARTICLE = "article"
    DOTTED = "dotted"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of the text, from `start` up to `end`."""

    text: str
    start: int
    end: int
    shape: Shape


# Possessive where a word has no end to give back: else one very long word takes time by the square of its length.
_PATTERN = re.compile(
    r"""
    (?P<years>(?<!\d)(?:19|20)\d\d\s?[-/\u2013]\s?(?:(?:19|20)\d\d|\d\d)(?![\d-]))
  | (?P<code>(?<!\w)(?:[A-Za-z]{2}[- ]?\d{2}-?\d{2})(?!\w))
  | (?P<article>(?<!\w)art(?:ikel(?:en)?|\.)?\s?\d+[a-z]{0,2}(?:[.:]\d+)*(?!\w))
  | (?P<dotted>(?<!\w)(?:[^\W\d_]\.){2,}[^\W\d_]?(?!\w))
  | (?P<joined>\w++(?:@\w++)++ | \w++['\u2019]?+\w*+(?:[-\u2010\u2011]\w++(?:['\u2019]\w++)?+)++)
  | (?P<word>\d+(?:\.\d{3})+(?!\d) | \w+(?:['\u2019]\w+)?)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of a text in order; a hyphenated word is one piece of shape JOINED."""
    for match in _PATTERN.finditer(text):
        yield Piece(match[0], match.start(), match.end(), Shape(str(match.lastgroup)))
