"""What a saved search looks for, and how it is written down: as JSON in one order, so that the same is kept once."""

import dataclasses
import datetime as dt
import json
from collections.abc import Iterable

from samenspraak.search.document import Kind
from samenspraak.search.grammar import parse
from samenspraak.search.request import Filters, Order, Period, SearchRequest


@dataclasses.dataclass(frozen=True)
class Wish:
    """Words and filters of a search. `left_out` are words that mean the same, but are not wanted."""

    words: str = ""
    filters: Filters = dataclasses.field(default_factory=Filters)
    left_out: tuple[str, ...] = ()
    is_precise: bool = False
    is_literal: bool = False

    def request(self, audience: Iterable[str], now: dt.datetime, most: int) -> SearchRequest:
        """Return what the index is asked for, for who holds these tokens: the newest, so many of them."""
        return SearchRequest(
            query=parse(self.words),
            audience=frozenset(audience),
            now=now,
            filters=self.filters,
            per_page=most,
            order=Order.NEWEST,
            leave_out=frozenset(self.left_out),
            expand=not self.is_precise,
            correct=not self.is_literal,
        )


def write_wish(wish: Wish) -> str:
    """Return a wish as it is kept."""
    filters = wish.filters
    values = {
        "words": " ".join(wish.words.split()),
        "kind": filters.kind,
        "theme": filters.theme,
        "sector": filters.sector,
        "answered": filters.answered,
        "period": filters.period,
        "left_out": sorted(wish.left_out),
        "precise": wish.is_precise,
        "literal": wish.is_literal,
    }
    kept = {name: value for name, value in values.items() if value not in (None, "", [], False) or name == "answered"}
    return json.dumps({name: value for name, value in kept.items() if value is not None}, sort_keys=True)


def read_wish(kept: str) -> Wish:
    """Return the wish that was kept."""
    values = json.loads(kept)
    kind, period = values.get("kind"), values.get("period")
    return Wish(
        words=values.get("words", ""),
        filters=Filters(
            kind=Kind(kind) if kind else None,
            theme=values.get("theme"),
            sector=values.get("sector"),
            answered=values.get("answered"),
            period=Period(period) if period else None,
        ),
        left_out=tuple(values.get("left_out", ())),
        is_precise=values.get("precise", False),
        is_literal=values.get("literal", False),
    )
