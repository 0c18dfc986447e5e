"""`/deskundigen/<id>/bewerken` and `/afwezig`: for the expert and for administrators."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import SelectChoice

from samenspraak.core.errors import Conflict, Invalid, NotAllowed
from samenspraak.people.actions.away import (
    add_away_period,
    change_away_period,
    find_away_period,
    remove_away_period,
)
from samenspraak.people.actions.profiles import edit_profile
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.people.queries.experts import find_visible_profile
from samenspraak.people.queries.substitutes import find_substitute, names_of_others
from samenspraak.people.rules import may_edit_profile
from samenspraak.themes.queries import list_themes
from samenspraak.web.experts.blueprint import blueprint
from samenspraak.web.experts.crumbs import to_profile
from samenspraak.web.experts.forms import AwayForm, ProfileForm, away_values, profile_values
from samenspraak.web.experts.pages import AwayPage, EditPage
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.page import render, tell
from samenspraak.web.shell.refusals import say_at_field


@blueprint.route("/deskundigen/<int:person_id>/bewerken", methods=["GET", "POST"])
@signed_in
def edit(person_id: int) -> ResponseReturnValue:
    """Edit a profile; when it changed meanwhile, show both texts and let the editor decide."""
    profile = _editable(person_id)
    form = ProfileForm(data=profile_values(profile))
    form.stands(headline=profile.headline, expertise=profile.expertise)
    form.themes.choices = [SelectChoice(theme.slug, theme.label) for theme in list_themes(session())]
    preview = form.expertise.data if "preview" in request.form else ""
    stored = None
    if not preview and form.validate_on_submit():
        try:
            edit_profile(session(), viewer(), person_id, form.draft(), now())
        except Invalid as refusal:
            say_at_field(form, refusal)
        except Conflict:
            stored = profile
            form.version.raw_data, form.version.data = None, profile.version
        else:
            tell("done", _("Het profiel is bewaard."), _("Vanaf nu zoeken wij hiermee vragen die passen."))
            return redirect(url_for("experts.show", person_id=person_id), 303)
    page = EditPage(_("Wijzig het profiel"), to_profile(profile, _("Wijzig")), person_id, form, preview, stored)
    return render("experts/edit.html", page, 422 if form.is_submitted() and not preview else 200)


@blueprint.route("/deskundigen/<int:person_id>/afwezig", methods=["GET", "POST"])
@signed_in
def away(person_id: int) -> ResponseReturnValue:
    """List the days away, and add some."""
    profile = _editable(person_id)
    form = AwayForm()
    if form.validate_on_submit():
        try:
            add_away_period(session(), viewer(), person_id, form.days(), now(), _substitute(person_id, form))
        except Invalid as refusal:
            say_at_field(form, refusal)
        else:
            return _to_away(person_id, _("De periode is toegevoegd."))
    return _show_away(profile, form)


@blueprint.route("/deskundigen/<int:person_id>/afwezig/<int:period_id>", methods=["GET", "POST"])
@signed_in
def away_period(person_id: int, period_id: int) -> ResponseReturnValue:
    """Change a period away."""
    profile = _editable(person_id)
    form = AwayForm(data=away_values(find_away_period(session(), person_id, period_id)))
    if form.validate_on_submit():
        try:
            substitute = _substitute(person_id, form)
            change_away_period(session(), viewer(), person_id, period_id, form.days(), now(), substitute)
        except Invalid as refusal:
            say_at_field(form, refusal)
        else:
            return _to_away(person_id, _("De periode is gewijzigd."))
    return _show_away(profile, form, period_id)


@blueprint.post("/deskundigen/<int:person_id>/afwezig/<int:period_id>/weg")
@signed_in
def remove_away(person_id: int, period_id: int) -> ResponseReturnValue:
    """Take a period away back."""
    remove_away_period(session(), viewer(), person_id, period_id, now())
    return _to_away(person_id, _("De periode is weggehaald."))


def _editable(person_id: int) -> ExpertProfile:
    profile = find_visible_profile(session(), viewer(), person_id)
    if not may_edit_profile(viewer(), person_id):
        raise NotAllowed
    return profile


def _substitute(person_id: int, form: AwayForm) -> int | None:
    name = form.substitute.data
    return find_substitute(session(), person_id, name) if name else None


def _to_away(person_id: int, told: str) -> ResponseReturnValue:
    tell("done", told)
    return redirect(url_for("experts.away", person_id=person_id), 303)


def _show_away(profile: ExpertProfile, form: AwayForm, period_id: int | None = None) -> ResponseReturnValue:
    page = AwayPage(
        title=_("Wijzig de periode") if period_id else _("Wanneer u afwezig bent"),
        crumbs=to_profile(profile, _("Afwezig")),
        person_id=profile.person_id,
        form=form,
        periods=profile.away_periods,
        names=names_of_others(session(), profile),
        period_id=period_id,
    )
    return render("experts/away.html", page, 422 if form.is_submitted() else 200)
