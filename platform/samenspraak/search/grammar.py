"""What a user may type in the search box: words, "a phrase", -without, thema:x, sector:x, deskundige:x. Never fails."""

import re
from dataclasses import dataclass
from enum import StrEnum

from samenspraak.search.settings import LIMITS


class Reason(StrEnum):
    """Why a part of the query was not used."""

    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    NOT_POSSIBLE = "not_possible"


@dataclass(frozen=True, slots=True)
class Ignored:
    """A part of what was typed that does nothing."""

    text: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked for. Words are ranked, the more the better; phrases must stand there; the rest filters."""

    text: str = ""
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    experts: tuple[str, ...] = ()
    ignored: tuple[Ignored, ...] = ()

    @property
    def wanted(self) -> str:
        """All that is searched for, as running text."""
        return " ".join((*self.words, *self.phrases))


_FIELDS = {"thema": "themes", "sector": "sectors", "deskundige": "experts"}
_QUOTES = str.maketrans(dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'))
_TERM = re.compile(
    r"""(?P<minus>-(?=[\w"]))?(?:(?P<field>thema|sector|deskundige):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))""",
    re.IGNORECASE,
)


def parse(typed: str) -> Query:
    """The query in a text, within the caps; what falls outside is reported in `ignored`."""
    text, rest = typed[: LIMITS.query_length], typed[LIMITS.query_length :]
    ignored = [Ignored(rest[:40], Reason.TOO_LONG)] if rest else []
    found: dict[str, list[str]] = {
        "words": [],
        "phrases": [],
        "without": [],
        "themes": [],
        "sectors": [],
        "experts": [],
    }
    for count, match in enumerate(_TERM.finditer(text.translate(_QUOTES))):
        kind, value = _read(match)
        if not any(letter.isalnum() for letter in value):
            continue
        if count >= LIMITS.query_terms:
            ignored.append(Ignored(match[0], Reason.TOO_MANY))
        elif kind is None:
            ignored.append(Ignored(match[0], Reason.NOT_POSSIBLE))
        else:
            found[kind].append(value)
    lists = {name: tuple(dict.fromkeys(values)) for name, values in found.items()}
    return Query(text=text.strip(), ignored=tuple(ignored), **lists)


def _read(match: re.Match[str]) -> tuple[str | None, str]:
    """Which part of the query one term belongs to, None for a combination that does not exist, and its value."""
    value = " ".join((match["phrase"] if match["phrase"] is not None else match["word"]).split())
    if match["field"]:
        return (None if match["minus"] else _FIELDS[match["field"].lower()]), value
    if match["minus"]:
        return "without", value
    return ("phrases" if match["phrase"] is not None and " " in value else "words"), value
