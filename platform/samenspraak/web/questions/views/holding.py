"""Holding an answer that claims a standing it lacks, and settling that."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask.wrappers import Response
from flask_babel import gettext as _

from samenspraak.core.errors import NotAllowed
from samenspraak.people.kinds import Role
from samenspraak.questions.actions.holding import hold_answer, lower_standing, release_answer
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.authors import authors_of
from samenspraak.questions.queries.questions import find_answer
from samenspraak.questions.rules import may_hold
from samenspraak.web.questions.blueprint import blueprint
from samenspraak.web.questions.crumbs import crumbs, question_crumb
from samenspraak.web.questions.forms.settling import HoldForm
from samenspraak.web.questions.settling_pages import HoldPage
from samenspraak.web.shell.access import only, signed_in
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.onward import to_question
from samenspraak.web.shell.page import Crumb, render, tell


@blueprint.get("/antwoorden/<int:answer_id>/vasthouden")
@only(Role.MODERATOR)
def holding(answer_id: int) -> ResponseReturnValue:
    """Show the form to hold an answer."""
    return _show(*_find(answer_id), HoldForm())


@blueprint.post("/antwoorden/<int:answer_id>/vasthouden")
@only(Role.MODERATOR)
def hold(answer_id: int) -> ResponseReturnValue:
    """Hold an answer."""
    question, answer = _find(answer_id)
    form = HoldForm()
    if not form.validate():
        return _show(question, answer, form, 422)
    hold_answer(session(), viewer(), answer_id, form.because.data, now())
    undo = url_for("questions.release", answer_id=answer_id)
    tell("waits", _("U houdt dit antwoord vast."), _("De auteur krijgt bericht, met uw uitleg."), undo)
    return to_question(question.id)


@blueprint.post("/antwoorden/<int:answer_id>/vrijgeven")
@only(Role.MODERATOR)
def release(answer_id: int) -> ResponseReturnValue:
    """Release an answer as it is."""
    question, _answer = find_answer(session(), viewer(), answer_id)
    release_answer(session(), viewer(), answer_id, now())
    tell("done", _("U gaf het antwoord vrij."), _("Iedereen die de vraag mag lezen, ziet het weer."))
    return to_question(question.id)


@blueprint.post("/antwoorden/<int:answer_id>/eigen-ervaring")
@signed_in
def lower(answer_id: int) -> ResponseReturnValue:
    """Make one's answer one from own experience, which releases it."""
    question, _answer = find_answer(session(), viewer(), answer_id)
    reason = _("Staat er nu als eigen ervaring, na een vraag van een moderator")
    lower_standing(session(), viewer(), answer_id, reason, now())
    tell("done", _("Uw antwoord staat er nu als eigen ervaring."), _("Iedereen die de vraag mag lezen, ziet het weer."))
    return to_question(question.id)


def _find(answer_id: int) -> tuple[Question, Answer]:
    question, answer = find_answer(session(), viewer(), answer_id)
    if not may_hold(viewer(), answer.standing, authors_of(session(), answer)):
        raise NotAllowed
    return question, answer


def _show(question: Question, answer: Answer, form: HoldForm, status: int = 200) -> Response:
    page = HoldPage(
        title=_("Houd dit antwoord vast"),
        crumbs=crumbs(question_crumb(question), Crumb(_("Houd dit antwoord vast"))),
        form=form,
        question=question,
        answer=answer,
    )
    return render("questions/hold.html", page, status)
