"""Papers of parliament as people cite them: pure functions."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_FILE = r"(?P<file>\d{2}[ .\u00a0]?\d{3})"
_NUMBER = r"(?P<number>\d{1,4}|[A-Z]{1,2})"
_PAPER = re.compile(
    rf"(?<![\w/.-])(?:kst-(?P<code>\d{{5}})-(?P<short>\d{{1,4}}|[A-Z]{{1,2}})"
    rf"|(?:Kamer(?:stuk(?:ken)?|brief)(?:[ ](?:I{{1,2}}|TK|EK))?(?:,?[ ]\d{{4}}[/\u2013-]\d{{2,4}})?,?[ ])?"
    rf"{_FILE},?[ ](?:nr\.?|nummer)[ ]?{_NUMBER})(?![\w/]|-\w|\.\d)",
    re.IGNORECASE,
)
_NO_DIGIT = re.compile(r"\D")


class Paper(NamedTuple):
    """That a text cites a paper, by its name as a source, from `start` up to `end`."""

    source: str
    start: int
    end: int


def papers_in(text: str) -> Iterator[Paper]:
    """Yield the papers that a text cites: `kst-31497-93` and `Kamerstukken II 2012/13, 31 497, nr. 93` are the same."""
    for found in _PAPER.finditer(text):
        file = found["code"] or _NO_DIGIT.sub("", found["file"])
        number = (found["short"] or found["number"]).upper()
        yield Paper(f"kst-{file}-{number}", found.start(), found.end())
