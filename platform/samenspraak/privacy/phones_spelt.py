"""Telephone numbers with digits that are spelt: `nul zes 12 21 12 21`, `O6`, `nul zes twaalf vierendertig`."""

import re
from collections.abc import Iterator

from samenspraak.privacy.wordlists import entries

_DIGITS = dict(zip(entries("digits"), range(10), strict=True))
_TEENS = dict(zip(entries("teens"), range(10, 20), strict=True))
_TENS = dict(zip(entries("tens"), range(20, 100, 10), strict=True))
_JOINED = {
    f"{one}{'ën' if one.endswith('e') else 'en'}{ten}": tens + digit
    for one, digit in _DIGITS.items()
    if digit
    for ten, tens in _TENS.items()
}
_SPELT = {"één": 1, "o": 0} | _DIGITS | _TEENS | _TENS | _JOINED
_WORD = "|".join(sorted(_SPELT, key=len, reverse=True))
_GAP = r"[ \u00a0,._/\u2011–-]{0,3}"
_FIRST = rf"(?:(?:nul|0){_GAP}(?:{_WORD}|[1-9])|o{_GAP}(?:zes|6))"
_RUN = re.compile(rf"(?<![\w.,])(?={_FIRST})(?:(?:{_WORD}|\d){_GAP}){{5,10}}(?<=\w)(?!\w)", re.IGNORECASE)
_EACH = re.compile(rf"{_WORD}|\d", re.IGNORECASE)
_IS_SPELT = re.compile(r"[^\W\d_]|^0\s6\s\d\s")
_LENGTH = 10


def find_spelt_phones(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each number of ten digits stands of which some are in words, or each stands alone."""
    for match in _RUN.finditer(text):
        digits = "".join(str(_SPELT.get(each.lower(), each)) for each in _EACH.findall(match[0]))
        if len(digits) == _LENGTH and _IS_SPELT.search(match[0]):
            yield match.span()
