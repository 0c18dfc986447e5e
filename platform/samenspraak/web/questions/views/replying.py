"""Writing under a question: answers and comments."""

from flask import request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.errors import Invalid, NotAllowed
from samenspraak.questions.actions.answering import give_answer
from samenspraak.questions.actions.commenting import comment as place_comment
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.mentions import taking_part
from samenspraak.questions.queries.questions import find_answer, find_question
from samenspraak.questions.queries.seats import voices_for
from samenspraak.web.questions.blueprint import blueprint
from samenspraak.web.questions.drafting import forget_sent_draft
from samenspraak.web.questions.forms.replying import AnswerForm, CommentForm
from samenspraak.web.questions.thread_page import show_question
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.onward import to_question
from samenspraak.web.shell.page import tell
from samenspraak.web.shell.refusals import say_at_field


@blueprint.post("/vragen/<int:question_id>/antwoorden")
@signed_in
def answer(question_id: int) -> ResponseReturnValue:
    """Post an answer, or show a preview of it."""
    question = find_question(session(), viewer(), question_id)
    voices = voices_for(session(), viewer(), question)
    if not voices:
        raise NotAllowed
    form = AnswerForm(voices)
    if "preview" in request.form:
        return show_question(question, answer_form=form, previews=True)
    if not form.validate():
        return show_question(question, answer_form=form, status=422)
    try:
        give_answer(session(), viewer(), question_id, form.draft(), now())
    except Invalid as refusal:
        say_at_field(form, refusal)
        return show_question(question, answer_form=form, status=422)
    forget_sent_draft()
    tell("done", _("Uw antwoord staat erbij."), _("Wie de vraag stelde, krijgt bericht."))
    return to_question(question_id)


@blueprint.post("/vragen/<int:question_id>/reacties")
@signed_in
def comment(question_id: int) -> ResponseReturnValue:
    """Place a comment under a question."""
    return _comment(find_question(session(), viewer(), question_id), None)


@blueprint.post("/antwoorden/<int:answer_id>/reacties")
@signed_in
def comment_on_answer(answer_id: int) -> ResponseReturnValue:
    """Place a comment under an answer."""
    question, _answer = find_answer(session(), viewer(), answer_id)
    return _comment(question, answer_id)


def _comment(question: Question, answer_id: int | None) -> ResponseReturnValue:
    form = CommentForm(answer_id, taking_part(session(), viewer(), question))
    if not form.validate():
        return show_question(question, comment_form=form, status=422)
    try:
        place_comment(session(), viewer(), question.id, form.draft(), now())
    except Invalid as refusal:
        say_at_field(form, refusal)
        return show_question(question, comment_form=form, status=422)
    tell("done", _("Uw reactie staat erbij."), _("Wie het aangaat, krijgt bericht."))
    return to_question(question.id)
