"""Where sentences end."""

import re
from collections.abc import Iterator

SENTENCE_END = re.compile(
    r"[!?;]|(?<!,)\n(?![a-zà-ÿ]{2,}\s)|(?<![A-Z])(?<!\b[Ss]t)(?<!\b[DdMm]r)(?<!\b[Dd]s)(?<!\b[Pp]rof)(?<!\b[Bb]urg)(?<!\b[Pp]ast)\.(?=\s|$)"
)
"""The sign that ends a sentence; the full stop behind an initial or `St` does not."""


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends, without its last sign."""
    start = 0
    for match in SENTENCE_END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)
