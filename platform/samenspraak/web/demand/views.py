"""`/moderatie/zoekvragen`: what people search for, and what they do not find."""

import datetime as dt
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.demand.queries import Span, count_wordings, demand_by_theme, demand_by_words, demand_in_all
from samenspraak.people.kinds import Role
from samenspraak.themes.queries import theme_labels
from samenspraak.web.demand.forms import SearchesForm
from samenspraak.web.demand.pages import SearchesPage
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.filters import chosen, settle
from samenspraak.web.shell.page import Crumb, render
from samenspraak.web.shell.pagination import PAGE_SIZE, Paged, offset, page_number
from samenspraak.web.shell.spreadsheet import MOST_ROWS, Cell, send_spreadsheet

blueprint = Blueprint("demand", __name__)

DAYS = MappingProxyType({"week": 7, "": 30, "halfjaar": 183, "jaar": 365})
IS_SIGNED_IN: Mapping[str, bool | None] = MappingProxyType({"": True, "bezoekers": False, "iedereen": None})
MOST_THEMES = 10


@blueprint.get("/moderatie/zoekvragen")
@only(Role.MODERATOR)
def index() -> ResponseReturnValue:
    """Show what was searched for in a period, what most often found nothing first."""
    form, number = _filled_form(), page_number()
    span = _span(form)
    rows = demand_by_words(session(), span, offset(number), PAGE_SIZE)
    labels = theme_labels(session())
    themes = [(labels[slug], slug, each) for slug, each in demand_by_theme(session(), span).items() if slug in labels]
    page = SearchesPage(
        title=_("Wat mensen zoeken"),
        crumbs=from_home(Crumb(_("Moderatie"), url_for("moderation.index")), Crumb(_("Wat mensen zoeken"))),
        form=form,
        in_all=demand_in_all(session(), span),
        paged=Paged(rows, count_wordings(session(), span), number),
        themes=tuple(themes[:MOST_THEMES]),
        export_url=url_for("demand.export", periode=chosen(form.periode) or None, wie=chosen(form.wie) or None),
    )
    return render("demand/index.html", page)


@blueprint.get("/moderatie/zoekvragen.csv")
@only(Role.MODERATOR)
def export() -> ResponseReturnValue:
    """Give the same as a file for a spreadsheet."""
    headings = [_("Woorden"), _("Gezocht"), _("Niets gevonden"), _("Meeste resultaten"), _("Iets geopend")]
    rows = demand_by_words(session(), _span(_filled_form()), 0, MOST_ROWS)
    cells: Iterator[list[Cell]] = ([row.words, row.times, row.nothing, row.most_found, row.opened] for row in rows)
    return send_spreadsheet("zoekvragen", headings, cells)


def _filled_form() -> SearchesForm:
    form = SearchesForm(request.args)
    settle(form)
    return form


def _span(form: SearchesForm) -> Span:
    return Span(now() - dt.timedelta(days=DAYS[chosen(form.periode)]), IS_SIGNED_IN[chosen(form.wie)])
