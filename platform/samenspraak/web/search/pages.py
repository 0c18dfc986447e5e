"""What the search page shows, before, after and in the place of results."""

import dataclasses
from collections.abc import Mapping

from samenspraak.indexing.finding import Item
from samenspraak.web.search.choices import Entry, FacetList
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
class ResultsPage:
    """What was found. `also` is what else was searched for, `theme_urls` lead from a theme's words to what is on it."""

    title: str
    typed: str
    remarks: tuple[str, ...]
    also: tuple[str, ...]
    precise_url: str
    is_precise: bool
    is_partial: bool
    paged: Paged[Item]
    tabs: tuple[Entry, ...]
    chips: tuple[tuple[str, str], ...]
    facets: tuple[FacetList, ...]
    is_newest_first: bool
    order_url: str
    ask_url: str
    theme_urls: Mapping[str, str]
    crumbs: tuple[Crumb, ...] = ()


@dataclasses.dataclass(frozen=True)
class NothingPage:
    """That nothing was found, and ways on: `ways` are searches that find more, `themes` what may fit."""

    title: str
    typed: str
    remarks: tuple[str, ...]
    is_partial: bool
    chips: tuple[tuple[str, str], ...]
    ways: tuple[tuple[str, str], ...]
    themes: tuple[tuple[str, str], ...]
    ask_url: str
    crumbs: tuple[Crumb, ...] = ()


@dataclasses.dataclass(frozen=True)
class BrokenPage:
    """That search is being repaired."""

    title: str
    typed: str
    crumbs: tuple[Crumb, ...] = ()
