"""Telephone numbers, Dutch and foreign."""

import re
from collections.abc import Iterator

from samenspraak.privacy.findings import Finding, Kind
from samenspraak.privacy.organisations import is_of_organisation
from samenspraak.privacy.phones_spelt import find_spelt_phones
from samenspraak.privacy.wordlists import alternation

_GAP = r"[ \u00a0._\-/\u2011–]{0,3}\n?"
# A Dutch number has nine digits after its 0, +31 or 0031.
_DUTCH = (
    rf"(?:\(?(?:\+|00)\s?31\)?{_GAP}(?:\(0\))?{_GAP}|\(?0(?:\s(?=6\d))?|(?<=wa\.me/)31)[1-9](?:{_GAP}\)?{_GAP}\d){{8}}"
)
# Any other country: a plus or 00, its code, and seven digits or more.
_FOREIGN = rf"(?:\+|00)(?!31)[1-9]\d(?:{_GAP}\(?0?\)?{_GAP}\d){{7,11}}"
_PHONE = re.compile(rf"(?<![\w+])(?<!\d[.,/])(?:{_DUTCH}|{_FOREIGN})(?![\d]|[.,-]\d)")
# Numbers that only organisations have: 0800, 0900, 0906, 0909, 088, 085, 084.
_OF_ORGANISATIONS = re.compile(r"(?:0|31)(?:800|90[069]|8[458])")
_MOBILE = re.compile(r"(?:0|31)6")
_OF_BANK = re.compile(r"[A-Z]{2}\s?\d\d\s?[A-Z]{4}\s?$")
# `030-1234567 (algemeen nummer)`, `0592-123456, het secretariaat`
_OF_ORGANISATION_BEHIND = re.compile(
    rf"[\s,]{{1,2}}\(?(?:het\s|de\s|onze\s|ons\s)?{alternation('organisation_words')}(?!\w)",
    re.IGNORECASE,
)
# `zaaknummer 06…`, `ordernr. 06…`, `meeting ID: 06…`, `ISBN 978-06…`, `#06…`, `SWV-06…`, `example.nl/zaak/06…`
_OF_TELEPHONE = (
    r"(?:tel|telefoon|mobiel\w?|gsm|priv[eé]|thuis|huis|werk|nood|spoed|app|whatsapp|contact|bel|fax|doorkies|vaste?)"
)
_OTHER_NUMBER = re.compile(
    rf"(?:(?<!\w)(?!{_OF_TELEPHONE}-?n)[^\W\d_]{{2,30}}-?(?:nummer|nr)\b(?:\svan\s\w{{2,6}}\s\w{{3,20}})?"
    rf"|(?<!\w){alternation('numbered_things')}|\bID)\.?(?:\s(?:is|was|luidt))?\W{{0,3}}(?:[A-Z]{{1,6}}-?)?$"
    r"|#$|[A-Z]-$|97[89]-?$|(?:\s\d\d){3}\s$",
    re.IGNORECASE,
)
_IN_ADDRESS_OF_SITE = re.compile(r"(?:https?://(?!wa\.me)|www\.)\S*$")
_GLUED_BEHIND = re.compile(r"-[A-Z]\b")
_LOOKED_BACK = 60
_AREA_CODE = re.compile(r"\(?\d{3}")
_FEWEST_DIGITS = 3
_FOREIGN_START = re.compile(r"(?:\+|00)(?!\s?31)")


def find_phones(text: str) -> Iterator[Finding]:
    """Yield each telephone number that is not plainly an organisation's."""
    for match in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", match[0].replace("(0)", "")).removeprefix("00")
        if not _is_grouped_as_phone(match[0], digits):
            continue
        if _OF_ORGANISATIONS.match(digits) or _OF_BANK.search(text[max(0, match.start() - 12) : match.start()]):
            continue
        if _is_other_number(text, match):
            continue
        private = _MOBILE.match(digits) or _FOREIGN_START.match(match[0])
        of_office = is_of_organisation(text, match.start()) or _OF_ORGANISATION_BEHIND.match(text, match.end())
        if private or not of_office:
            bracket_before = match[0].startswith("(") and ")" not in match[0]
            yield Finding(match.start() + bracket_before, match.end(), Kind.PHONE)
    for start, end in find_spelt_phones(text):
        yield Finding(start, end, Kind.PHONE)


def _is_other_number(text: str, match: re.Match[str]) -> bool:
    """Whether a word before it calls the number something else, or it is part of the address of a page."""
    before = text[max(0, match.start() - _LOOKED_BACK) : match.start()]
    return bool(
        _OTHER_NUMBER.search(before) or _IN_ADDRESS_OF_SITE.search(before) or _GLUED_BEHIND.match(text, match.end())
    )


def _is_grouped_as_phone(written: str, digits: str) -> bool:
    """Whether digits stand as in a telephone number: items of a budget have other groups, bits only two digits."""
    if len(set(digits)) < _FEWEST_DIGITS:
        return False
    if _MOBILE.match(digits) or written.startswith(("+", "(+", "00")):
        return True
    return bool(_AREA_CODE.match(written))
