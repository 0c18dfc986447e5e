"""Telling what a partnership worked out: `/samenwerkingsverbanden/<id>/ervaringen/nieuw`, and changing it."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.errors import Conflict, Invalid, NotAllowed
from samenspraak.people.actions.experiences import (
    add_experience,
    coordinates,
    edit_experience,
    remove_experience,
)
from samenspraak.people.kinds import Role
from samenspraak.people.models.organisation import Experience, Organisation
from samenspraak.people.queries.experiences import find_experience
from samenspraak.people.queries.partnerships import find_partnership
from samenspraak.themes.queries import list_themes
from samenspraak.web.partnerships.blueprint import blueprint
from samenspraak.web.partnerships.forms import ExperienceForm, values_of
from samenspraak.web.partnerships.pages import ExperiencePage
from samenspraak.web.shell.access import only, signed_in
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.shell.refusals import say_at_field


@blueprint.route("/samenwerkingsverbanden/<int:organisation_id>/ervaringen/nieuw", methods=["GET", "POST"])
@only(Role.COORDINATOR)
def add(organisation_id: int) -> ResponseReturnValue:
    """Tell what the own partnership worked out."""
    partnership = _own(find_partnership(session(), organisation_id))
    form = ExperienceForm(list_themes(session()), title=request.args.get("titel", "")[:120])
    preview = _preview(form)
    if not preview and form.validate_on_submit():
        try:
            experience = add_experience(session(), viewer(), organisation_id, form.draft(), now())
        except Invalid as refusal:
            say_at_field(form, refusal)
        else:
            tell("done", _("Uw ervaring staat op Samenspraak."), _("Anderen vinden haar bij het zoeken en bij vragen."))
            return _back(organisation_id, experience.id)
    url = url_for("partnerships.add", organisation_id=organisation_id)
    return _show(_("Vertel wat u hebt uitgewerkt"), partnership, form, url, preview)


@blueprint.route("/ervaringen/<int:experience_id>/bewerken", methods=["GET", "POST"])
@signed_in
def edit(experience_id: int) -> ResponseReturnValue:
    """Change what the own partnership told; when a colleague changed it meanwhile, show both texts."""
    experience = find_experience(session(), experience_id)
    partnership = _own(experience.organisation)
    form = ExperienceForm(list_themes(session()), data=values_of(experience))
    form.stands(title=experience.title, body=experience.body)
    preview, stored = _preview(form), None
    if not preview and form.validate_on_submit():
        try:
            edit_experience(session(), viewer(), experience_id, form.draft(), now())
        except Invalid as refusal:
            say_at_field(form, refusal)
        except Conflict:
            stored = experience
            form.version.raw_data, form.version.data = None, experience.version
        else:
            tell("done", _("Uw wijziging is bewaard."))
            return _back(partnership.id, experience_id)
    url = url_for("partnerships.edit", experience_id=experience_id)
    return _show(_("Wijzig uw ervaring"), partnership, form, url, preview, stored)


@blueprint.post("/ervaringen/<int:experience_id>/weg")
@signed_in
def remove(experience_id: int) -> ResponseReturnValue:
    """Take it away."""
    experience = find_experience(session(), experience_id)
    organisation_id, title = experience.organisation_id, experience.title
    remove_experience(session(), viewer(), experience_id, now())
    tell("done", _("“%(title)s” is weggehaald.", title=title))
    return redirect(url_for("partnerships.show", organisation_id=organisation_id), 303)


def _own(partnership: Organisation) -> Organisation:
    if not coordinates(session(), viewer(), partnership.id):
        raise NotAllowed
    return partnership


def _preview(form: ExperienceForm) -> str:
    return str(form.body.data or "") if "preview" in request.form else ""


def _show(
    title: str,
    partnership: Organisation,
    form: ExperienceForm,
    url: str,
    preview: str,
    stored: Experience | None = None,
) -> ResponseReturnValue:
    crumbs = from_home(
        Crumb(_("Samenwerkingsverbanden"), url_for("partnerships.index")),
        Crumb(partnership.title, url_for("partnerships.show", organisation_id=partnership.id)),
        Crumb(title),
    )
    page = ExperiencePage(title, crumbs, partnership, form, url, preview, stored)
    return render("partnerships/experience.html", page, 422 if form.is_submitted() and not preview else 200)


def _back(organisation_id: int, experience_id: int) -> ResponseReturnValue:
    anchor = f"ervaring-{experience_id}"
    return redirect(url_for("partnerships.show", organisation_id=organisation_id, _anchor=anchor), 303)
