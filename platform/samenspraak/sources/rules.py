"""Rules of the sources: what a version is known by, and what differs between two."""

import dataclasses
import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Mapping

from samenspraak.core.errors import Invalid
from samenspraak.sources.kinds import SourceKind
from samenspraak.sources.statutes import ParsedPart

LONGEST_TEXT = 20_000
"""Characters of a letter or document that is kept; Markdown is shown up to this length."""

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{1,59}")
"""What a source may be called in addresses."""

_NOT_IN_NAME = re.compile(r"[^A-Za-z0-9]+")

Place = tuple[str, str]
"""An article and a paragraph; empty for what stands above the first one, and for a text without articles."""


@dataclasses.dataclass(frozen=True)
class SourceDraft:
    """What is told of a source, beside its text."""

    kind: SourceKind
    name: str
    title: str
    identifier: str = ""
    address: str = ""
    published_on: dt.date | None = None


def name_of(identifier: str, title: str) -> str:
    """Return what a source that has no name yet is called in addresses: its identifier, else words of its title."""
    return _NOT_IN_NAME.sub("-", identifier or title).strip("-")[:60].rstrip("-")


def check_draft(draft: SourceDraft, text: str, today: dt.date) -> None:
    """Raise `Invalid` for what no source can be: without name, from the future, or too long to show."""
    if not NAME.fullmatch(draft.name):
        raise Invalid("identifier", "source-name")
    if draft.published_on and draft.published_on > today:
        raise Invalid("published_on", "source-not-yet")
    if len(text) > LONGEST_TEXT:
        raise Invalid("text", "source-too-long")


def fingerprint_of(parts: Iterable[ParsedPart]) -> str:
    """Return what the same parts always have, and others never."""
    digest = hashlib.sha256()
    for part in parts:
        for value in (str(part.level), part.article, part.paragraph, part.heading, part.text):
            digest.update(value.encode() + b"\0")
    return digest.hexdigest()


def changed_places(before: Mapping[Place, str], after: Mapping[Place, str]) -> frozenset[Place]:
    """Return where two versions differ, in words; what came and what went too. Spaces and lines do not count."""
    return frozenset(
        place for place in before.keys() | after.keys() if _words(before.get(place)) != _words(after.get(place))
    )


def is_touched(article: str, paragraph: str, changed: Iterable[Place]) -> bool:
    """Say whether a change touches what is cited: of a whole article each of its paragraphs does."""
    return any(article == of and paragraph in {"", part} for of, part in changed)


def _words(text: str | None) -> list[str] | None:
    return None if text is None else text.split()
