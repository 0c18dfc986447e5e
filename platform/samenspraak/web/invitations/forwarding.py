"""Passing a question on to a colleague: `/uitnodigingen/<id>/doorsturen`."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from flask.wrappers import Response
from flask_babel import gettext as _

from samenspraak.core.errors import Conflict, Invalid
from samenspraak.matching.eligibility import LeftOut
from samenspraak.people.kinds import Role
from samenspraak.routing.forwarding import forward
from samenspraak.routing.invitable import CannotBeInvited
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.queries import find_own_invitation
from samenspraak.routing.rules import OPEN
from samenspraak.web.invitations.blueprint import blueprint
from samenspraak.web.invitations.forms import ForwardForm
from samenspraak.web.invitations.pages import ForwardPage
from samenspraak.web.invitations.views import too_late
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.page import Crumb, render, tell


@blueprint.get("/uitnodigingen/<int:invitation_id>/doorsturen")
@only(Role.EXPERT)
def forward_to(invitation_id: int) -> ResponseReturnValue:
    """Show the form to pass a question on."""
    invitation = find_own_invitation(session(), viewer(), invitation_id)
    if invitation.state not in OPEN:
        return too_late(Conflict(f"invitation-{invitation.state.value}"))
    return _show(invitation, ForwardForm())


@blueprint.post("/uitnodigingen/<int:invitation_id>/doorsturen")
@only(Role.EXPERT)
def send_on(invitation_id: int) -> ResponseReturnValue:
    """Pass a question on, or show the form again with what is wrong."""
    invitation, form = find_own_invitation(session(), viewer(), invitation_id), ForwardForm()
    if not form.validate():
        return _show(invitation, form, 422)
    try:
        theirs = forward(session(), viewer(), invitation_id, form.colleague(), form.words.data, now())
    except (Conflict, Invalid) as refusal:
        return _refuse(invitation, form, refusal)
    tell("done", _("U stuurde de vraag door naar %(name)s.", name=theirs.expert.name), _until(theirs))
    return redirect(url_for("invitations.index"), 303)


def _refuse(invitation: Invitation, form: ForwardForm, refusal: Conflict | Invalid) -> ResponseReturnValue:
    """Say at the field why this colleague cannot be asked; or that the invitation itself moved meanwhile."""
    if isinstance(refusal, Invalid):
        field = form.email if refusal.field == "email" else form.name
        field.errors = [_what_is_wrong(refusal.reason)]
    elif isinstance(refusal, CannotBeInvited):
        form.name.errors = [_why_not(refusal.left_out)]
    elif refusal.reason == "forwarded-too-often":
        form.name.errors = [_("Deze vraag is al twee keer doorgestuurd. Sla haar af, dan zoeken wij iemand anders.")]
    elif refusal.reason == "withdrawn-too-often":
        form.name.errors = [_("Bij deze collega is de vraag al twee keer ingetrokken. Noem iemand anders.")]
    else:
        return too_late(refusal)
    return _show(find_own_invitation(session(), viewer(), invitation.id), form, 422)


def _until(theirs: Invitation) -> str:
    if theirs.expert.password_hash is None:
        return str(_("Uw collega krijgt een mail om een account te openen, en een mail met de vraag."))
    return str(_("Uw collega krijgt bericht. Ook de vraagsteller ziet dat u de vraag doorstuurde."))


def _what_is_wrong(reason: str) -> str:
    cannot = _("Wie dit adres heeft, kan deze vraag hier niet krijgen. Noem iemand anders.")
    told = {
        "address-needed": _("Wij kennen deze naam niet. Vul ook het e-mailadres in."),
        "account-closed": cannot,
        "no-expert": cannot,  # not told apart: it is nobody's business who has an account, as what
        "asked-before": _("Deze collega is voor deze vraag al gevraagd. Noem iemand anders."),
    }
    return str(told.get(reason, _("Dit is geen e-mailadres. Schrijf het zo: naam@voorbeeld.nl.")))


def _why_not(left_out: LeftOut) -> str:
    told = {
        LeftOut.AWAY: _("Deze collega is op dit moment afwezig. Noem iemand anders."),
        LeftOut.FULL: _("Deze collega neemt nu geen vragen aan. Noem iemand anders."),
        LeftOut.IS_ASKER: _("Deze collega stelde de vraag zelf. Noem iemand anders."),
    }
    return str(told.get(left_out, _("Deze collega is bij de vraagsteller betrokken. Noem iemand anders.")))


def _show(invitation: Invitation, form: ForwardForm, status: int = 200) -> Response:
    page = ForwardPage(
        title=_("Stuur door naar een collega"),
        crumbs=from_home(Crumb(_("Gevraagd"), url_for("invitations.index")), Crumb(_("Stuur door"))),
        invitation=invitation,
        form=form,
    )
    return render("invitations/forward.html", page, status)
