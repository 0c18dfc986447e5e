"""How statutes are named in texts, and which name stands where: pure functions."""

import re
from collections.abc import Iterator
from typing import NamedTuple

STATUTES = {
    "wet op het primair onderwijs": "WPO",
    "wet primair onderwijs": "WPO",
    "wet op het voortgezet onderwijs": "WVO",
    "wet voortgezet onderwijs": "WVO",
    "wet op de expertisecentra": "WEC",
    "wet medezeggenschap op scholen": "WMS",
    "wet passend onderwijs": "wet-passend-onderwijs",
    "regeling stimulering invoering passend onderwijs": "stimuleringsregeling-2012",
    "wpo": "WPO",
    "wvo": "WVO",
    "wec": "WEC",
    "wms": "WMS",
}
"""What people write for a statute, in small letters, and the name that the statute has as a source."""

_NAME = re.compile(
    rf"(?<![\w@/.-])(?:(?P<known>(?i:{'|'.join(sorted(STATUTES, key=len, reverse=True))}))"
    r"|(?P<abbreviation>[A-Z]{2,8}[a-z]{0,3}|A[wv][bg]|[A-Z][a-z]{1,8}[A-Z]{1,4}))"
    r"(?P<year>[ ]2\d{3})?(?![\w@]|\.\w|-\w)"
)


class Named(NamedTuple):
    """That a text names a statute, by its name as a source, from `start` up to `end`."""

    source: str
    start: int
    end: int


def names_in(text: str) -> Iterator[Named]:
    """Yield where a text names statutes, known or by an abbreviation that may be one; a year makes it another law."""
    for found in _NAME.finditer(text):
        name = STATUTES[found["known"].lower()] if found["known"] else found["abbreviation"].upper()
        yield Named(name + (found["year"] or ""), found.start(), found.end())
