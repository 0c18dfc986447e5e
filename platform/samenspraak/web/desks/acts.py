"""What is done with a question at a desk: take, give, put back, pass on."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.errors import Conflict, Invalid
from samenspraak.people.kinds import Role
from samenspraak.routing.desks import actions
from samenspraak.routing.desks.queries import colleagues_of
from samenspraak.routing.desks.queue import find_queued
from samenspraak.web.desks.blueprint import blueprint
from samenspraak.web.desks.forms import AssignForm, PassOnForm
from samenspraak.web.desks.showing import show_case
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.page import tell
from samenspraak.web.shell.refusals import say_at_field


@blueprint.post("/vragen/<int:question_id>/oppakken")
@only(Role.EXPERT, Role.COORDINATOR, Role.MODERATOR)
def take(question_id: int) -> ResponseReturnValue:
    """Take a question oneself."""
    case = find_queued(session(), viewer(), question_id).case
    try:
        actions.take(session(), viewer(), case.id, now())
    except Conflict as refusal:
        return _too_late(question_id, refusal)
    undo = url_for("desks.release", question_id=question_id)
    tell("done", _("U pakt deze vraag op."), _("Uw collega’s zien dat."), undo)
    return _to_case(question_id)


@blueprint.post("/vragen/<int:question_id>/geven")
@only(Role.EXPERT, Role.COORDINATOR, Role.MODERATOR)
def assign(question_id: int) -> ResponseReturnValue:
    """Give a question to a colleague."""
    case, form = find_queued(session(), viewer(), question_id).case, AssignForm()
    colleagues = {each.id: each.name for each in colleagues_of(session(), case.desk_id)}
    form.person.choices = list(colleagues.items())
    if not form.validate_on_submit():
        return show_case(question_id, assign_form=form)
    try:
        actions.assign(session(), viewer(), case.id, form.person.data, now())
    except Invalid as refusal:
        say_at_field(form, refusal)
        return show_case(question_id, assign_form=form)
    except Conflict as refusal:
        return _too_late(question_id, refusal)
    _tell_who_has_it(form.person.data, colleagues[form.person.data])
    return _to_case(question_id)


def _tell_who_has_it(person_id: int, name: str) -> None:
    if person_id == viewer().person_id:
        tell("done", _("U pakt deze vraag op."), _("Uw collega’s zien dat."))
    else:
        tell("done", _("%(name)s heeft de vraag nu en krijgt bericht.", name=name))


@blueprint.post("/vragen/<int:question_id>/terugleggen")
@only(Role.EXPERT, Role.COORDINATOR, Role.MODERATOR)
def release(question_id: int) -> ResponseReturnValue:
    """Put a question back."""
    case = find_queued(session(), viewer(), question_id).case
    try:
        actions.release(session(), viewer(), case.id, now())
    except Conflict as refusal:
        return _too_late(question_id, refusal)
    tell("done", _("De vraag ligt weer open op het bureau."), _("Iedereen van het bureau kan haar oppakken."))
    return _to_case(question_id)


@blueprint.post("/vragen/<int:question_id>/doorgeven")
@only(Role.EXPERT, Role.COORDINATOR, Role.MODERATOR)
def pass_on(question_id: int) -> ResponseReturnValue:
    """Pass a question on to the moderators of OCW."""
    queued, form = find_queued(session(), viewer(), question_id), PassOnForm()
    if not form.validate_on_submit():
        return show_case(question_id, pass_on_form=form)
    try:
        actions.pass_on(session(), viewer(), queued.case.id, form.reason.data, now())
    except Conflict as refusal:
        return _too_late(question_id, refusal)
    tell("done", _("De vraag is nu bij de moderatoren van OCW."), _("De vraagsteller ziet waarom."))
    return redirect(url_for("desks.index", bureau=queued.case.desk_id), 303)


def _too_late(question_id: int, refusal: Conflict) -> ResponseReturnValue:
    if refusal.reason == "case-taken":
        tell("waits", _("Een collega was u voor."), _("U ziet hier wie de vraag heeft."))
    else:
        tell("waits", _("Deze vraag is niet meer bij het bureau."), _("U ziet hier wat er gebeurde."))
    return _to_case(question_id)


def _to_case(question_id: int) -> ResponseReturnValue:
    return redirect(url_for("desks.case", question_id=question_id), 303)
