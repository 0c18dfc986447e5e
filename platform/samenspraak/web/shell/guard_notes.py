"""What a form tells of the personal data that the guard found in one of its fields."""

import dataclasses
import hashlib
import json
from collections.abc import Mapping, Sequence

from samenspraak.privacy.findings import REFUSED, Finding, Kind

_AROUND = 40
"""Characters shown before and after what was found."""


@dataclasses.dataclass(frozen=True)
class Quote:
    """What was found, between the words around it."""

    kind: Kind
    before: str
    marked: str
    after: str

    @property
    def is_refused(self) -> bool:
        """Whether the text cannot be kept with it."""
        return self.kind in REFUSED


@dataclasses.dataclass(frozen=True)
class Note:
    """All that was found in one field; `sign` stands for exactly what the whole form is warned of, where it is asked
    to be confirmed at this field.
    """

    quotes: tuple[Quote, ...]
    sign: str = ""
    is_confirmed: bool = False

    @property
    def is_refused(self) -> bool:
        """Whether the text cannot be kept like this."""
        return any(quote.is_refused for quote in self.quotes)

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds that were found, the heavy ones first, each once."""
        found = {quote.kind for quote in self.quotes}
        return tuple(kind for kind in Kind if kind in found)


def quote(text: str, found: Finding) -> Quote:
    """Return a finding with the words around it."""
    start, end = max(0, found.start - _AROUND), min(len(text), found.end + _AROUND)
    before, after = text[start : found.start], text[found.end : end]
    before = f"… {before.partition(' ')[2]}" if start else before
    after = f"{after.rpartition(' ')[0]} …" if end < len(text) else after
    return Quote(found.kind, before, text[found.start : found.end], after)


def sign_of(texts: Mapping[str, str], warned: Mapping[str, Sequence[Finding]]) -> str:
    """Return what stands for exactly these findings: another one, or another text of it, has another sign."""
    told = sorted(
        (name, found.kind.value, " ".join(texts[name][found.start : found.end].split()))
        for name, each in warned.items()
        for found in each
    )
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:32] if told else ""
