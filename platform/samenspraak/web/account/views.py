"""`/account`: one's own data, password and sessions."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from samenspraak.core.errors import Invalid
from samenspraak.people.actions.passwords import change_password
from samenspraak.people.actions.sessions import end_other_sessions, end_session
from samenspraak.people.queries.experts import has_profile
from samenspraak.people.queries.people import find_person, list_sessions
from samenspraak.web.account.blueprint import blueprint
from samenspraak.web.account.browsers import browser_of
from samenspraak.web.account.forms import ChangeForm
from samenspraak.web.account.pages import AccountPage, ChangePage, Place
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.context import now, services, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.identity import current_token, origin, remember_signed_in
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.shell.refusals import say_at_field
from samenspraak.web.shell.session import keep


@blueprint.get("/account")
@signed_in
def show() -> ResponseReturnValue:
    """Show who one is on Samenspraak."""
    person_id = viewer().person_id
    page = AccountPage(
        title=_("Uw gegevens"),
        crumbs=from_home(Crumb(_("Uw gegevens"))),
        person=find_person(session(), person_id),
        places=_places(),
        has_profile=has_profile(session(), person_id),
    )
    return render("account/show.html", page)


@blueprint.route("/account/wachtwoord", methods=["GET", "POST"])
@signed_in
def password() -> ResponseReturnValue:
    """Change one's password, which ends all other sessions."""
    form = ChangeForm()
    if form.validate_on_submit() and _changes(form):
        tell("done", _("Uw wachtwoord is gewijzigd."), _("Op andere apparaten bent u uitgelogd."))
        return redirect(url_for("account.show"), 303)
    page = ChangePage(
        title=_("Wijzig uw wachtwoord"),
        crumbs=from_home(Crumb(_("Uw gegevens"), url_for("account.show")), Crumb(_("Wijzig uw wachtwoord"))),
        form=form,
        email=find_person(session(), viewer().person_id).email,
    )
    return render("account/password.html", page, 422 if form.is_submitted() else 200)


@blueprint.post("/account/sessies/<handle>/uit")
@signed_in
def end(handle: str) -> ResponseReturnValue:
    """Log out in one other place."""
    end_session(session(), viewer().person_id or 0, handle)
    tell("done", _("U bent daar uitgelogd."))
    return redirect(url_for("account.show"), 303)


@blueprint.post("/account/sessies/uit")
@signed_in
def end_others() -> ResponseReturnValue:
    """Log out everywhere but here."""
    number = end_other_sessions(session(), viewer().person_id or 0, current_token())
    tell(
        "done",
        ngettext("U bent op %(num)s andere plek uitgelogd.", "U bent op %(num)s andere plekken uitgelogd.", number),
    )
    return redirect(url_for("account.show"), 303)


def _places() -> list[Place]:
    found = list_sessions(session(), viewer().person_id, current_token(), now())
    return [Place(each.handle, browser_of(each.user_agent), each.since, each.is_this) for each in found]


def _changes(form: ChangeForm) -> bool:
    """Change the password as filled in; a wrong current one is counted, and said at the form."""
    hours = services().settings.session_hours
    try:
        token, who = change_password(session(), viewer(), form.current.data, form.password.data, origin(), now(), hours)
    except Invalid as refusal:
        keep()
        say_at_field(form, refusal)
        return False
    remember_signed_in(token, who)
    return True
