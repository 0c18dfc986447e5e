"""`/deskundigen`: the experts who are listed, and the same as a file for a spreadsheet."""

from collections.abc import Iterator, Sequence

from flask import request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import SelectChoice

from samenspraak.core.clock import local_day
from samenspraak.core.keyset import Cursor, Key, Part, walk
from samenspraak.matching.candidates import Load
from samenspraak.people.kinds import ExpertGroup, Sector
from samenspraak.people.queries.experts import (
    BY_NAME,
    BY_NAME_BACKWARDS,
    ExpertFilters,
    count_experts,
    part_of_experts,
)
from samenspraak.questions.queries.expert_order import most_accepted_first
from samenspraak.routing.load import full_experts, load_of
from samenspraak.themes.queries import list_themes
from samenspraak.web.experts.availability import availability_of
from samenspraak.web.experts.blueprint import blueprint
from samenspraak.web.experts.forms import ACCEPTED, BACKWARDS, DirectoryForm
from samenspraak.web.experts.pages import DirectoryPage, ExpertRow
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.context import now, services, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.filters import chips, chosen, settle
from samenspraak.web.shell.labels import label
from samenspraak.web.shell.listing import PAGE_SIZE, Listed, asked_cursor, export_url
from samenspraak.web.shell.page import Crumb, render
from samenspraak.web.shell.spreadsheet import MOST_ROWS, Cell, send_spreadsheet


@blueprint.get("/deskundigen")
@signed_in
def index() -> ResponseReturnValue:
    """List the experts."""
    form = _filled_filters()
    order, filters = _order(form), _filters(form)
    page = DirectoryPage(
        title=_("Deskundigen"),
        crumbs=from_home(Crumb(_("Deskundigen"))),
        form=form,
        chips=chips(form),
        listed=Listed(_part(filters, order, asked_cursor(order), PAGE_SIZE), count_experts(session(), filters)),
        export_url=export_url("experts.export"),
    )
    return render("experts/index.html", page)


@blueprint.get("/deskundigen.csv")
@signed_in
def export() -> ResponseReturnValue:
    """Give the same experts as a file."""
    form = _filled_filters()
    order, filters = _order(form), _filters(form)
    rows = walk(lambda cursor, most: _part(filters, order, cursor, most), MOST_ROWS)
    return send_spreadsheet("deskundigen", _headings(), _cells(rows))


def _part(filters: ExpertFilters, order: Sequence[Key], cursor: Cursor | None, most: int) -> Part[ExpertRow]:
    part = part_of_experts(session(), filters, order, cursor, most)
    load = load_of(session(), now(), [profile.person_id for profile in part.rows])
    today = local_day(now())
    rows = [
        ExpertRow(profile, availability_of(profile, load.get(profile.person_id, Load()).week, today))
        for profile in part.rows
    ]
    return part.with_rows(rows)


def _headings() -> list[str]:
    return [
        _("Naam"),
        _("Functie"),
        _("Organisatie"),
        _("Spreekt namens"),
        _("Sector"),
        _("Thema’s"),
        _("Nu vragen"),
        _("Afwezig tot en met"),
        _("Adres"),
    ]


def _cells(rows: Iterator[ExpertRow]) -> Iterator[list[Cell]]:
    states = {"free": _("ja"), "full": _("vol"), "away": _("afwezig"), "closed": _("nee")}
    for row in rows:
        profile = row.profile
        yield [
            profile.person.name,
            profile.headline,
            profile.organisation.title,
            label(profile.group),
            label(profile.sector),
            ", ".join(theme.label for theme in profile.themes),
            states[row.availability.state],
            row.availability.away_until,
            services().settings.base_url + url_for("experts.show", person_id=profile.person_id),
        ]


def _filled_filters() -> DirectoryForm:
    form = DirectoryForm(request.args)
    themes = [SelectChoice(theme.slug, theme.label) for theme in list_themes(session())]
    form.thema.choices = [SelectChoice("", _("Alle thema’s")), *themes]
    settle(form)
    return form


def _order(form: DirectoryForm) -> Sequence[Key]:
    if chosen(form.volgorde) == ACCEPTED:
        return (most_accepted_first(viewer()), *BY_NAME)
    return BY_NAME_BACKWARDS if chosen(form.volgorde) == BACKWARDS else BY_NAME


def _filters(form: DirectoryForm) -> ExpertFilters:
    group, sector = chosen(form.groep), chosen(form.sector)
    wants_available = bool(chosen(form.beschikbaar))
    return ExpertFilters(
        group=ExpertGroup(group) if group else None,
        sector=Sector(sector) if sector else None,
        theme=chosen(form.thema),
        available_on=local_day(now()) if wants_available else None,
        full=full_experts(session(), now()) if wants_available else frozenset(),
    )
