"""Lists in parts of 25: where a part begins stands in the address, so that it stays the same while rows are added."""

import dataclasses
from collections.abc import Sequence
from typing import Generic, TypeVar
from urllib.parse import urlencode

from flask import request, url_for

from samenspraak.core.keyset import Cursor, Key, Part, read_cursor, write_cursor
from samenspraak.web.shell.here import here

PAGE_SIZE = 25
AFTER, BEFORE = "na", "voor"
PLACES = (AFTER, BEFORE)
"""What an address of a list holds beside its filters; a changed filter begins the list anew."""

Row = TypeVar("Row")


@dataclasses.dataclass(frozen=True)
class Listed(Generic[Row]):
    """A part of a list, with the count of the whole."""

    part: Part[Row]
    total: int

    @property
    def rows(self) -> Sequence[Row]:
        """What this part holds."""
        return self.part.rows

    @property
    def is_past_the_end(self) -> bool:
        """Whether there is a list, but nothing of it here."""
        return bool(self.total) and not self.part.rows

    @property
    def first_url(self) -> str:
        """The address of the beginning."""
        return here(**dict.fromkeys(PLACES))

    @property
    def previous_url(self) -> str | None:
        """The address of the part before, if there is one."""
        before = self.part.before
        return here(**{AFTER: None, BEFORE: write_cursor(before)}) if before else None

    @property
    def next_url(self) -> str | None:
        """The address of the part after, if there is one."""
        after = self.part.after
        return here(**{AFTER: write_cursor(after), BEFORE: None}) if after else None


def asked_cursor(keys: Sequence[Key]) -> Cursor | None:
    """Return where the list that is asked for begins; None for its beginning, and for what is no place in it."""
    for name in PLACES:
        if written := request.args.get(name):
            return read_cursor(written, keys, backwards=name == BEFORE)
    return None


def export_url(endpoint: str) -> str:
    """Return the address of a list as a file, with the filters and the order of this page."""
    kept = [(name, value) for name, value in request.args.items(multi=True) if value and name not in PLACES]
    return f"{url_for(endpoint)}?{urlencode(kept)}" if kept else url_for(endpoint)
