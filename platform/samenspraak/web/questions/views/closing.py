"""Closing a question with a reason, and reopening it."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask.wrappers import Response
from flask_babel import gettext as _

from samenspraak.core.errors import Invalid, NotAllowed
from samenspraak.questions.actions.closing import close_question, reopen_question
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.questions import find_question
from samenspraak.questions.queries.seats import seats_of
from samenspraak.questions.rules import may_close
from samenspraak.web.questions.blueprint import blueprint
from samenspraak.web.questions.crumbs import crumbs, question_crumb
from samenspraak.web.questions.forms.settling import CloseForm
from samenspraak.web.questions.settling_pages import ClosePage
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.onward import to_question
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.shell.refusals import say_at_field


@blueprint.get("/vragen/<int:question_id>/sluiten")
@signed_in
def closing(question_id: int) -> ResponseReturnValue:
    """Show the form to close a question."""
    return _show(_find(question_id), CloseForm())


@blueprint.post("/vragen/<int:question_id>/sluiten")
@signed_in
def close(question_id: int) -> ResponseReturnValue:
    """Close a question."""
    question, form = _find(question_id), CloseForm()
    if not form.validate():
        return _show(question, form, 422)
    try:
        close_question(session(), viewer(), question_id, form.because.data, form.words.data or "", now())
    except Invalid as refusal:
        say_at_field(form, refusal)
        return _show(question, form, 422)
    undo = url_for("questions.reopen", question_id=question_id)
    tell("done", _("De vraag is gesloten."), _("Wie om antwoord was gevraagd, krijgt bericht."), undo)
    return to_question(question_id)


@blueprint.post("/vragen/<int:question_id>/heropenen")
@signed_in
def reopen(question_id: int) -> ResponseReturnValue:
    """Reopen a question."""
    reopen_question(session(), viewer(), question_id, now())
    tell("done", _("De vraag is weer open."), _("Iedereen die mag, kan weer antwoord geven."))
    return to_question(question_id)


def _find(question_id: int) -> Question:
    question = find_question(session(), viewer(), question_id)
    seats = seats_of(session(), viewer())
    if not may_close(viewer(), seats, asked_by=question.asker_id, asked_for=question.organisation_id):
        raise NotAllowed
    return question


def _show(question: Question, form: CloseForm, status: int = 200) -> Response:
    page = ClosePage(
        title=_("Sluit de vraag"),
        crumbs=crumbs(question_crumb(question), Crumb(_("Sluit de vraag"))),
        form=form,
        question=question,
    )
    return render("questions/close.html", page, status)
