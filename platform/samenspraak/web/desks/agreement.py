"""`/bureau/<id>/afspraak`: whether a desk is open, and within how many working days it responds."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.people.kinds import Role
from samenspraak.routing.desks.keeping import find_kept_desk, keep_desk
from samenspraak.routing.desks.rules import FIRST_AGREEMENT
from samenspraak.web.desks.blueprint import blueprint
from samenspraak.web.desks.forms import AgreementForm
from samenspraak.web.desks.pages import AgreementPage
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.page import Crumb, render, tell


@blueprint.route("/<int:desk_id>/afspraak", methods=["GET", "POST"])
@only(Role.ADMINISTRATOR, Role.MODERATOR)
def agreement(desk_id: int) -> ResponseReturnValue:
    """Change what a sector council's desk agreed, or open its first desk."""
    kept = find_kept_desk(session(), desk_id)
    desk, name = kept.desk, kept.organisation.title
    form = AgreementForm(
        is_open=desk.is_open if desk else True, working_days=desk.working_days_to_respond if desk else FIRST_AGREEMENT
    )
    if form.validate_on_submit():
        keep_desk(session(), viewer(), desk_id, now(), is_open=form.is_open.data, working_days=form.working_days.data)
        tell("done", _("De afspraak met %(name)s is bewaard.", name=name), _("Zij geldt voor nieuwe vragen."))
        return redirect(_back(desk_id), 303)
    title = _("Afspraak met %(name)s", name=name)
    page = AgreementPage(title, _crumbs(title), form, desk is None, kept.colleagues)
    return render("desks/agreement.html", page, 422 if form.is_submitted() else 200)


def _back(desk_id: int) -> str:
    """Administrators come from the list of desks; moderators from the desk itself, which may be closed now."""
    if viewer().is_administrator:
        return url_for("administration.desks")
    return url_for("desks.agreement", desk_id=desk_id)


def _crumbs(title: str) -> tuple[Crumb, ...]:
    if viewer().is_administrator:
        way = Crumb(_("Beheer"), url_for("administration.index")), Crumb(_("Bureaus"), url_for("administration.desks"))
        return from_home(*way, Crumb(title))
    return from_home(Crumb(_("Bureau"), url_for("desks.index")), Crumb(title))
