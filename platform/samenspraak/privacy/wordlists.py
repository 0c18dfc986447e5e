"""The word lists of this room: one subject a file, one word or phrase a line, `#` before a remark."""

import re
from functools import cache
from pathlib import Path

from samenspraak.dutch.folding import fold

_MORE = r"\w{0,20}"
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
    endings = [entry[1:] for entry in ordered if entry.startswith("*")]
    plain = _by_first_letter([entry for entry in ordered if not entry.startswith("*")])
    return _any([*plain, *([_MORE + _any(_by_first_letter(endings))] if endings else [])])


def _by_first_letter(ordered: list[str]) -> list[str]:
    """Patterns of entries, those with the same first letter as one: a long list is passed by sooner so."""
    groups: dict[str, list[str]] = {}
    for entry in ordered:
        groups.setdefault(entry[0], []).append(_pattern(entry[1:]))
    return [re.escape(first) + _any(rest) for first, rest in groups.items()]


def _any(patterns: list[str]) -> str:
    return f"(?:{'|'.join(patterns)})"


def _pattern(entry: str) -> str:
    return re.escape(entry).replace(r"\*", _MORE).replace(r"\ ", r"\s{1,2}")
