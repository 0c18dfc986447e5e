"""`/wachtwoord-vergeten` and `/account/openen`: the way into an account by a link in the mail."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.errors import Invalid, NotFound
from samenspraak.people.actions.links import ask_for_link, open_account
from samenspraak.people.queries.links import person_of_link
from samenspraak.web.account.blueprint import blueprint
from samenspraak.web.account.forms import ForgotForm, OpenForm
from samenspraak.web.account.pages import ForgotPage, GonePage, OpenPage
from samenspraak.web.shell.access import everyone
from samenspraak.web.shell.context import now, services, session
from samenspraak.web.shell.identity import origin, remember_signed_in
from samenspraak.web.shell.page import render, tell
from samenspraak.web.shell.refusals import say_at_field


@blueprint.route("/wachtwoord-vergeten", methods=["GET", "POST"])
@everyone
def forgot() -> ResponseReturnValue:
    """Send a link to a new password; the answer is the same whether the address is known or not."""
    form = ForgotForm()
    if form.validate_on_submit():
        ask_for_link(session(), form.email.data, origin(), now())
        tell(
            "waits",
            _("Kijk in uw mail."),
            _("Is dit adres bij ons bekend, dan staat er een link in waarmee u binnen een uur een wachtwoord kiest."),
        )
        return redirect(url_for("account.forgot"), 303)
    page = ForgotPage(_("Wachtwoord vergeten"), form)
    return render("account/forgot.html", page, 422 if form.is_submitted() else 200)


@blueprint.route("/account/openen/<token>", methods=["GET", "POST"])
@everyone
def open(token: str) -> ResponseReturnValue:  # noqa: A001 - the endpoint is account.open
    """Let the holder of a link choose a password; looking at the page does not use the link up."""
    form = OpenForm()
    if form.validate_on_submit() and _opens(token, form):
        tell("done", _("Uw wachtwoord is ingesteld."), _("U bent nu ingelogd."))
        return redirect(url_for("home.show"), 303)
    person = person_of_link(session(), token, now())
    if person is None:
        return render("account/gone.html", GonePage(_("Deze link werkt niet meer")), 410)
    page = OpenPage(_("Kies een wachtwoord"), form, person, is_new=person.password_hash is None)
    return render("account/open.html", page, 422 if form.is_submitted() else 200)


def _opens(token: str, form: OpenForm) -> bool:
    hours = services().settings.session_hours
    try:
        fresh, who = open_account(session(), token, form.password.data, origin(), now(), hours)
    except Invalid as refusal:
        say_at_field(form, refusal)
        return False
    except NotFound:
        return False
    remember_signed_in(fresh, who)
    return True
