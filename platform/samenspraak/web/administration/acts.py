"""What an administrator does with an account by one button."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.people.actions.accounts import reopen_account, send_link_again
from samenspraak.people.actions.roles import confirm_role, take_role
from samenspraak.people.kinds import Role
from samenspraak.web.administration.blueprint import blueprint
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.page import tell


@blueprint.post("/accounts/<int:person_id>/heropenen")
@only(Role.ADMINISTRATOR)
def reopen(person_id: int) -> ResponseReturnValue:
    """Reopen an account."""
    reopen_account(session(), viewer().person_id, person_id, now())
    tell("done", _("Het account is weer open."), _("Inloggen kan met het oude wachtwoord."))
    return _back(person_id)


@blueprint.post("/accounts/<int:person_id>/link")
@only(Role.ADMINISTRATOR)
def send_link(person_id: int) -> ResponseReturnValue:
    """Send a new link by mail; the earlier one works no more."""
    person = send_link_again(session(), viewer().person_id, person_id, now())
    tell(
        "done", _("Er is een nieuwe link gestuurd naar %(email)s.", email=person.email), _("De vorige werkt niet meer.")
    )
    return _back(person_id)


@blueprint.post("/accounts/<int:person_id>/rollen/<int:assignment_id>/bevestigen")
@only(Role.ADMINISTRATOR)
def confirm(person_id: int, assignment_id: int) -> ResponseReturnValue:
    """Confirm a role that someone got on the word of a colleague."""
    confirm_role(session(), viewer().person_id, person_id, assignment_id, now())
    tell("done", _("De rol is bevestigd."), _("Deze persoon hoort nu bij de organisatie."))
    return _back(person_id)


@blueprint.post("/accounts/<int:person_id>/rollen/<int:assignment_id>/weg")
@only(Role.ADMINISTRATOR)
def take(person_id: int, assignment_id: int) -> ResponseReturnValue:
    """Take a role away."""
    take_role(session(), viewer(), person_id, assignment_id, now())
    tell("done", _("De rol is weggehaald."))
    return _back(person_id)


def _back(person_id: int) -> ResponseReturnValue:
    return redirect(url_for("administration.account", person_id=person_id), 303)
