"""`/inloggen` and `/uitloggen`."""

from flask import Blueprint, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.errors import Invalid
from samenspraak.people.actions.sessions import sign_in, sign_out
from samenspraak.people.rules import Viewer
from samenspraak.web.sessions.forms import LogInForm
from samenspraak.web.sessions.pages import LogInPage, NotCarriedPage
from samenspraak.web.shell.access import everyone
from samenspraak.web.shell.carrying import Carried, carried, keep_carried
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
    typed = carried()
    if viewer().is_signed_in:
        return _go_on_writing(viewer(), typed) if typed else go_on()
    form = LogInForm(next=asked_for())
    is_sent = form.is_submitted() and ("email" in request.form or not typed)
    if is_sent and form.validate() and (who := _signs_in(form)):
        return _go_on_writing(who, typed) if typed else go_on()
    page = LogInPage(_("Log in"), form, services().settings.session_hours, typed)
    return render("sessions/new.html", page, 422 if is_sent else 200)


@blueprint.post("/uitloggen")
@everyone
def delete() -> ResponseReturnValue:
    """Log someone out; who is out already stays so."""
    if viewer().is_signed_in:
        sign_out(session(), current_token())
    forget_signed_in()
    tell("done", _("U bent uitgelogd."))
    return go_on()


def _go_on_writing(who: Viewer, typed: Carried) -> ResponseReturnValue:
    """Keep what was being written when the session ended, and lead on to it; or show it, where it may not be kept."""
    address = keep_carried(session(), who, typed)
    if address is not None:
        return redirect(address, 303)
    texts = tuple((name, value) for name, value in typed if len(value.split()) > 1)
    return render("sessions/not_carried.html", NotCarriedPage(_("U bent ingelogd"), texts))


def _signs_in(form: LogInForm) -> Viewer | None:
    """Sign in with what was filled in, and return who it is; a failure is counted, and said at the form."""
    hours = services().settings.session_hours
    try:
        token, who = sign_in(session(), form.email.data, form.password.data, origin(), now(), hours)
    except Invalid as refusal:
        keep()
        say_at_field(form, refusal)
        return None
    remember_signed_in(token, who)
    return who
