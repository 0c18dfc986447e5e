"""Changing one's own question or answer; what it said before is kept, and two who change it at once lose nothing."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask.wrappers import Response
from flask_babel import gettext as _

from samenspraak.core.clock import local_day
from samenspraak.core.errors import Conflict, Invalid, NotAllowed
from samenspraak.questions.actions.answering import edit_answer as change_answer
from samenspraak.questions.actions.asking import edit_question
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.questions import find_answer, find_question, has_contributions
from samenspraak.questions.rules import may_edit, open_visibilities
from samenspraak.themes.queries import list_themes
from samenspraak.web.questions.blueprint import blueprint
from samenspraak.web.questions.crumbs import crumbs, question_crumb
from samenspraak.web.questions.forms.asking import QuestionForm, earliest_wish, values_of
from samenspraak.web.questions.forms.replying import AnswerTextForm
from samenspraak.web.questions.offering import offered_themes
from samenspraak.web.questions.pages import EditAnswerPage, EditQuestionPage
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.shell.refusals import say_at_field


@blueprint.get("/vragen/<int:question_id>/bewerken")
@signed_in
def edit(question_id: int) -> ResponseReturnValue:
    """Show one's own question as a form."""
    question = _own_question(question_id)
    return _show_question_form(question, _question_form(question))


@blueprint.post("/vragen/<int:question_id>/bewerken")
@signed_in
def update(question_id: int) -> ResponseReturnValue:
    """Change one's own question, or show a preview, or themes that fit."""
    question = _own_question(question_id)
    form = _question_form(question)
    if request.form.keys() & {"preview", "suggest"}:
        return _show_question_form(question, form, previews="preview" in request.form)
    if not form.validate():
        return _show_question_form(question, form, status=422)
    try:
        edit_question(session(), viewer(), question_id, form.draft(), form.seen.data or "", now())
    except Invalid as refusal:
        say_at_field(form, refusal)
        return _show_question_form(question, form, status=422)
    except Conflict:
        form.seen.data = question.sign
        return _show_question_form(question, form, stored=question, status=422)
    tell("done", _("Uw vraag is aangepast."), _("Wie de vraag leest, ziet dat er iets veranderd is."))
    return redirect(url_for("questions.show", question_id=question_id), 303)


@blueprint.get("/antwoorden/<int:answer_id>/bewerken")
@signed_in
def edit_answer(answer_id: int) -> ResponseReturnValue:
    """Show one's own answer as a form."""
    question, answer = _own_answer(answer_id)
    return _show_answer_form(question, answer, AnswerTextForm(body=answer.body, seen=answer.sign))


@blueprint.post("/antwoorden/<int:answer_id>/bewerken")
@signed_in
def update_answer(answer_id: int) -> ResponseReturnValue:
    """Change one's own answer, or show a preview."""
    question, answer = _own_answer(answer_id)
    form = AnswerTextForm()
    if "preview" in request.form:
        return _show_answer_form(question, answer, form, previews=True)
    if not form.validate():
        return _show_answer_form(question, answer, form, status=422)
    try:
        change_answer(session(), viewer(), answer_id, form.body.data, form.seen.data or "", now())
    except Conflict:
        form.seen.data = answer.sign
        return _show_answer_form(question, answer, form, stored=answer.body, status=422)
    tell("done", _("Uw antwoord is aangepast."), _("Wie het leest, ziet dat er iets veranderd is."))
    return redirect(url_for("questions.show", question_id=question.id), 303)


def _own_question(question_id: int) -> Question:
    question = find_question(session(), viewer(), question_id)
    if not may_edit(viewer(), question.asker_id):
        raise NotAllowed
    return question


def _own_answer(answer_id: int) -> tuple[Question, Answer]:
    question, answer = find_answer(session(), viewer(), answer_id)
    if not may_edit(viewer(), answer.author_id):
        raise NotAllowed
    return question, answer


def _question_form(question: Question) -> QuestionForm:
    contributed = has_contributions(session(), question.id)
    visibilities = open_visibilities(question.visibility, has_contributions=contributed)
    seat = (question.organisation_id, question.organisation.title)
    return QuestionForm(list_themes(session()), [seat], visibilities, **values_of(question))


def _show_question_form(
    question: Question,
    form: QuestionForm,
    *,
    previews: bool = False,
    stored: Question | None = None,
    status: int = 200,
) -> Response:
    form.tick_chosen()
    page = EditQuestionPage(
        title=_("Pas uw vraag aan"),
        crumbs=crumbs(question_crumb(question), Crumb(_("Pas uw vraag aan"))),
        form=form,
        offered=offered_themes(form, list_themes(session())),
        question=question,
        first_day=earliest_wish(local_day(now()), form),
        previews=previews,
        stored=stored,
    )
    return render("questions/edit.html", page, status)


def _show_answer_form(
    question: Question,
    answer: Answer,
    form: AnswerTextForm,
    *,
    previews: bool = False,
    stored: str | None = None,
    status: int = 200,
) -> Response:
    page = EditAnswerPage(
        title=_("Pas uw antwoord aan"),
        crumbs=crumbs(question_crumb(question), Crumb(_("Pas uw antwoord aan"))),
        form=form,
        question=question,
        answer_id=answer.id,
        previews=previews,
        stored=stored,
    )
    return render("questions/edit_answer.html", page, status)
