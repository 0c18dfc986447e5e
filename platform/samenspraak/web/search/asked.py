"""What the address of the search page asks for. What it holds wrongly does not count."""

import dataclasses
from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any

from flask import request, url_for

from samenspraak.search.document import Kind
from samenspraak.search.grammar import parse
from samenspraak.search.query import Query
from samenspraak.search.request import Filters, Period
from samenspraak.search.settings import LIMITS
from samenspraak.web.shell.fields import clean

KINDS = MappingProxyType({"vragen": Kind.QUESTION, "deskundigen": Kind.EXPERT})
SECTORS = MappingProxyType({"po": "po", "vo": "vo"})
ANSWERED = MappingProxyType({"ja": True, "nee": False})
PERIODS = MappingProxyType(
    {"week": Period.WEEK, "maand": Period.MONTH, "halfjaar": Period.HALF_YEAR, "jaar": Period.YEAR}
)
NEWEST = "nieuwste"
YES = "ja"
FILTERS = ("soort", "thema", "sector", "antwoord", "periode")


@dataclasses.dataclass(frozen=True)
class Asked:
    """The words that were typed, and what was chosen beside them, as it stands in the address."""

    query: Query
    choices: Mapping[str, str]

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
    def is_newest_first(self) -> bool:
        """Whether the newest should come first, in the place of the best."""
        return self.choices.get("volgorde") == NEWEST

    @property
    def is_precise(self) -> bool:
        """Whether to search without words that mean the same."""
        return self.choices.get("precies") == YES

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to search for."""
        return self.query.is_empty and not self.is_filtered

    def url(self, **changes: str | int | None) -> str:
        """Return the address of this search with some choices changed, or gone (None), from its first page on."""
        values: dict[str, Any] = {"q": self.typed or None, **self.choices, **changes}
        return url_for("search.show", **values)


def read_asked(slugs: Collection[str]) -> Asked:
    """Return what this request asks for; `slugs` are the themes that there are."""
    allowed: Mapping[str, Collection[str]] = {
        "soort": KINDS,
        "thema": slugs,
        "sector": SECTORS,
        "antwoord": ANSWERED,
        "periode": PERIODS,
        "volgorde": (NEWEST,),
        "precies": (YES,),
    }
    choices = {name: request.args.get(name, "") for name, values in allowed.items()}
    return Asked(
        query=parse(clean(request.args.get("q"))[: LIMITS.query_length + 1]),
        choices={name: value for name, value in choices.items() if value in allowed[name]},
    )
