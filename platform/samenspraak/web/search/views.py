"""`/zoeken`: everyone searches in what they may see; visitors in public questions."""

import dataclasses
from collections.abc import Mapping

import structlog
from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from samenspraak.indexing.finding import Found, Item, find
from samenspraak.questions.drafts import LONGEST_TITLE
from samenspraak.questions.queries.listing import most_discussed
from samenspraak.questions.visibility import tokens_of
from samenspraak.search.errors import IndexBroken
from samenspraak.search.request import Order, SearchRequest
from samenspraak.search.settings import LIMITS
from samenspraak.search.thesaurus import Thesaurus
from samenspraak.themes.queries import theme_labels, thesaurus
from samenspraak.web.search.asked import FILTERS, NEWEST, YES, Asked, read_asked
from samenspraak.web.search.choices import chips, facet_lists, tabs
from samenspraak.web.search.pages import BrokenPage, NothingPage, ResultsPage, StartPage
from samenspraak.web.search.remarks import quoted, remarks_on
from samenspraak.web.shell.access import everyone
from samenspraak.web.shell.context import now, services, session, viewer
from samenspraak.web.shell.formatting import number
from samenspraak.web.shell.page import render
from samenspraak.web.shell.pagination import PAGE_SIZE, Paged, page_number

_log = structlog.get_logger()

MOST_THEMES = 30

blueprint = Blueprint("search", __name__)


@blueprint.get("/zoeken")
@everyone
def show() -> ResponseReturnValue:
    """Show what was found, or how to search."""
    themes = theme_labels(session())
    asked = read_asked(themes)
    if asked.is_empty:
        return _show_start(asked)
    words = thesaurus(session())
    try:
        found = _find(asked, words)
        last = _paged(found).last
        if page_number() > last:
            return redirect(asked.url(pagina=last))
        if not found.items:
            return _show_nothing(asked, found, words, themes)
    except IndexBroken as error:
        _log.warning("no index", error=str(error))
        return render("search/broken.html", BrokenPage(_("Zoeken kan nu even niet"), asked.typed))
    return _show_results(asked, found, words, themes)


def _find(asked: Asked, words: Thesaurus) -> Found:
    request = SearchRequest(
        query=asked.query,
        audience=tokens_of(viewer()),
        now=now(),
        filters=asked.filters,
        page=page_number(),
        per_page=PAGE_SIZE,
        order=Order.NEWEST if asked.is_newest_first else Order.RELEVANCE,
    )
    in_force = dataclasses.replace(words, expansions={}) if asked.is_precise else words
    return find(session(), services().index, viewer(), request, in_force)


def _show_start(asked: Asked) -> ResponseReturnValue:
    remarks = (_("Wij zochten niet op %(words)s. Typ ten minste één woord.", words=quoted([asked.typed])),)
    busiest = most_discussed(session(), viewer(), MOST_THEMES)
    page = StartPage(
        title=_("Zoeken"),
        typed=asked.typed,
        remarks=remarks if asked.typed else (),
        themes=tuple((each.label, asked.url(q=None, thema=each.slug)) for each in busiest),
    )
    return render("search/start.html", page)


def _show_results(asked: Asked, found: Found, words: Thesaurus, themes: Mapping[str, str]) -> ResponseReturnValue:
    total = found.result.total
    page = ResultsPage(
        title=ngettext("%(found)s gevonden", "%(found)s gevonden", total, found=number(total)),
        typed=asked.typed,
        remarks=remarks_on(asked.query, words),
        also=() if asked.is_precise else words.also(asked.query.wanted),
        precise_url=asked.url(precies=None if asked.is_precise else YES),
        is_precise=asked.is_precise,
        is_partial=found.result.partial,
        paged=_paged(found),
        tabs=tabs(asked, found.result.facets) if viewer().is_signed_in else (),
        chips=chips(asked, themes),
        facets=facet_lists(asked, found.result.facets, themes),
        is_newest_first=asked.is_newest_first,
        order_url=asked.url(volgorde=None if asked.is_newest_first else NEWEST),
        ask_url=_ask_url(asked),
        theme_urls={label: url_for("search.show", thema=slug) for slug, label in themes.items()},
    )
    return render("search/results.html", page)


def _show_nothing(asked: Asked, found: Found, words: Thesaurus, themes: Mapping[str, str]) -> ResponseReturnValue:
    page = NothingPage(
        title=_("Niets gevonden"),
        typed=asked.typed,
        remarks=remarks_on(asked.query, words),
        is_partial=found.result.partial,
        chips=chips(asked, themes),
        ways=_ways_on(asked),
        themes=tuple((themes[slug], url_for("search.show", thema=slug)) for slug in _fitting(asked, words)),
        ask_url=_ask_url(asked),
    )
    return render("search/nothing.html", page)


def _ways_on(asked: Asked) -> tuple[tuple[str, str], ...]:
    """Return searches that find more: without filters, and on loose words."""
    ways = []
    if asked.is_filtered and asked.query.wanted:
        ways.append((_("Zoek zonder filters"), asked.url(**dict.fromkeys(FILTERS))))
    if asked.query.wanted and asked.query.wanted != asked.typed:
        ways.append((_("Zoek op losse woorden"), asked.url(q=asked.query.wanted)))
    if asked.is_precise:
        ways.append((_("Zoek ook op woorden die hetzelfde betekenen"), asked.url(precies=None)))
    return tuple(ways)


def _fitting(asked: Asked, words: Thesaurus) -> list[str]:
    return services().index.suggest_themes(asked.query.wanted, "", tokens_of(viewer()), words)


def _ask_url(asked: Asked) -> str:
    """Return where to ask what was searched for; empty for who may not ask."""
    if not viewer().may_ask:
        return ""
    return url_for("questions.new", titel=asked.query.wanted[:LONGEST_TITLE] or None)


def _paged(found: Found) -> Paged[Item]:
    reachable = min(found.result.total, LIMITS.deepest_hit)
    return Paged(found.items, reachable, page_number())
