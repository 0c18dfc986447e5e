"""The word lists of this room: one subject a file, one word or phrase a line, `#` before a remark."""

import re
from functools import cache
from pathlib import Path

from samenspraak.dutch.folding import fold

_FOLDER = Path(__file__).parent / "words"


@cache
def entries(name: str) -> tuple[str, ...]:
    """The words and phrases of a list, as written."""
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def word_set(name: str) -> frozenset[str]:
    """All single words of a list, folded; a line may hold several."""
    return frozenset(fold(word) for line in entries(name) for word in line.split())


@cache
def alternation(name: str) -> str:
    """A regular expression for any entry, longest first; `*` stands for more letters, a space for any space."""
    ordered = sorted(entries(name), key=lambda entry: (-len(entry), entry))
    return f"(?:{'|'.join(map(_pattern, ordered))})"


def _pattern(entry: str) -> str:
    return re.escape(entry).replace(r"\*", r"\w{0,20}").replace(r"\ ", r"\s{1,2}")
