"""`/beheer/accounts`: who has an account, inviting, and what someone may do."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.errors import Invalid
from samenspraak.people.actions.accounts import close_account, invite_person, rename_person
from samenspraak.people.actions.roles import give_role
from samenspraak.people.kinds import Role
from samenspraak.people.queries.experts import has_profile
from samenspraak.people.queries.organisations import list_active_organisations
from samenspraak.people.queries.people import AccountFilters, find_person, list_accounts
from samenspraak.web.administration.blueprint import blueprint
from samenspraak.web.administration.forms import AccountFiltersForm, CloseForm, InviteForm, PersonForm, RoleForm
from samenspraak.web.administration.pages import AccountPage, AccountsPage, InvitePage
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.filters import chips, chosen, settle
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.shell.pagination import PAGE_SIZE, Paged, offset, page_number
from samenspraak.web.shell.refusals import say_at_field

_OPEN = {"open": True, "gesloten": False}


@blueprint.get("/accounts")
@only(Role.ADMINISTRATOR)
def accounts() -> ResponseReturnValue:
    """List the accounts by name."""
    form = AccountFiltersForm(request.args)
    settle(form)
    role = chosen(form.rol)
    standing = chosen(form.stand)
    filters = AccountFilters(
        chosen(form.zoek), Role(role) if role else None, _OPEN.get(standing), is_unconfirmed=standing == "bevestigen"
    )
    number = page_number()
    rows, total = list_accounts(session(), filters, offset(number), PAGE_SIZE)
    page = AccountsPage(_("Accounts"), _crumbs(), form, chips(form), Paged(rows, total, number))
    return render("administration/accounts.html", page)


@blueprint.route("/accounts/nieuw", methods=["GET", "POST"])
@only(Role.ADMINISTRATOR)
def invite() -> ResponseReturnValue:
    """Invite someone, who gets a link by mail."""
    form = InviteForm(role=Role.COORDINATOR.value)
    form.offer(list_active_organisations(session()))
    if form.validate_on_submit():
        try:
            person = invite_person(session(), viewer().person_id, form.invitation(), now())
        except Invalid as refusal:
            say_at_field(form, refusal)
        else:
            tell(
                "done",
                _("%(name)s is uitgenodigd.", name=person.name),
                _("In de mail staat een link om binnen 14 dagen een wachtwoord te kiezen."),
            )
            return redirect(url_for("administration.account", person_id=person.id), 303)
    page = InvitePage(_("Nodig iemand uit"), _crumbs(_("Nodig iemand uit")), form)
    return render("administration/invite.html", page, 422 if form.is_submitted() else 200)


@blueprint.route("/accounts/<int:person_id>", methods=["GET", "POST"])
@only(Role.ADMINISTRATOR)
def account(person_id: int) -> ResponseReturnValue:
    """Show an account, and change its name and address."""
    person = find_person(session(), person_id)
    form = PersonForm(name=person.name, email=person.email)
    if form.validate_on_submit():
        try:
            rename_person(session(), viewer().person_id, person_id, form.name.data, form.email.data, now())
        except Invalid as refusal:
            say_at_field(form, refusal)
        else:
            tell("done", _("De gegevens van %(name)s zijn bewaard.", name=person.name))
            return _to_account(person_id)
    return _show(person_id, form, RoleForm(formdata=None))


@blueprint.route("/accounts/<int:person_id>/rollen", methods=["GET", "POST"])
@only(Role.ADMINISTRATOR)
def roles(person_id: int) -> ResponseReturnValue:
    """Give someone a role."""
    person = find_person(session(), person_id)
    form = RoleForm()
    form.offer(list_active_organisations(session()))
    if form.validate_on_submit():
        try:
            give_role(session(), viewer().person_id, person_id, form.new_role(), now())
        except Invalid as refusal:
            say_at_field(form, refusal)
        else:
            tell("done", _("%(name)s heeft de rol gekregen.", name=person.name))
            return _to_account(person_id)
    return _show(person_id, PersonForm(formdata=None, name=person.name, email=person.email), form)


@blueprint.route("/accounts/<int:person_id>/sluiten", methods=["GET", "POST"])
@only(Role.ADMINISTRATOR)
def close(person_id: int) -> ResponseReturnValue:
    """Close an account, and say why; its owner is logged out at once."""
    person = find_person(session(), person_id)
    form = CloseForm()
    if form.validate_on_submit():
        close_account(session(), viewer(), person_id, form.reason.data, now())
        undo = url_for("administration.reopen", person_id=person_id)
        tell("done", _("Het account is gesloten."), _("Wie ermee was ingelogd, is nu uitgelogd."), undo)
        return _to_account(person_id)
    person_form = PersonForm(formdata=None, name=person.name, email=person.email)
    return _show(person_id, person_form, RoleForm(formdata=None), form)


def _show(
    person_id: int, person_form: PersonForm, role_form: RoleForm, close_form: CloseForm | None = None
) -> ResponseReturnValue:
    person = find_person(session(), person_id)
    role_form.offer(list_active_organisations(session()))
    page = AccountPage(
        title=person.name,
        crumbs=_crumbs(person.name),
        person=person,
        person_form=person_form,
        role_form=role_form,
        close_form=close_form or CloseForm(formdata=None),
        has_profile=has_profile(session(), person_id),
        is_own=person_id == viewer().person_id,
    )
    wrong = request.method == "POST"
    return render("administration/account.html", page, 422 if wrong else 200)


def _to_account(person_id: int) -> ResponseReturnValue:
    return redirect(url_for("administration.account", person_id=person_id), 303)


def _crumbs(last: str = "") -> tuple[Crumb, ...]:
    accounts = Crumb(_("Accounts"), url_for("administration.accounts") if last else None)
    way = from_home(Crumb(_("Beheer"), url_for("administration.index")), accounts)
    return (*way, Crumb(last)) if last else way
