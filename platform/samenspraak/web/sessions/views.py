"""`/inloggen` and `/uitloggen`."""

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.errors import Invalid
from samenspraak.people.actions.sessions import sign_in, sign_out
from samenspraak.web.sessions.forms import LogInForm
from samenspraak.web.sessions.pages import LogInPage
from samenspraak.web.shell.access import everyone
from samenspraak.web.shell.context import now, services, session, viewer
from samenspraak.web.shell.identity import current_token, forget_signed_in, origin, remember_signed_in
from samenspraak.web.shell.onward import asked_for, go_on
from samenspraak.web.shell.page import render, tell
from samenspraak.web.shell.refusals import say_at_field
from samenspraak.web.shell.session import keep

blueprint = Blueprint("sessions", __name__)


@blueprint.route("/inloggen", methods=["GET", "POST"])
@everyone
def new() -> ResponseReturnValue:
    """Log someone in and lead on to where they were going."""
    if viewer().is_signed_in:
        return go_on()
    form = LogInForm(next=asked_for())
    if form.validate_on_submit() and _signs_in(form):
        return go_on()
    page = LogInPage(_("Log in"), form, services().settings.session_hours)
    return render("sessions/new.html", page, 422 if form.is_submitted() else 200)


@blueprint.post("/uitloggen")
@everyone
def delete() -> ResponseReturnValue:
    """Log someone out; who is out already stays so."""
    if viewer().is_signed_in:
        sign_out(session(), current_token())
    forget_signed_in()
    tell("done", _("U bent uitgelogd."))
    return go_on()


def _signs_in(form: LogInForm) -> bool:
    """Sign in with what was filled in; a failure is counted, and said at the form."""
    hours = services().settings.session_hours
    try:
        token, who = sign_in(session(), form.email.data, form.password.data, origin(), now(), hours)
    except Invalid as refusal:
        keep()
        say_at_field(form, refusal)
        return False
    remember_signed_in(token, who)
    return True
