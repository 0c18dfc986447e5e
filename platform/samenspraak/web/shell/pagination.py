"""Lists in pages of 25, by number in the address."""

import dataclasses
import math
from collections.abc import Sequence
from typing import Generic, TypeVar

from flask import request

from samenspraak.web.shell.here import here

PAGE_SIZE = 25
LAST_PAGE = 400
"""Nobody reads further; a bound keeps a crafted number cheap."""

Row = TypeVar("Row")


@dataclasses.dataclass(frozen=True)
class Paged(Generic[Row]):
    """One page of a list, with the count of the whole."""

    rows: Sequence[Row]
    total: int
    number: int

    @property
    def last(self) -> int:
        """The number of the last page, at least 1."""
        return max(1, min(LAST_PAGE, math.ceil(self.total / PAGE_SIZE)))

    @property
    def is_past_the_end(self) -> bool:
        """Whether there is a list, but it does not reach as far as this page."""
        return bool(self.total) and not self.rows

    @property
    def first_url(self) -> str:
        """The address of the first page."""
        return here(pagina=None)

    @property
    def previous_url(self) -> str | None:
        """The address of the page before, if there is one."""
        return here(pagina=self.number - 1) if self.number > 1 else None

    @property
    def next_url(self) -> str | None:
        """The address of the next page, if there is one."""
        return here(pagina=self.number + 1) if self.number < self.last else None


def page_number() -> int:
    """Return the page asked for, 1 when it is missing or no number."""
    return read_page(request.args.get("pagina", "1"))


def read_page(asked: str) -> int:
    """Return the number of a page as an address holds it, 1 when it is none."""
    return min(LAST_PAGE, max(1, int(asked))) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1


def offset(number: int) -> int:
    """Return how many rows come before a page."""
    return (number - 1) * PAGE_SIZE
