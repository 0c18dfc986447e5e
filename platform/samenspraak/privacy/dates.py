"""How dates stand in a Dutch text: day, month and year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samenspraak.privacy.wordlists import alternation

_MONTH = rf"{alternation('months')}(?![^\W\d_])\.?"
_CENTURY = r"(?:19|20)\d\d"
_YEAR = rf"(?:{_CENTURY}|[’'‘`]\s?\d\d)"
_SIGN = r"\s?[-/.\u2011–]\s?"
# 23-11-2012, 7/9/2011, 4-4-'13, 12.3.1961
_DAY_FIRST = rf"\d{{1,2}}{_SIGN}\d{{1,2}}{_SIGN}(?:{_YEAR}|\d\d)"
# 12-mrt-2010, 28 dec. 2011, 1e april '14, 3 de mayo de 2013, September 3, 2012
_MONTH_NAMED = (
    rf"\d{{1,2}}(?:e|ste|de)?(?:\s{{0,2}}|-|\s?\.\s?)(?:de\s)?{_MONTH}(?:\sde\s|\s?,?\s?|-)(?:{_YEAR})"
    rf"|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s{_CENTURY}"
)
# vijf maart tweeduizendveertien, de derde mei negentienhonderdachtenzeventig
_ONES = r"(?:een|één|eerste|tweede|derde|twee|drie|(?:vier|vijf|zes|zeven|negen)(?:de)?|acht(?:ste)?)"
_TEENS = r"(?:(?:tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien)(?:de)?)"
_TENS = r"(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)"
_SPELT_DAY = rf"(?:{_TEENS}|(?:{_ONES}[eë]n)?(?:twintig|dertig)(?:ste)?|{_ONES})"
_SPELT_YEAR = rf"(?:tweeduizend|negentienhonderd)(?:\s?en\s?|\s)?(?:{_TEENS}|(?:{_ONES}[eë]n)?{_TENS}|{_ONES})"
_SPELT = rf"(?:{_SPELT_DAY}|\d{{1,2}})\s{_MONTH}\s(?:{_SPELT_YEAR}|{_CENTURY})"
# 2014 op 3 maart, 2009 (22 augustus)
_YEAR_THEN_DAY = rf"{_CENTURY}[\s,(]{{1,3}}(?:op\s)?\d{{1,2}}\s{_MONTH}"
# 2014-08-19, 20130628
_YEAR_FIRST = rf"{_CENTURY}{_SIGN}\d{{1,2}}{_SIGN}\d{{1,2}}|{_CENTURY}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
# 03 05 2013, 03052013, 030513: those of digits only are a date just where a birth word calls it one.
_SPACED = rf"\d{{1,2}}\s\d{{1,2}}\s{_CENTURY}|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:{_CENTURY}|\d\d)"
_DATE = re.compile(
    rf"(?<![\w.,/-])(?:(?P<year_first>{_YEAR_FIRST})|{_DAY_FIRST}|(?P<named>{_MONTH_NAMED}|{_SPELT}|(?P<year_then>{_YEAR_THEN_DAY}))"
    rf"|(?P<spaced>{_SPACED}))"
    r"(?![\d/]|[-.,]\d)",
    re.IGNORECASE,
)
_FULL_YEAR = re.compile(_CENTURY)


@dataclass(frozen=True, slots=True)
class Date:
    """A date at `text[start:end]`; its year when that has four digits; `loose` when its notation alone says little."""

    start: int
    end: int
    year: int | None
    has_month_name: bool
    loose: bool


def find_dates(text: str) -> Iterator[Date]:
    """Every date with a year, in order."""
    for match in _DATE.finditer(text):
        year = (
            _FULL_YEAR.search(match[0])
            if match["year_first"] or match["year_then"]
            else _FULL_YEAR.match(match[0][-4:])
        )
        yield Date(
            match.start(),
            match.end(),
            int(year[0]) if year else None,
            has_month_name=bool(match["named"]),
            loose=match[0].isdigit(),
        )
