"""The choices beside the results: kinds as tabs, facets with counts, chosen ones as chips."""

import dataclasses
from collections.abc import Collection, Hashable, Iterator, Mapping
from typing import TypeAlias, TypeVar

from flask_babel import gettext as _

from samenspraak.people.kinds import Sector
from samenspraak.search.request import Facets
from samenspraak.web.search.asked import ORDERS, Asked
from samenspraak.web.shell.labels import label
from samenspraak.web.shell.searching import ANSWERED, KINDS, PERIODS, SECTORS

Entry: TypeAlias = tuple[str, str, int, bool]
"""Words, address, how many, whether chosen."""

Key = TypeVar("Key", bound=Hashable)

MOST_THEMES = 10


@dataclasses.dataclass(frozen=True)
class FacetList:
    """One facet. Taking a chosen entry takes it away."""

    title: str
    name: str
    entries: tuple[Entry, ...]


def tabs(asked: Asked, facets: Facets, names: Collection[str]) -> tuple[Entry, ...]:
    """Return the kinds of what was found, as they stand in addresses, all of them first."""
    words = {
        "vragen": _("Vragen"),
        "deskundigen": _("Deskundigen"),
        "samenwerkingsverbanden": _("Samenwerkingsverbanden"),
        "bronnen": _("Bronnen"),
        "kennis": _("Artikelen"),
    }
    chosen = asked.choices.get("soort")
    everything = (_("Alles"), asked.url(soort=None), sum(facets.kind.values()), chosen is None)
    kinds = [(words[name], asked.url(soort=name), facets.kind.get(KINDS[name], 0), chosen == name) for name in names]
    return (everything, *kinds)


def facet_lists(asked: Asked, facets: Facets, themes: Mapping[str, str]) -> tuple[FacetList, ...]:
    """Return the facets that have something to choose; `themes` are the words of each slug."""
    lists = (
        FacetList(_("Thema"), "thema", tuple(_themes(asked, facets, themes))),
        FacetList(_("Sector"), "sector", _entries(asked, "sector", SECTORS, facets.sector)),
        FacetList(_("Antwoord"), "antwoord", _entries(asked, "antwoord", ANSWERED, facets.answered)),
        FacetList(_("Periode"), "periode", _entries(asked, "periode", PERIODS, facets.period)),
    )
    return tuple(each for each in lists if each.entries)


def chips(asked: Asked, themes: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return for each chosen facet its words and the address without it."""
    words = _words()
    chosen = [(name, value) for name, value in asked.choices.items() if name in {"thema", *words}]
    return tuple(
        (themes[value] if name == "thema" else words[name][value], asked.url(**{name: None})) for name, value in chosen
    )


def orders(asked: Asked) -> tuple[tuple[str, str], ...]:
    """Return what can come first: the words and the address of each order, empty for the one in force."""
    words = {None: _("Best passend eerst"), "nieuwste": _("Nieuwste eerst"), "nuttigste": _("Nuttigste eerst")}
    chosen = asked.choices.get("volgorde")
    return tuple((words[name], "" if name == chosen else asked.url(volgorde=name)) for name in (None, *ORDERS))


def _themes(asked: Asked, facets: Facets, themes: Mapping[str, str]) -> Iterator[Entry]:
    chosen = asked.choices.get("thema")
    counts = {slug: count for slug, count in facets.theme.items() if slug in themes}
    shown = list(counts)[:MOST_THEMES]
    beyond = [slug for slug in counts if slug == chosen and slug not in shown]
    for slug in (*shown, *beyond):
        yield themes[slug], asked.url(thema=None if slug == chosen else slug), counts[slug], slug == chosen


def _entries(asked: Asked, name: str, values: Mapping[str, Key], counts: Mapping[Key, int]) -> tuple[Entry, ...]:
    words, chosen = _words()[name], asked.choices.get(name)
    return tuple(
        (words[value], asked.url(**{name: None if value == chosen else value}), counts[key], value == chosen)
        for value, key in values.items()
        if key in counts
    )


def _words() -> dict[str, dict[str, str]]:
    return {
        "sector": {value: label(Sector(value)).capitalize() for value in SECTORS},
        "antwoord": {"ja": _("Beantwoord"), "nee": _("Nog geen antwoord")},
        "periode": {
            "week": _("Afgelopen week"),
            "maand": _("Afgelopen maand"),
            "halfjaar": _("Afgelopen halfjaar"),
            "jaar": _("Afgelopen jaar"),
        },
    }
