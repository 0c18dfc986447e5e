"""`/deskundigen/<id>/banden`: ties with organisations, declared by the expert, read by few."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import SelectChoice

from samenspraak.core.errors import Invalid, NotAllowed
from samenspraak.people.actions.ties import declare_tie, take_tie_back
from samenspraak.people.queries.experts import find_visible_profile
from samenspraak.people.queries.organisations import list_active_organisations
from samenspraak.people.queries.ties import ties_of
from samenspraak.people.rules import may_declare_ties
from samenspraak.web.experts.blueprint import blueprint
from samenspraak.web.experts.crumbs import to_profile
from samenspraak.web.experts.forms import TieForm
from samenspraak.web.experts.pages import TiesPage
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.page import render, tell
from samenspraak.web.shell.refusals import say_at_field


@blueprint.get("/deskundigen/<int:person_id>/banden")
@signed_in
def ties(person_id: int) -> ResponseReturnValue:
    """List the ties of an expert, with a form for the expert."""
    return _show(person_id, _form())


@blueprint.post("/deskundigen/<int:person_id>/banden")
@signed_in
def declare(person_id: int) -> ResponseReturnValue:
    """Declare a tie."""
    if not may_declare_ties(viewer(), person_id):
        raise NotAllowed
    form = _form()
    if form.validate():
        try:
            declare_tie(session(), viewer(), person_id, form.draft(), now())
        except Invalid as refusal:
            say_at_field(form, refusal)
        else:
            tell("done", _("De band staat erbij."), _("Vragen van deze organisatie gaan naar anderen."))
            return _back(person_id)
    return _show(person_id, form, 422)


@blueprint.post("/deskundigen/<int:person_id>/banden/<int:tie_id>/weg")
@signed_in
def remove_tie(person_id: int, tie_id: int) -> ResponseReturnValue:
    """Take a tie back."""
    take_tie_back(session(), viewer(), person_id, tie_id)
    tell("done", _("De band is weggehaald."), _("Vragen van deze organisatie kunnen nu ook naar u."))
    return _back(person_id)


def _form() -> TieForm:
    form = TieForm()
    found = list_active_organisations(session())
    form.organisation.choices = [
        SelectChoice("", _("Kies een organisatie")),
        *(SelectChoice(str(each.id), each.title) for each in found),
    ]
    return form


def _show(person_id: int, form: TieForm, status: int = 200) -> ResponseReturnValue:
    profile = find_visible_profile(session(), viewer(), person_id)
    page = TiesPage(
        title=_("Banden met organisaties"),
        crumbs=to_profile(profile, _("Banden")),
        person_id=person_id,
        ties=ties_of(session(), viewer(), person_id),
        form=form,
        may_declare=may_declare_ties(viewer(), person_id),
    )
    return render("experts/ties.html", page, status)


def _back(person_id: int) -> ResponseReturnValue:
    return redirect(url_for("experts.ties", person_id=person_id), 303)
