"""`/beheer`: the organisations."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import SelectChoice

from samenspraak.calendar.actions.loading import place
from samenspraak.core.errors import Invalid
from samenspraak.people.actions.organisations import add_organisation, edit_organisation
from samenspraak.people.kinds import OrganisationKind, Role, Sector
from samenspraak.people.queries.organisations import (
    OrganisationFilters,
    find_organisation,
    list_organisations,
    list_provinces,
)
from samenspraak.web.administration.blueprint import blueprint
from samenspraak.web.administration.forms import OrganisationFiltersForm, OrganisationForm, organisation_values
from samenspraak.web.administration.pages import OrganisationPage, OrganisationsPage
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.filters import chips, chosen, settle
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.shell.pagination import PAGE_SIZE, Paged, offset, page_number
from samenspraak.web.shell.refusals import say_at_field


@blueprint.get("")
@only(Role.ADMINISTRATOR)
def index() -> ResponseReturnValue:
    """List the organisations."""
    form = OrganisationFiltersForm(request.args)
    form.provincie.choices = [SelectChoice("", _("Alle provincies")), *map(SelectChoice, list_provinces(session()))]
    settle(form)
    number = page_number()
    rows, total = list_organisations(session(), _filters(form), offset(number), PAGE_SIZE)
    page = OrganisationsPage(
        _("Organisaties"), from_home(Crumb(_("Beheer"))), form, chips(form), Paged(rows, total, number)
    )
    return render("administration/organisations.html", page)


@blueprint.route("/organisaties/nieuw", methods=["GET", "POST"])
@only(Role.ADMINISTRATOR)
def new_organisation() -> ResponseReturnValue:
    """Add an organisation."""
    form = OrganisationForm()
    if form.validate_on_submit():
        try:
            added = place(session(), add_organisation(session(), viewer().person_id, form.draft(), now()))
        except Invalid as refusal:
            say_at_field(form, refusal)
        else:
            tell("done", _("%(name)s is toegevoegd.", name=added.title), _("U kunt er nu mensen voor uitnodigen."))
            return redirect(url_for("administration.index"), 303)
    return _show(_("Voeg een organisatie toe"), form)


@blueprint.route("/organisaties/<int:organisation_id>", methods=["GET", "POST"])
@only(Role.ADMINISTRATOR)
def organisation(organisation_id: int) -> ResponseReturnValue:
    """Change an organisation."""
    found = find_organisation(session(), organisation_id)
    title = found.title
    form = OrganisationForm(data=organisation_values(found))
    if form.validate_on_submit():
        try:
            edited = edit_organisation(session(), viewer().person_id, organisation_id, form.draft(), now())
            changed = place(session(), edited)
        except Invalid as refusal:
            say_at_field(form, refusal)
        else:
            tell("done", _("%(name)s is bewaard.", name=changed.title))
            return redirect(url_for("administration.index"), 303)
    return _show(title, form)


def _show(title: str, form: OrganisationForm) -> ResponseReturnValue:
    crumbs = from_home(Crumb(_("Beheer"), url_for("administration.index")), Crumb(title))
    page = OrganisationPage(title, crumbs, form)
    return render("administration/organisation.html", page, 422 if form.is_submitted() else 200)


def _filters(form: OrganisationFiltersForm) -> OrganisationFilters:
    kind, sector = chosen(form.soort), chosen(form.sector)
    return OrganisationFilters(
        text=chosen(form.zoek),
        kind=OrganisationKind(kind) if kind else None,
        sector=Sector(sector) if sector else None,
        province=chosen(form.provincie),
    )
