"""The chain of acts, and what may be written in a row: pure functions on plain values."""

import dataclasses
import datetime as dt
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

Fact: TypeAlias = str | int | bool | None
Facts: TypeAlias = Mapping[str, Fact | Sequence[Fact]]

BEGINNING = "0" * 64
"""What stands in the place of a hash before the first row."""

_CODE = re.compile(r"[A-Za-z0-9_.:+-]{0,80}")
"""A state, a role, a slug, a code, a date, a hash: never a sentence, a name with a space or an address."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Row:
    """What a row says, and what its hash is over."""

    id: int
    at: dt.datetime
    actor_id: int | None
    subject_id: int | None
    act: str
    thing: str
    thing_id: int
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    reason: str
    previous_hash: str


def hash_of(row: Row) -> str:
    """Return the SHA-256 of a row as canonical JSON: keys in order, no spaces, only ASCII, the moment in UTC."""
    said = dataclasses.asdict(row) | {"at": row.at.astimezone(dt.UTC).isoformat(timespec="microseconds")}
    written = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)
    return hashlib.sha256(written.encode("ascii")).hexdigest()


def codes_only(facts: Facts | None) -> dict[str, Any] | None:
    """Return facts as they can be kept; a text in them that is no code is a mistake of ours (`ValueError`).

    A row stays for ever, so that nothing that people wrote may stand in it: what is redacted must be found nowhere.
    """
    if facts is None:
        return None
    return {key: _checked(key, value) for key, value in facts.items()}


def _checked(key: str, value: Fact | Sequence[Fact]) -> Fact | list[Fact]:
    values = value if isinstance(value, Sequence) and not isinstance(value, str) else [value]
    for each in values:
        if isinstance(each, str) and not _CODE.fullmatch(each):
            raise ValueError(f"{key!r} holds words; the audit keeps only codes, numbers and hashes")
        if not isinstance(each, str | int | None):
            raise TypeError(f"{key!r} holds a {type(each).__name__}")
    return value if isinstance(value, str | int | None) else list(value)
