"""Signing an answer together."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from flask.wrappers import Response
from flask_babel import gettext as _

from samenspraak.core.errors import Invalid, NotAllowed
from samenspraak.questions.actions.signing import ask_to_sign, decline_to_sign, sign
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.authors import co_authors_of
from samenspraak.questions.queries.questions import find_answer
from samenspraak.questions.queries.signing import who_can_sign
from samenspraak.questions.rules import may_edit
from samenspraak.web.questions.blueprint import blueprint
from samenspraak.web.questions.crumbs import crumbs, question_crumb
from samenspraak.web.questions.forms.settling import SignForm
from samenspraak.web.questions.settling_pages import SignersPage
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.onward import to_question
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.shell.refusals import say_at_field


@blueprint.get("/antwoorden/<int:answer_id>/ondertekenaars")
@signed_in
def signers(answer_id: int) -> ResponseReturnValue:
    """Show to its author who signs an answer, and whom to ask."""
    question, answer = _own(answer_id)
    return _show(question, answer, _form(question, answer))


@blueprint.post("/antwoorden/<int:answer_id>/ondertekenaars")
@signed_in
def ask_signer(answer_id: int) -> ResponseReturnValue:
    """Ask someone to sign one's answer too."""
    question, answer = _own(answer_id)
    form = _form(question, answer)
    if not form.validate():
        return _show(question, answer, form, 422)
    try:
        ask_to_sign(session(), viewer(), answer_id, form.person.data, now())
    except Invalid as refusal:
        say_at_field(form, refusal)
        return _show(question, answer, form, 422)
    name = str({choice.value: choice.label for choice in form.person.choices}[form.person.data])
    tell("done", _("U vroeg %(name)s om mee te ondertekenen.", name=name), _("Die krijgt bericht en zegt ja of nee."))
    return redirect(url_for("questions.signers", answer_id=answer_id), 303)


@blueprint.post("/antwoorden/<int:answer_id>/ondertekenen")
@signed_in
def sign_answer(answer_id: int) -> ResponseReturnValue:
    """Say yes."""
    question, _answer = find_answer(session(), viewer(), answer_id)
    sign(session(), viewer(), answer_id, now())
    undo = url_for("questions.decline_signing", answer_id=answer_id)
    tell("done", _("Uw naam staat nu onder dit antwoord."), _("U kunt het ook aanpassen."), undo)
    return to_question(question.id)


@blueprint.post("/antwoorden/<int:answer_id>/niet-ondertekenen")
@signed_in
def decline_signing(answer_id: int) -> ResponseReturnValue:
    """Say no, or take back one's name."""
    question, _answer = find_answer(session(), viewer(), answer_id)
    decline_to_sign(session(), viewer(), answer_id, now())
    tell("done", _("Uw naam staat niet onder dit antwoord."))
    return to_question(question.id)


def _own(answer_id: int) -> tuple[Question, Answer]:
    question, answer = find_answer(session(), viewer(), answer_id)
    if not may_edit(viewer(), answer.author_id):
        raise NotAllowed
    return question, answer


def _form(question: Question, answer: Answer) -> SignForm:
    return SignForm(who_can_sign(session(), viewer(), question, answer))


def _show(question: Question, answer: Answer, form: SignForm, status: int = 200) -> Response:
    page = SignersPage(
        title=_("Onderteken samen"),
        crumbs=crumbs(question_crumb(question), Crumb(_("Onderteken samen"))),
        form=form,
        question=question,
        answer=answer,
        asked=tuple(co_authors_of(session(), [answer.id]).get(answer.id, ())),
    )
    return render("questions/signers.html", page, status)
