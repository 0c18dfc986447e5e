"""The terms of what is written in figures or signs: codes, school years, articles of law, addresses."""

import re

from samenspraak.dutch.folding import fold
from samenspraak.dutch.lemmas import stem
from samenspraak.dutch.stopwords import STOP_WORDS
from samenspraak.dutch.tokens import ORDINALS

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"\d+[a-z]{0,2}(?:[.:]\d+)*")
_OUTSIDE = re.compile(r"^https?://|^www\.|[/.,;:!?'\u2019]+$")
_ADDRESS_WORD = re.compile(r"[^\W\d_]{3,60}+")
_OF_EVERY_ADDRESS = frozenset({"www", "http", "https", "html", "php", "com", "org", "net"})
_LONGEST_ADDRESS = 120

Terms = tuple[tuple[str, bool], ...]


def code_terms(surface: str) -> Terms:
    """`PO 26-01`, `PO-2601` and po2601 are po2601; written apart, the figures may be a year as well."""
    code = re.sub(r"\W", "", fold(surface))
    return ((code, False), (code[2:], True)) if " " in surface else ((code, False),)


def year_terms(surface: str) -> Terms:
    """2013/14 and 2013-2014 are the same school year, found by each of its years."""
    first, last = _DIGITS.findall(surface)
    last = first[:2] + last if len(last) == 2 else last
    return ((f"{first}-{last}", False), (first, True), (last, True))


def article_terms(surface: str) -> Terms:
    """`art. 18a, zesde lid` is found by the article, by the article with its paragraph and by its number."""
    article, *rest = _NUMBER.findall(folded := fold(surface))
    for number, ordinal in enumerate(ORDINALS, start=1):
        rest = [str(number)] if f" {ordinal} lid" in folded else rest
    with_paragraph = ((f"art{article}-lid{rest[0]}", True),) if rest else ()
    return ((f"art{article}", False), (article, True), *with_paragraph)


def address_terms(surface: str) -> Terms:
    """A web or mail address is one term, however it begins and ends, with its words beside it."""
    whole = _OUTSIDE.sub("", _OUTSIDE.sub("", fold(surface)))[:_LONGEST_ADDRESS]
    words = (word for word in _ADDRESS_WORD.findall(whole) if word not in _OF_EVERY_ADDRESS | STOP_WORDS)
    return ((whole, False), *((term, True) for term in dict.fromkeys(map(stem, words))))
