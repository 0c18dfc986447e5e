"""From text to index terms: the one analysis that index, query and highlighting share."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from samenspraak.dutch.compounds import split_compound
from samenspraak.dutch.folding import fold
from samenspraak.dutch.lemmas import other_stems, stem
from samenspraak.dutch.stopwords import STOP_WORDS
from samenspraak.dutch.tokens import Piece, Shape, pieces

# Raise when the terms of a text change: an index made by another version must be rebuilt.
ANALYSIS_VERSION = 2

_LONGEST_WORD = 60
_DIGITS = re.compile(r"\d+")
_SUBWORD = re.compile(r"\w+(?:['\u2019]\w+)?")
_ENDING = re.compile(r"(?<=\w)['\u2019](?:s|er|ers|tje|tjes|en|n|t|ve)$", re.IGNORECASE)
_ARTICLE_NUMBER = re.compile(r"\d+[a-z]{0,2}(?:[.:]\d+)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """One index term and the stretch of text it stands for; `extra` terms stand beside the word itself."""

    text: str
    surface: str
    start: int
    end: int
    position: int
    extra: bool = False


def analyse(text: str) -> list[Token]:
    """The index terms of a text; stop words leave a gap in the positions, compound parts share their word's."""
    found: list[Token] = []
    position = 0
    for piece in pieces(text):
        for part in _words_of(piece):
            for term, extra in part.terms:
                found.append(Token(term, part.surface, part.start, part.end, position + part.offset, extra))
        position += _width(piece)
    return found


@dataclass(frozen=True, slots=True)
class _Word:
    surface: str
    start: int
    end: int
    offset: int
    terms: tuple[tuple[str, bool], ...]


def _words_of(piece: Piece) -> Iterator[_Word]:
    if piece.shape is not Shape.JOINED:
        yield _Word(piece.text, piece.start, piece.end, 0, _terms(piece.text, piece.shape))
        return
    for offset, match in enumerate(_SUBWORD.finditer(piece.text)):
        start = piece.start + match.start()
        yield _Word(match[0], start, start + len(match[0]), offset, _terms(match[0], Shape.WORD))
    joined = re.sub(r"[^\w@]", "", piece.text) if len(piece.text) <= _LONGEST_WORD else ""
    if joined:
        yield _Word(piece.text, piece.start, piece.end, 0, ((stem(joined), True),))


def _width(piece: Piece) -> int:
    return len(_SUBWORD.findall(piece.text)) if piece.shape is Shape.JOINED else 1


@lru_cache(maxsize=65536)
def _terms(surface: str, shape: Shape) -> tuple[tuple[str, bool], ...]:
    """The terms of one word, the word itself first; empty for a stop word."""
    if shape is Shape.CODE:
        return ((re.sub(r"\W", "", fold(surface)), False),)
    if shape is Shape.YEARS:
        return _year_terms(surface)
    if shape is Shape.ARTICLE:
        number = fold(_ARTICLE_NUMBER.findall(surface)[-1])
        return ((f"art{number}", False), (number, True))
    if shape is Shape.DOTTED:
        surface = surface.replace(".", "")
    return _word_terms(surface)


def _year_terms(surface: str) -> tuple[tuple[str, bool], ...]:
    first, last = _DIGITS.findall(surface)
    last = first[:2] + last if len(last) == 2 else last
    return ((f"{first}-{last}", False), (first, True), (last, True))


def _word_terms(surface: str) -> tuple[tuple[str, bool], ...]:
    word = _ENDING.sub("", surface.replace(".", ""))[:_LONGEST_WORD]
    folded = fold(word)
    if is_stop_word(word):
        return ()
    if not folded.isalpha():
        return ((folded, False),)
    whole = stem(word)
    parts = split_compound(folded)
    found = dict.fromkeys(map(stem, parts) if len(parts) > 1 else other_stems(word))
    return ((whole, False), *((part, True) for part in found if part != whole))


def is_stop_word(word: str) -> bool:
    """Whether a word carries no subject; `OP` and `IN` in capitals are abbreviations and do."""
    folded = fold(word)
    if len(folded) == 1 and folded.isalpha():
        return True
    return folded in STOP_WORDS and not (len(word) <= 3 and word.isupper() and len(word) > 1)
