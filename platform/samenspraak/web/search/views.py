"""`/zoeken`: everyone searches in what they may see; visitors in public questions."""

from collections.abc import Mapping

import structlog
from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from samenspraak.dutch.analysis import analyse
from samenspraak.indexing.finding import Found, Item, find
from samenspraak.questions.drafts import LONGEST_TITLE
from samenspraak.questions.queries.listing import most_discussed
from samenspraak.questions.visibility import tokens_of
from samenspraak.search.errors import IndexBroken
from samenspraak.search.settings import LIMITS
from samenspraak.search.thesaurus import Thesaurus, whole_words
from samenspraak.themes.queries import theme_labels
from samenspraak.web.search.asked import Asked, read_asked
from samenspraak.web.search.blueprint import blueprint
from samenspraak.web.search.choices import chips, facet_lists, orders, tabs
from samenspraak.web.search.noting import note_search
from samenspraak.web.search.pages import BrokenPage, NothingPage, ResultsPage, StartPage
from samenspraak.web.search.remarks import quoted
from samenspraak.web.search.saving import keeping_of
from samenspraak.web.search.understood import understood
from samenspraak.web.search.ways import ways_on
from samenspraak.web.shell.access import everyone
from samenspraak.web.shell.context import now, services, session, thesaurus, viewer
from samenspraak.web.shell.formatting import number
from samenspraak.web.shell.page import render
from samenspraak.web.shell.pagination import Paged, page_number
from samenspraak.web.shell.searching import KINDS

_log = structlog.get_logger()

MOST_THEMES = 30
FOR_VISITORS = ("vragen", "bronnen", "kennis")
"""The kinds that visitors may find."""


@blueprint.get("/zoeken")
@everyone
def show() -> ResponseReturnValue:
    """Show what was found, or how to search."""
    themes = theme_labels(session())
    asked = read_asked(request.args, themes)
    if asked.is_empty:
        return _show_start(asked)
    words = thesaurus()
    try:
        found = _find(asked, words, page_number())
        last = _paged(found).last
        if page_number() > last:
            return redirect(asked.url(pagina=last))
        show_it = _show_results if found.items else _show_nothing
        response = show_it(asked, found, words, themes)
    except IndexBroken as error:
        _log.warning("no index", error=str(error))
        return render("search/broken.html", BrokenPage(_("Zoeken kan nu even niet"), asked.typed))
    return note_search(response, asked, found.result, words)


def _find(asked: Asked, words: Thesaurus, number: int) -> Found:
    wanted = asked.request(tokens_of(viewer()), now(), number)
    return find(session(), services().index, viewer(), wanted, words)


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


def _show_results(asked: Asked, found: Found, words: Thesaurus, themes: Mapping[str, str]) -> Response:
    total = found.result.total
    page = ResultsPage(
        title=ngettext("%(found)s gevonden", "%(found)s gevonden", total, found=number(total)),
        typed=asked.typed,
        understood=understood(asked, found.result, words),
        paged=_paged(found),
        tabs=tabs(asked, found.result.facets, KINDS if viewer().is_signed_in else FOR_VISITORS),
        chips=chips(asked, themes),
        facets=facet_lists(asked, found.result.facets, themes),
        orders=orders(asked),
        ask_url=_ask_url(asked),
        named_themes=_named(asked, found, words, themes),
        theme_urls={label: url_for("search.show", thema=slug) for slug, label in themes.items()},
        keeping=keeping_of(asked, themes),
    )
    return render("search/results.html", page)


def _named(asked: Asked, found: Found, words: Thesaurus, themes: Mapping[str, str]) -> frozenset[str]:
    """The labels of the themes that a search names, in what was typed or in what was meant by it."""
    meant = " ".join((asked.query.wanted, *(each.meant for each in found.result.corrections)))
    typed = tuple(word.text for word in whole_words(analyse(meant)))
    return frozenset(themes[slug] for _place, slug in words.themes_in(typed) if slug in themes)


def _show_nothing(asked: Asked, found: Found, words: Thesaurus, themes: Mapping[str, str]) -> Response:
    def count(other: Asked) -> int:
        return _find(other, words, 1).result.total

    page = NothingPage(
        title=_("Niets gevonden"),
        typed=asked.typed,
        understood=understood(asked, found.result, words),
        chips=chips(asked, themes),
        ways=() if found.result.partial else ways_on(asked, count),
        themes=tuple((themes[slug], url_for("search.show", thema=slug)) for slug in _fitting(asked, words)),
        ask_url=_ask_url(asked),
        keeping=keeping_of(asked, themes),
    )
    return render("search/nothing.html", page)


def _fitting(asked: Asked, words: Thesaurus) -> list[str]:
    return services().index.suggest_themes(asked.query.wanted, "", tokens_of(viewer()), words)


def _ask_url(asked: Asked) -> str:
    """Return where to ask what was searched for, for visitors after they logged in; empty for who may not ask."""
    form = url_for("questions.new", titel=asked.query.wanted[:LONGEST_TITLE] or None)
    if viewer().is_signed_in:
        return form if viewer().may_ask else ""
    return url_for("sessions.new", next=form)


def _paged(found: Found) -> Paged[Item]:
    reachable = min(found.result.total, LIMITS.deepest_hit)
    return Paged(found.items, reachable, page_number())
