"""Where the words of a text stand: words, codes, numbers, school years, references to law, addresses."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple


class Shape(StrEnum):
    """What kind of word a piece of text is, which decides how it is analysed."""

    PLAIN = "plain"
    WORD = "word"
    CODE = "code"
    YEARS = "years"
    ARTICLE = "article"
    DOTTED = "dotted"
    JOINED = "joined"
    ADDRESS = "address"


class Piece(NamedTuple):
    """One stretch of the text, from `start` up to `end`."""

    text: str
    start: int
    end: int
    shape: Shape


ORDINALS = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende")

_PARAGRAPH = rf"(?:,?\s(?:{'|'.join(ORDINALS)})\slid|,?\slid\s\d{{1,2}})(?!\w)"
_ARTICLE = r"\d{1,4}[a-z]{0,2}(?:[.:]\d{1,4}){0,4}"
_TOP = "nl|com|org|net|eu|be|info|edu|gov"
# `plain` is what most words are, tried first for speed; what another form may begin with is left to that form.
# Possessive or bounded where a word has no end to give back: else one very long word takes time by the square of its
# length.
PATTERN = re.compile(
    rf"""
    (?P<plain>(?!\d|[aA][rR][tT]|[pPvV][oO](?![^\W\d_]))\w++(?![@'\u2019\u2010\u2011-]|[.:][\w/]))
  | (?i:(?P<address>(?<![\w@.])(?:
        (?:https?://|www\.)[^\s<>"()]{{1,300}}(?<=[\w/])
      | [\w-]{{1,64}}+(?:\.[\w-]{{1,64}}+){{0,4}}+@[\w-]{{1,64}}+(?:\.[\w-]{{2,64}}+){{1,4}}+
      | [\w-]{{2,64}}+(?:\.[\w-]{{2,64}}+){{0,4}}?\.(?:{_TOP})(?![\w@-])(?:/[^\s<>"()]{{0,300}}(?<=[\w/]))?
    ))
  | (?P<years>(?<!\d)(?:19|20)\d\d\s?[-/\u2013]\s?(?:(?:19|20)\d\d|\d\d)(?![\d-]))
  | (?P<code>(?<!\w)(?:po|vo)[- ]?\d{{2}}-?\d{{2}}(?!\w))
  | (?P<article>(?<!\w)(?:
        art(?:ikel(?:en)?|\.)?\s?{_ARTICLE}(?!\w)(?:{_PARAGRAPH})?
      | {_ARTICLE}\slid\s\d{{1,2}}(?!\w)
    )))
  | (?P<dotted>(?<!\w)(?:[^\W\d_]\.){{2,}}[^\W\d_]?(?!\w))
  | (?P<joined>\w++(?:@\w++)++ | \w++['\u2019]?+\w*+(?:[-\u2010\u2011]\w++(?:['\u2019]\w++)?+)++)
  | (?P<word>\d+(?:\.\d{{3}})+(?!\d) | \w+(?:['\u2019]\w+)?)
    """,
    re.VERBOSE,
)


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of a text in order; a hyphenated word is one piece of shape JOINED."""
    for match in PATTERN.finditer(text):
        yield Piece(match[0], match.start(), match.end(), Shape(str(match.lastgroup)))
