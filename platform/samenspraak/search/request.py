"""What the search page asks for and what it gets."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from samenspraak.search.document import Kind
from samenspraak.search.highlight import Segment
from samenspraak.search.query import Query


class Period(StrEnum):
    """How long ago, at most; the value stands in addresses."""

    WEEK = "week"
    MONTH = "month"
    HALF_YEAR = "half_year"
    YEAR = "year"

    @property
    def days(self) -> int:
        return {"week": 7, "month": 30, "half_year": 183, "year": 365}[self.value]


class Order(StrEnum):
    """What comes first; the value stands in addresses."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    HELPFUL = "helpful"


@dataclass(frozen=True, slots=True)
class Filters:
    """The facets that were chosen; None: all."""

    kind: Kind | None = None
    theme: str | None = None
    sector: str | None = None
    answered: bool | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """One search. `audience` are the reader's tokens: what none of them opens does not exist, nor does `without`.

    `leave_out` are expansions, as `SearchResult.also` wrote them, that are not wanted; without `expand` none is, and
    without `correct` every word means what it says. What takes longer than `seconds`, or the usual limit, is partial.
    """

    query: Query
    audience: frozenset[str]
    now: datetime
    filters: Filters = Filters()
    page: int = 1
    per_page: int = 20
    order: Order = Order.RELEVANCE
    leave_out: frozenset[str] = frozenset()
    expand: bool = True
    correct: bool = True
    seconds: float | None = None
    without: frozenset[tuple[Kind, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found, with its title and best passage in marked segments, as they were at its version.

    To be checked again before it is shown.
    """

    kind: Kind
    key: int
    version: int
    score: float
    title: tuple[Segment, ...]
    passage: tuple[Segment, ...]


@dataclass(frozen=True)
class Facets:
    """How many would be found with each choice, the other filters standing. Choices without hits are not there."""

    kind: Mapping[Kind, int] = field(default_factory=dict)
    theme: Mapping[str, int] = field(default_factory=dict)
    sector: Mapping[str, int] = field(default_factory=dict)
    answered: Mapping[bool, int] = field(default_factory=dict)
    period: Mapping[Period, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Expansion:
    """What was searched for beside the words `of` the user, as people write it."""

    written: str
    of: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that the user typed and the word that was searched for as well, as people write it."""

    typed: str
    meant: str


@dataclass(frozen=True)
class SearchResult:
    """One page of hits. `took` in seconds; `partial`: time ran out before all words were looked at.

    `also` and `corrections` name only what met something that the reader may see, best first; `suggestion` is the whole
    query spelled in another way that finds more.
    """

    hits: tuple[Hit, ...]
    total: int
    facets: Facets
    took: float
    partial: bool = False
    also: tuple[Expansion, ...] = ()
    corrections: tuple[Correction, ...] = ()
    suggestion: str | None = None
