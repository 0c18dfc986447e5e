"""How searches stand in addresses, and what they look for in words."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from samenspraak.following.wishes import Wish
from samenspraak.people.kinds import Sector
from samenspraak.search.document import Kind
from samenspraak.search.request import Period
from samenspraak.web.shell.labels import label

KINDS = MappingProxyType(
    {
        "vragen": Kind.QUESTION,
        "deskundigen": Kind.EXPERT,
        "samenwerkingsverbanden": Kind.EXPERIENCE,
        "bronnen": Kind.SOURCE,
        "kennis": Kind.ARTICLE,
    }
)
SECTORS = MappingProxyType({"po": "po", "vo": "vo"})
ANSWERED = MappingProxyType({"ja": True, "nee": False})
PERIODS = MappingProxyType(
    {"week": Period.WEEK, "maand": Period.MONTH, "halfjaar": Period.HALF_YEAR, "jaar": Period.YEAR}
)
YES = "ja"


def search_url(wish: Wish, order: str | None = None) -> str:
    """Return the address of the search page that looks for a wish, in an order as addresses call it."""
    filters = wish.filters
    values: dict[str, Any] = {
        "q": wish.words or None,
        "soort": _name(KINDS, filters.kind),
        "thema": filters.theme,
        "sector": filters.sector,
        "antwoord": _name(ANSWERED, filters.answered),
        "periode": _name(PERIODS, filters.period),
        "zonder": wish.left_out,
        "precies": YES if wish.is_precise else None,
        "letterlijk": YES if wish.is_literal else None,
        "volgorde": order,
    }
    return url_for("search.show", **values)


def wish_in_words(wish: Wish, themes: Mapping[str, str]) -> tuple[str, ...]:
    """Return what a search looks for, part by part; `themes` are the labels of each slug."""
    filters = wish.filters
    kinds = {
        Kind.QUESTION: _("vragen"),
        Kind.EXPERT: _("deskundigen"),
        Kind.EXPERIENCE: _("ervaringen van samenwerkingsverbanden"),
        Kind.SOURCE: _("wetten en andere bronnen"),
        Kind.ARTICLE: _("artikelen"),
    }
    answered = {True: _("beantwoord"), False: _("nog geen antwoord")}
    parts = (
        wish.words,
        themes.get(filters.theme or "", ""),
        kinds[filters.kind] if filters.kind else "",
        label(Sector(filters.sector)) if filters.sector else "",
        "" if filters.answered is None else answered[filters.answered],
    )
    return tuple(part for part in parts if part)


def _name(names: Mapping[str, object], value: object) -> str | None:
    return next((name for name, each in names.items() if each == value and value is not None), None)
