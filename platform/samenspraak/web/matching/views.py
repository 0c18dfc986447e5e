"""Choosing experts for a question and inviting them: `/vragen/<id>/deskundigen`."""

import datetime as dt
from collections.abc import Sequence

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask.wrappers import Response
from flask_babel import gettext as _

from samenspraak.calendar.queries import calendar_for
from samenspraak.core.errors import Conflict
from samenspraak.matching.queries import cards_of
from samenspraak.matching.switches import rulebook_for
from samenspraak.questions.models.question import Question
from samenspraak.routing import actions
from samenspraak.routing.invitable import CannotBeInvited, find_to_route
from samenspraak.routing.queries import free_places, invitations_of
from samenspraak.routing.rules import OPEN, WORKING_DAYS_TO_RESPOND
from samenspraak.web.matching.blueprint import blueprint
from samenspraak.web.matching.forms import InviteForm
from samenspraak.web.matching.leaving import how_it_goes, leave
from samenspraak.web.matching.offering import offer, pre_ticked
from samenspraak.web.matching.pages import ChoosePage, Offer
from samenspraak.web.matching.refusals import why_not_now, why_not_this_expert
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.fields import clean
from samenspraak.web.shell.formatting import ago
from samenspraak.web.shell.onward import asked_for
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.shell.sentences import in_words

LONGEST_NAME = 100


@blueprint.get("/vragen/<int:question_id>/deskundigen")
@signed_in
def choose(question_id: int) -> ResponseReturnValue:
    """Show who fits a question, with the reasons."""
    return _show(find_to_route(session(), viewer(), question_id), InviteForm())


@blueprint.post("/vragen/<int:question_id>/deskundigen")
@signed_in
def invite(question_id: int) -> ResponseReturnValue:
    """Invite who was ticked, or leave the choice to Samenspraak; or show the page again with what is wrong."""
    question, form = find_to_route(session(), viewer(), question_id), InviteForm()
    if not form.validate():
        return _show(question, form, 422)
    if form.choose_for_me.data:
        return leave(question, form.note.data)
    chosen = form.experts.data
    try:
        actions.invite(session(), viewer(), question_id, chosen, form.note.data, now())
    except Conflict as refusal:
        return _conflict(question, form, refusal)
    tell("done", _("Gevraagd: %(names)s.", names=_names(chosen)), _respond_by(question))
    return redirect(asked_for() or url_for("questions.show", question_id=question_id), 303)


def _conflict(question: Question, form: InviteForm, refusal: Conflict) -> ResponseReturnValue:
    if isinstance(refusal, CannotBeInvited):
        return _refuse(question, form, why_not_this_expert(refusal, _names([refusal.expert_id])))
    if refusal.reason != "already-invited":
        return _refuse(question, form, why_not_now(refusal))
    # The same form sent twice, or someone else who was quicker: no fault of who sent it.
    tell("waits", _("Iemand van uw keuze was al gevraagd."), _("Hieronder ziet u wie gevraagd is."))
    return redirect(url_for("matching.choose", question_id=question.id), 303)


def _refuse(question: Question, form: InviteForm, message: str) -> Response:
    form.experts.errors = [message]
    return _show(question, form, 422)


def _show(question: Question, form: InviteForm, status: int = 200) -> Response:
    asked = [each for each in invitations_of(session(), [question.id]) if each.state in OPEN]
    name = clean(request.args.get("naam"))[:LONGEST_NAME]
    # A form that comes back shows everyone, so that no tick is lost.
    offered = offer(question, name, shows_all="alle" in request.args or form.is_submitted())
    is_own = question.asker_id == viewer().person_id
    page = ChoosePage(
        title=_("Deze deskundigen passen bij uw vraag") if is_own else _("Deze deskundigen passen bij de vraag"),
        crumbs=_crumbs(question),
        question=question,
        is_own=is_own,
        offer=offered,
        asked=asked,
        free_places=free_places(session(), question.id),
        ticked=_ticked(form, offered, is_first_choice=not asked and not name),
        form=form,
        name=name,
        respond_by=_deadline(question),
        rules_off=rulebook_for(session(), question.id).off,
        left=how_it_goes(question),
        onward=asked_for(),
    )
    return render("matching/choose.html", page, status)


def _ticked(form: InviteForm, offered: Offer, *, is_first_choice: bool) -> frozenset[int]:
    if form.is_submitted():
        return frozenset(form.experts.data or ())
    return pre_ticked(offered) if is_first_choice else frozenset()


def _crumbs(question: Question) -> tuple[Crumb, ...]:
    return from_home(
        Crumb(_("Vragen"), url_for("questions.index")),
        Crumb(question.title, url_for("questions.show", question_id=question.id)),
        Crumb(_("Kies deskundigen")),
    )


def _names(person_ids: Sequence[int]) -> str:
    cards = cards_of(session(), person_ids)
    return in_words([cards[person].name for person in person_ids if person in cards])


def _respond_by(question: Question) -> str:
    return str(_("Wie u vraagt, krijgt bericht en reageert uiterlijk %(day)s.", day=ago(_deadline(question))))


def _deadline(question: Question) -> dt.datetime:
    calendar = calendar_for(session(), question.organisation_id, question.sector)
    return calendar.deadline(now(), WORKING_DAYS_TO_RESPOND)
