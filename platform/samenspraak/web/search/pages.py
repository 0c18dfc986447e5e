"""What the search page shows, before, after and in the place of results."""

import dataclasses
from collections.abc import Mapping

from samenspraak.indexing.finding import Item
from samenspraak.web.search.choices import Entry, FacetList
from samenspraak.web.search.understood import Understood
from samenspraak.web.search.ways import Way
from samenspraak.web.shell.page import Crumb
from samenspraak.web.shell.pagination import Paged


@dataclasses.dataclass(frozen=True)
class StartPage:
    """How to search, and themes to begin with: (label, url)."""

    title: str
    typed: str
    remarks: tuple[str, ...]
    themes: tuple[tuple[str, str], ...]
    crumbs: tuple[Crumb, ...] = ()


@dataclasses.dataclass(frozen=True)
class Keeping:
    """What someone signed in can keep of a search: itself, and the one theme that it is on."""

    save_url: str
    theme: str = ""
    slug: str = ""
    is_followed: bool = False


@dataclasses.dataclass(frozen=True)
class ResultsPage:
    """What was found. `theme_urls` lead from a theme's words to what is on it; `orders` are (words, url or none).

    `named_themes` are the words of the themes that the query names: what carries one is found by it.
    """

    title: str
    typed: str
    understood: Understood
    paged: Paged[Item]
    tabs: tuple[Entry, ...]
    chips: tuple[tuple[str, str], ...]
    facets: tuple[FacetList, ...]
    orders: tuple[tuple[str, str], ...]
    ask_url: str
    theme_urls: Mapping[str, str]
    named_themes: frozenset[str]
    keeping: Keeping | None
    crumbs: tuple[Crumb, ...] = ()


@dataclasses.dataclass(frozen=True)
class NothingPage:
    """That nothing was found, and ways on: `ways` are searches that find more, `themes` what may fit.

    `ask_url` is where to ask what was searched for, empty for who may not; visitors log in first.
    """

    title: str
    typed: str
    understood: Understood
    chips: tuple[tuple[str, str], ...]
    ways: tuple[Way, ...]
    themes: tuple[tuple[str, str], ...]
    ask_url: str
    keeping: Keeping | None
    crumbs: tuple[Crumb, ...] = ()


@dataclasses.dataclass(frozen=True)
class BrokenPage:
    """That search is being repaired."""

    title: str
    typed: str
    crumbs: tuple[Crumb, ...] = ()
