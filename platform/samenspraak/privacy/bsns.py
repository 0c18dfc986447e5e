"""Citizen service numbers (BSN): nine digits that pass the 11-test."""

import re
from collections.abc import Iterator

from samenspraak.privacy.findings import Finding, Kind
from samenspraak.privacy.wordlists import alternation

# Nine digits with at most two signs between any two of them.
_NINE = re.compile(r"(?<!\d)(?<![+,.]\d\d\s)\d(?:[ \u00a0./\u2011–\n-]{0,2}\d){8}(?!\d)(?![.,-]\d)")
# In one piece or in the groups that people write it in, with the same sign between them.
_WRITTEN_GROUPS = re.compile(r"\d{9}|\d{2,4}(?P<sign>[ \u00a0.\u2011–-])\d{2,4}(?:(?P=sign)\d{2,4}){1,3}")
# `1234.56.782`, `12 34 56 782`: nothing else stands in these groups, whatever the text calls it.
_ONLY_BSN = re.compile(r"\d{4}\.\d{2}\.\d{3}|\d\d(?P<sign>[ \u00a0.\u2011–-])\d\d(?P=sign)\d\d(?P=sign)\d{3}")
_BEFORE_IT_BELONGS = re.compile(r"(?:[+\d][ .-]|\d[.,]|(?:\+|00)\d\d\s?(?:\(0\))?\s?)$")
_GLUED_AFTER = re.compile(r"[^\W_]")
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_CALLED_OTHERWISE = re.compile(
    rf"(?<![^\W_]){alternation('other_numbers')}[\w.-]{{0,20}}\W{{0,4}}"
    r"(?:(?:is|was|luidt|met|nummer|nr|no)\b)?\W{0,4}$",
    re.IGNORECASE,
)
_CALLED_BSN = re.compile(rf"(?<![^\W_]){alternation('bsn_words')}", re.IGNORECASE)
_GLUED_BSN = re.compile(r"(?:bsn?|nr|nummer|no)\W?$", re.IGNORECASE)
_MONEY = re.compile(r"(?:€|euro|eur|fte|leerlingen)\s{0,2}$", re.IGNORECASE)
_MONEY_AFTER = re.compile(r"\s{0,2}(?:,-|,\d|€|euro|eur\b|leerlingen|%)", re.IGNORECASE)
_LOOKED_BACK = 90
_NEAR = 40


def find_bsns(text: str) -> Iterator[Finding]:
    """Yield each number that passes the 11-test, unless the text calls it something else or it is money.

    What is a BSN in one place is one wherever it stands in the text.
    """
    passing = [match for match in _NINE.finditer(text) if passes_eleven_test(_digits(match))]
    known = {_digits(match) for match in passing if _stands_as_bsn(text, match)}
    for match in passing:
        if _digits(match) in known:
            yield Finding(match.start(), match.end(), Kind.BSN)


def _digits(match: re.Match[str]) -> str:
    return re.sub(r"\D", "", match[0])


def passes_eleven_test(digits: str) -> bool:
    """Whether nine digits can be a BSN: 9a + 8b + ... + 2h - i is a multiple of 11 (Logisch Ontwerp GBA, 01.20)."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True))
    return total % 11 == 0 and any(digit != "0" for digit in digits)


def _stands_as_bsn(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _LOOKED_BACK) : match.start()]
    called = bool(_CALLED_BSN.search(before[-_NEAR:]))
    if before[-1:].isalpha() and not _GLUED_BSN.search(before):
        return False
    if _GLUED_AFTER.match(text, match.end()) or _MONEY.search(before) or _MONEY_AFTER.match(text, match.end()):
        return False
    if called or _ONLY_BSN.fullmatch(match[0]):
        return True
    whole = _WRITTEN_GROUPS.fullmatch(match[0]) and not _BEFORE_IT_BELONGS.search(before)
    return bool(whole) and not _CALLED_OTHERWISE.search(before)
