"""Changing an answer that one wrote or signed; what it said before is kept, and two who change it lose nothing."""

from flask import request
from flask.typing import ResponseReturnValue
from flask.wrappers import Response
from flask_babel import gettext as _

from samenspraak.core.clock import local_day
from samenspraak.core.errors import Conflict, Invalid, NotAllowed
from samenspraak.questions.actions.editing import edit_answer as change_answer
from samenspraak.questions.kinds import Standing
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.authors import authors_of
from samenspraak.questions.queries.questions import find_answer
from samenspraak.questions.queries.revisions import change_needs_reason
from samenspraak.questions.queries.seats import voices_for
from samenspraak.questions.rules import may_edit_answer
from samenspraak.web.questions.blueprint import blueprint
from samenspraak.web.questions.clashing import clash_of
from samenspraak.web.questions.crumbs import crumbs, question_crumb
from samenspraak.web.questions.forms.editing import EditAnswerForm, values_of_answer
from samenspraak.web.questions.merged import kept_in_form
from samenspraak.web.questions.revision_pages import Clash, EditAnswerPage
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.citing import look_up_citations
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.onward import to_question
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.shell.refusals import say_at_field


@blueprint.get("/antwoorden/<int:answer_id>/bewerken")
@signed_in
def edit_answer(answer_id: int) -> ResponseReturnValue:
    """Show one's own answer as a form."""
    question, answer = _own_answer(answer_id)
    return _show(question, answer, _form(question, answer))


@blueprint.post("/antwoorden/<int:answer_id>/bewerken")
@signed_in
def update_answer(answer_id: int) -> ResponseReturnValue:
    """Change one's own answer, or show a preview, or a merge with what changed meanwhile."""
    question, answer = _own_answer(answer_id)
    form = _form(question, answer)
    if "preview" in request.form:
        return _show(question, answer, form, previews=True)
    if not form.validate():
        return _show(question, answer, form, status=422)
    try:
        _store(form, answer_id)
    except Invalid as refusal:
        say_at_field(form, refusal)
        return _show(question, answer, form, status=422)
    except Conflict:
        clash = _merge(answer, question, form)
        if clash.merged:
            return _show(question, answer, form, clash=clash, status=422)
        _store(form, answer_id)
    is_shown = answer.edited_at == now()  # a small edit, within minutes, is not
    seen = _("Wie het leest, ziet dat er iets veranderd is.") if is_shown else ""
    tell("done", _("Uw antwoord is aangepast."), seen)
    return to_question(question.id)


def _store(form: EditAnswerForm, answer_id: int) -> None:
    change_answer(session(), viewer(), answer_id, form.edit(), form.seen.data or "", now())


def _merge(answer: Answer, question: Question, form: EditAnswerForm) -> Clash:
    stored = values_of_answer(answer)
    clash = clash_of(question, form, stored, answer)
    form.seen.data, form.base.data = answer.sign, kept_in_form(stored)
    return clash


def _own_answer(answer_id: int) -> tuple[Question, Answer]:
    question, answer = find_answer(session(), viewer(), answer_id)
    if not may_edit_answer(viewer(), authors_of(session(), answer)):
        raise NotAllowed
    return question, answer


def _form(question: Question, answer: Answer) -> EditAnswerForm:
    values = values_of_answer(answer)
    opened_on = {"seen": answer.sign, "base": kept_in_form(values)}
    form = EditAnswerForm(_standings(question, answer), **values, **opened_on)
    form.stands(body=answer.body, basis=answer.basis)
    return form


def _standings(question: Question, answer: Answer) -> tuple[Standing, ...]:
    """Return the standings to choose from: the present one, and for its author what they may claim instead."""
    claimable = {answer.standing}
    if viewer().person_id == answer.author_id:
        voices = voices_for(session(), viewer(), question)
        claimable |= {voice.standing for voice in voices if voice.organisation_id == answer.organisation_id}
    return tuple(standing for standing in Standing if standing in claimable)


def _show(
    question: Question,
    answer: Answer,
    form: EditAnswerForm,
    *,
    previews: bool = False,
    clash: Clash | None = None,
    status: int = 200,
) -> Response:
    page = EditAnswerPage(
        title=_("Pas uw antwoord aan"),
        crumbs=crumbs(question_crumb(question), Crumb(_("Pas uw antwoord aan"))),
        form=form,
        question=question,
        answer_id=answer.id,
        today=local_day(now()),
        needs_reason=change_needs_reason(session(), answer),
        previews=previews,
        clash=clash,
    )
    look_up_citations([str(form.body.data or "")] if previews else [])
    return render("questions/edit_answer.html", page, status)
