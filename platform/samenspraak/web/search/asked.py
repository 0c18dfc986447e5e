"""What the address of the search page asks for. What it holds wrongly does not count."""

import dataclasses
import datetime as dt
from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any

from flask import url_for
from werkzeug.datastructures import MultiDict

from samenspraak.following.wishes import Wish
from samenspraak.search.grammar import parse
from samenspraak.search.query import Query
from samenspraak.search.request import Filters, Order, SearchRequest
from samenspraak.search.settings import LIMITS
from samenspraak.web.shell.fields import clean
from samenspraak.web.shell.pagination import PAGE_SIZE
from samenspraak.web.shell.searching import ANSWERED, KINDS, PERIODS, SECTORS, YES

ORDERS = MappingProxyType({"nieuwste": Order.NEWEST, "nuttigste": Order.HELPFUL})
"""Beside the best first, which has no name in an address."""

FILTERS = ("soort", "thema", "sector", "antwoord", "periode")
OF_THE_WORDS: Mapping[str, None] = MappingProxyType({"zonder": None, "precies": None, "letterlijk": None})
"""What was chosen for the words as they stood: with other words it is gone."""

MOST_LEFT_OUT = 20
LONGEST_LEFT_OUT = 100


@dataclasses.dataclass(frozen=True)
class Asked:
    """The words that were typed, and what was chosen beside them, as it stands in the address.

    `left_out` are words that mean the same, but are not wanted.
    """

    query: Query
    choices: Mapping[str, str]
    left_out: tuple[str, ...] = ()

    @property
    def typed(self) -> str:
        """The words that were typed, as far as they are looked at."""
        return self.query.text

    @property
    def filters(self) -> Filters:
        """The facets that were chosen."""
        return Filters(
            kind=KINDS.get(self.choices.get("soort", "")),
            theme=self.choices.get("thema"),
            sector=self.choices.get("sector"),
            answered=ANSWERED.get(self.choices.get("antwoord", "")),
            period=PERIODS.get(self.choices.get("periode", "")),
        )

    @property
    def is_filtered(self) -> bool:
        """Whether any facet was chosen."""
        return any(name in self.choices for name in FILTERS)

    @property
    def order(self) -> Order:
        """What should come first."""
        return ORDERS.get(self.choices.get("volgorde", ""), Order.RELEVANCE)

    @property
    def is_precise(self) -> bool:
        """Whether to search without words that mean the same."""
        return self.choices.get("precies") == YES

    @property
    def is_literal(self) -> bool:
        """Whether to take every word as it was typed, also one that looks like a slip."""
        return self.choices.get("letterlijk") == YES

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to search for."""
        return self.query.is_empty and not self.is_filtered

    @property
    def wish(self) -> Wish:
        """What is looked for, as it can be saved: page and order aside."""
        return Wish(self.typed, self.filters, self.left_out, self.is_precise, self.is_literal)

    def request(self, audience: frozenset[str], now: dt.datetime, number: int) -> SearchRequest:
        """Return what the index is asked for, for the readers that hold these tokens: one page of it."""
        return SearchRequest(
            query=self.query,
            audience=audience,
            now=now,
            filters=self.filters,
            page=number,
            per_page=PAGE_SIZE,
            order=self.order,
            leave_out=frozenset(self.left_out),
            expand=not self.is_precise,
            correct=not self.is_literal,
        )

    def url(self, **changes: str | int | None) -> str:
        """Return the address of this search with some choices changed, or gone (None), from its first page on."""
        values: dict[str, Any] = {"q": self.typed or None, "zonder": self.left_out, **self.choices, **changes}
        return url_for("search.show", **values)

    def url_with_words(self, words: str) -> str:
        """Return the address of this search for other words, with the same filters."""
        return self.url(q=words, **OF_THE_WORDS)

    def url_without(self, written: str) -> str:
        """Return the address of this search without one of the words that mean the same."""
        return self._with_left_out((*self.left_out, written))

    def url_again_with(self, written: str) -> str:
        """Return the address of this search with a word that was left out."""
        return self._with_left_out(tuple(word for word in self.left_out if word != written))

    def _with_left_out(self, left_out: tuple[str, ...]) -> str:
        return dataclasses.replace(self, left_out=left_out).url()


def read_asked(address: MultiDict[str, str], slugs: Collection[str]) -> Asked:
    """Return what the query of an address asks for; `slugs` are the themes that there are."""
    allowed: Mapping[str, Collection[str]] = {
        "soort": KINDS,
        "thema": slugs,
        "sector": SECTORS,
        "antwoord": ANSWERED,
        "periode": PERIODS,
        "volgorde": ORDERS,
        "precies": (YES,),
        "letterlijk": (YES,),
    }
    choices = {name: address.get(name, "") for name in allowed}
    left_out = [clean(word)[:LONGEST_LEFT_OUT] for word in address.getlist("zonder")[:MOST_LEFT_OUT]]
    return Asked(
        query=parse(clean(address.get("q"))[: LIMITS.query_length + 1]),
        choices={name: value for name, value in choices.items() if value in allowed[name]},
        left_out=tuple(dict.fromkeys(filter(None, left_out))),
    )
