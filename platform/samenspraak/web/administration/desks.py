"""`/beheer/bureaus`: the desks of sector councils; `/beheer/themas-uitnodigen`: how experts are invited by theme."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.people.kinds import Role
from samenspraak.routing.desks.keeping import keep_themes_at_once, list_desks, themes_at_once
from samenspraak.themes.queries import list_themes
from samenspraak.web.administration.blueprint import blueprint
from samenspraak.web.administration.desk_pages import DesksPage, PacePage
from samenspraak.web.administration.forms import PaceForm
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.page import Crumb, render, tell


@blueprint.get("/bureaus")
@only(Role.ADMINISTRATOR)
def desks() -> ResponseReturnValue:
    """List the sector councils with their desks."""
    return render("administration/desks.html", DesksPage(_("Bureaus"), _crumbs(_("Bureaus")), list_desks(session())))


@blueprint.route("/themas-uitnodigen", methods=["GET", "POST"])
@only(Role.ADMINISTRATOR)
def paces() -> ResponseReturnValue:
    """Choose for which themes Samenspraak invites several experts at once."""
    form = PaceForm(themes=sorted(themes_at_once(session())))
    form.offer(list_themes(session()))
    if form.validate_on_submit():
        keep_themes_at_once(session(), viewer(), form.themes.data, now())
        tell("done", _("De keuze is bewaard."), _("Zij geldt voor vragen die Samenspraak vanaf nu uitzet."))
        return redirect(url_for("administration.paces"), 303)
    page = PacePage(_("Uitnodigen per thema"), _crumbs(_("Uitnodigen per thema")), form)
    return render("administration/paces.html", page, 422 if form.is_submitted() else 200)


def _crumbs(last: str) -> tuple[Crumb, ...]:
    return from_home(Crumb(_("Beheer"), url_for("administration.index")), Crumb(last))
