"""What an expert is asked: `/gevraagd`, and what can be done with an invitation."""

from collections.abc import Mapping, Sequence

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask.wrappers import Response
from flask_babel import gettext as _

from samenspraak.calendar.queries import region_calendars
from samenspraak.core.clock import local_day
from samenspraak.core.errors import Conflict, Invalid
from samenspraak.matching.explanation import Reason
from samenspraak.matching.queries import cards_of
from samenspraak.people.kinds import Role
from samenspraak.routing import actions
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.queries import taken_on_by, waiting_for, waiting_for_asker
from samenspraak.routing.rules import DeclineReason
from samenspraak.routing.why_asked import why_asked
from samenspraak.search.errors import IndexBroken
from samenspraak.web.invitations.blueprint import blueprint
from samenspraak.web.invitations.forms import DeclineForm
from samenspraak.web.invitations.pages import InvitationsPage
from samenspraak.web.invitations.past import PastForm, listed_past
from samenspraak.web.shell.access import only, signed_in
from samenspraak.web.shell.context import now, services, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.filters import chips
from samenspraak.web.shell.keys import read_key
from samenspraak.web.shell.listing import export_url
from samenspraak.web.shell.onward import asked_for, to_question
from samenspraak.web.shell.page import Crumb, render, tell


@blueprint.get("/gevraagd")
@only(Role.EXPERT)
def index() -> ResponseReturnValue:
    """Show what waits for an expert, what they took on and what is over."""
    return _show(DeclineForm(), read_key(request.args.get("sla-af")))


@blueprint.post("/uitnodigingen/<int:invitation_id>/aannemen")
@only(Role.EXPERT)
def accept(invitation_id: int) -> ResponseReturnValue:
    """Take a question on."""
    try:
        invitation = actions.accept(session(), viewer(), invitation_id, now())
    except Conflict as refusal:
        return too_late(refusal)
    tell("done", _("U nam deze vraag aan."), _("De vraagsteller krijgt bericht. Schrijf hieronder uw antwoord."))
    return to_question(invitation.question_id)


@blueprint.post("/uitnodigingen/<int:invitation_id>/afslaan")
@only(Role.EXPERT)
def decline(invitation_id: int) -> ResponseReturnValue:
    """Decline a question with a reason, or show the form again with what is missing."""
    form = DeclineForm()
    if not form.validate():
        return _show(form, invitation_id, 422)
    try:
        actions.decline(session(), viewer(), invitation_id, form.reason, form.words.data, now())
    except Invalid:
        form.words.errors = [_("Schrijf kort waarom deze vraag u niet past.")]
        return _show(form, invitation_id, 422)
    except Conflict as refusal:
        return too_late(refusal)
    tell("done", _("U sloeg deze vraag af."), _after_decline(form.reason))
    return redirect(url_for("invitations.index"), 303)


def _after_decline(reason: DeclineReason) -> str:
    if reason is DeclineReason.NOT_MY_SUBJECT:
        return str(
            _("De vraagsteller leest waarom. Dat dit niet uw vak is, staat bij “Niet uw vak”. Daar neemt u het terug.")
        )
    return str(_("De vraagsteller leest waarom. U hoeft niets meer te doen."))


@blueprint.post("/uitnodigingen/<int:invitation_id>/intrekken")
@signed_in
def withdraw(invitation_id: int) -> ResponseReturnValue:
    """Take an invitation back: the asker, who coordinates the asker's partnership, or a moderator."""
    try:
        invitation = actions.withdraw(session(), viewer(), invitation_id, now())
    except Conflict:
        tell("waits", _("Deze uitnodiging staat niet meer open."))
        return redirect(asked_for() or url_for("home.show"), 303)
    tell("done", _("De uitnodiging is ingetrokken."), _("U kunt nu iemand anders vragen."))
    return redirect(asked_for() or url_for("matching.choose", question_id=invitation.question_id), 303)


def too_late(refusal: Conflict) -> ResponseReturnValue:
    """Say kindly that the invitation moved meanwhile; the same button pressed twice is no fault."""
    told = {
        "invitation-accepted": _("U had deze vraag al aangenomen."),
        "invitation-declined": _("U had deze vraag al afgeslagen."),
        "invitation-forwarded": _("U had deze vraag al doorgestuurd."),
        "invitation-expired": _("De tijd om te reageren was om."),
    }
    tell("waits", told.get(refusal.reason, _("Deze vraag is ingetrokken.")))
    return redirect(url_for("invitations.index"), 303)


def _show(form: DeclineForm, declining: int | None, status: int = 200) -> Response:
    who, filters = viewer(), PastForm()
    waiting, taken_on = waiting_for(session(), who), taken_on_by(session(), who)
    page = InvitationsPage(
        title=_("Gevraagd"),
        crumbs=from_home(Crumb(_("Gevraagd"))),
        today=local_day(now()),
        calendars=region_calendars(session()),
        waiting=waiting,
        reasons=_reasons(waiting),
        taken_on=taken_on,
        standing_still=waiting_for_asker(session(), [each.question_id for each in (*waiting, *taken_on)]),
        filters=filters,
        chips=chips(filters),
        past=listed_past(filters),
        export_url=export_url("invitations.export"),
        capacity=_capacity(who.person_id or 0),
        declining=declining,
        form=form,
    )
    return render("invitations/index.html", page, status)


def _reasons(waiting: Sequence[Invitation]) -> Mapping[int, tuple[Reason, ...]]:
    """Why the expert was asked, by question; nothing while the index cannot be read."""
    try:
        return why_asked(session(), services().index, viewer(), [each.question for each in waiting], now())
    except IndexBroken:
        return {}


def _capacity(person_id: int) -> int | None:
    card = cards_of(session(), [person_id]).get(person_id)
    return card.capacity if card else None
