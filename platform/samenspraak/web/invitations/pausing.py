"""Asking the asker something first, while the clock stands still: `/vragen/<id>/wacht-op-vrager`."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask.wrappers import Response
from flask_babel import gettext as _

from samenspraak.core.errors import Conflict, NotAllowed
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.questions import find_question
from samenspraak.routing import pausing
from samenspraak.web.invitations.blueprint import blueprint
from samenspraak.web.invitations.forms import AskAskerForm
from samenspraak.web.invitations.pages import AskAskerPage
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.onward import to_question
from samenspraak.web.shell.page import Crumb, render, tell


@blueprint.get("/vragen/<int:question_id>/wacht-op-vrager")
@signed_in
def ask_asker(question_id: int) -> ResponseReturnValue:
    """Show the form to ask the asker something."""
    return _show(_find(question_id), AskAskerForm())


@blueprint.post("/vragen/<int:question_id>/wacht-op-vrager")
@signed_in
def pause(question_id: int) -> ResponseReturnValue:
    """Ask the asker something, and stop the clock."""
    question, form = _find(question_id), AskAskerForm()
    if not form.validate():
        return _show(question, form, 422)
    try:
        pausing.pause(session(), viewer(), question_id, form.words.data, now())
    except Conflict as refusal:
        if refusal.reason == "paused-too-often":
            return _too_often(question, form)
        tell("waits", _("De tijd voor deze vraag staat al stil, of er is al antwoord."))
        return to_question(question_id)
    tell("done", _("Uw vraag aan de vraagsteller is verstuurd."), _("De tijd staat stil tot er een reactie is."))
    return to_question(question_id)


@blueprint.post("/vragen/<int:question_id>/ga-verder")
@signed_in
def resume(question_id: int) -> ResponseReturnValue:
    """Let the clock go on."""
    pausing.resume(session(), viewer(), question_id, now())
    tell("done", _("De tijd loopt weer."), _("De termijnen zijn verlengd met de werkdagen die voorbijgingen."))
    return to_question(question_id)


def _find(question_id: int) -> Question:
    question = find_question(session(), viewer(), question_id)
    if not pausing.may_pause(session(), viewer(), question_id):
        raise NotAllowed
    return question


def _too_often(question: Question, form: AskAskerForm) -> Response:
    form.words.errors = [_("U wachtte al drie keer op de vraagsteller. Schrijf een gewone reactie onder de vraag.")]
    return _show(question, form, 422)


def _show(question: Question, form: AskAskerForm, status: int = 200) -> Response:
    page = AskAskerPage(
        title=_("Wacht op de vrager"),
        crumbs=from_home(
            Crumb(_("Vragen"), url_for("questions.index")),
            Crumb(question.title, url_for("questions.show", question_id=question.id)),
            Crumb(_("Wacht op de vrager")),
        ),
        question=question,
        form=form,
    )
    return render("invitations/ask_asker.html", page, status)
