"""What the guard finds in a text, and how much it weighs."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """A kind of personal data."""

    BSN = "bsn"
    NAME_BIRTHDATE = "name_birthdate"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    CHILD = "child"


class Verdict(StrEnum):
    """What a text may do, from light to heavy: be stored, be stored once its author confirms it, or not be stored."""

    PASS = "pass"  # noqa: S105 - not a password
    WARN = "warn"
    REFUSE = "refuse"


REFUSED = frozenset({Kind.BSN, Kind.NAME_BIRTHDATE})


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Personal data at `text[start:end]`."""

    start: int
    end: int
    kind: Kind

    def overlaps(self, other: "Finding") -> bool:
        """Whether both cover a character of the text."""
        return self.start < other.end and other.start < self.end


def verdict_on(findings: Sequence[Finding]) -> Verdict:
    """Return the verdict on a text: that of its heaviest finding."""
    if any(found.kind in REFUSED for found in findings):
        return Verdict.REFUSE
    return Verdict.WARN if findings else Verdict.PASS
