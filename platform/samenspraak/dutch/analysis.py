"""From text to index terms: the one analysis that index, query and highlighting share."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from samenspraak.dutch.compounds import split_compound
from samenspraak.dutch.folding import fold
from samenspraak.dutch.lemmas import other_stems, stem
from samenspraak.dutch.references import address_terms, article_terms, code_terms, year_terms
from samenspraak.dutch.stopwords import STOP_WORDS
from samenspraak.dutch.tokens import PATTERN

_LONGEST_WORD = 60
_SUBWORD = re.compile(r"\w+(?:['\u2019]\w+)?")
_ENDING = re.compile(r"(?<=\w)['\u2019](?:s|er|ers|tje|tjes|en|n|t|ve)$", re.IGNORECASE)
_SPECIAL = {"code": code_terms, "years": year_terms, "article": article_terms, "address": address_terms}


class Token(NamedTuple):
    """One index term and the stretch of text it stands for; `extra` terms stand beside the word itself."""

    text: str
    surface: str
    start: int
    end: int
    position: int
    extra: bool = False


Terms = tuple[tuple[str, bool], ...]


def analyse(text: str) -> list[Token]:
    """The index terms of a text; stop words leave a gap in the positions, compound parts share their word's."""
    found: list[Token] = []
    position = 0
    for match in PATTERN.finditer(text):
        surface, shape = match[0], match.lastgroup
        if shape == "joined":
            found += _joined(surface, match.start(), position)
            position += len(_SUBWORD.findall(surface))
            continue
        terms = _word_terms(surface) if shape == "plain" else _terms(surface, str(shape))
        if terms:
            start, end = match.span()
            found += [Token(term, surface, start, end, position, extra) for term, extra in terms]
        position += 1
    return found


def is_stop_word(word: str) -> bool:
    """Whether a word carries no subject; `OP` and `IN` in capitals are abbreviations and do."""
    folded = fold(word)
    if len(folded) == 1 and folded.isalpha():
        return True
    return folded in STOP_WORDS and not (len(word) <= 3 and word.isupper() and len(word) > 1)


def _joined(piece: str, place: int, position: int) -> Iterator[Token]:
    """The words of a hyphenated piece, and the whole of it written as one."""
    for offset, match in enumerate(_SUBWORD.finditer(piece)):
        start, end = place + match.start(), place + match.end()
        for term, extra in _word_terms(match[0]):
            yield Token(term, match[0], start, end, position + offset, extra)
    one = re.sub(r"[^\w@]", "", piece) if len(piece) <= _LONGEST_WORD else ""
    if one:
        yield Token(stem(one), piece, place, place + len(piece), position, extra=True)


def _terms(surface: str, shape: str) -> Terms:
    if shape in _SPECIAL:
        return _SPECIAL[shape](surface)
    return _word_terms(surface.replace(".", "") if shape == "dotted" else surface)


@lru_cache(maxsize=65536)
def _word_terms(surface: str) -> Terms:
    """The terms of one word, the word itself first; empty for a stop word."""
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
