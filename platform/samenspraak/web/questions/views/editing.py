"""Changing one's own question; what it said before is kept, and two who change it at once lose nothing."""

from flask import request
from flask.typing import ResponseReturnValue
from flask.wrappers import Response
from flask_babel import gettext as _

from samenspraak.core.clock import local_day
from samenspraak.core.errors import Conflict, Invalid, NotAllowed
from samenspraak.questions.actions.editing import edit_question
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.questions import find_question, has_contributions
from samenspraak.questions.rules import may_edit, open_visibilities
from samenspraak.themes.queries import list_themes
from samenspraak.web.questions.blueprint import blueprint
from samenspraak.web.questions.clashing import clash_of
from samenspraak.web.questions.crumbs import crumbs, question_crumb
from samenspraak.web.questions.forms.asking import earliest_wish
from samenspraak.web.questions.forms.editing import EditQuestionForm, values_of_question
from samenspraak.web.questions.merged import kept_in_form
from samenspraak.web.questions.offering import offered_themes
from samenspraak.web.questions.revision_pages import Clash, EditQuestionPage
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.onward import to_question
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.shell.refusals import say_at_field


@blueprint.get("/vragen/<int:question_id>/bewerken")
@signed_in
def edit(question_id: int) -> ResponseReturnValue:
    """Show one's own question as a form."""
    question = _own_question(question_id)
    return _show(question, _form(question))


@blueprint.post("/vragen/<int:question_id>/bewerken")
@signed_in
def update(question_id: int) -> ResponseReturnValue:
    """Change one's own question, or show a preview, or themes that fit, or a merge with what changed meanwhile."""
    question = _own_question(question_id)
    form = _form(question)
    if request.form.keys() & {"preview", "suggest"}:
        return _show(question, form, previews="preview" in request.form)
    if not form.validate():
        return _show(question, form, status=422)
    try:
        _store(form, question_id)
    except Invalid as refusal:
        say_at_field(form, refusal)
        return _show(question, form, status=422)
    except Conflict:
        clash = _merge(question, form)
        if clash.merged:
            return _show(question, form, clash=clash, status=422)
        _store(form, question_id)
    is_shown = question.edited_at == now()  # a small edit, within minutes, is not
    seen = _("Wie de vraag leest, ziet dat er iets veranderd is.") if is_shown else ""
    tell("done", _("Uw vraag is aangepast."), seen)
    return to_question(question_id)


def _store(form: EditQuestionForm, question_id: int) -> None:
    seen, reason = form.seen.data or "", form.reason.data or ""
    edit_question(session(), viewer(), question_id, form.draft(), seen, now(), reason)


def _merge(question: Question, form: EditQuestionForm) -> Clash:
    form.tick_chosen()
    stored = values_of_question(question)
    clash = clash_of(question, form, stored)
    form.seen.data, form.base.data = question.sign, kept_in_form(stored)
    return clash


def _own_question(question_id: int) -> Question:
    question = find_question(session(), viewer(), question_id)
    if not may_edit(viewer(), question.asker_id):
        raise NotAllowed
    return question


def _form(question: Question) -> EditQuestionForm:
    contributed = has_contributions(session(), question.id)
    visibilities = open_visibilities(question.visibility, has_contributions=contributed)
    seat = (question.organisation_id, question.organisation.title)
    values = values_of_question(question)
    opened_on = {"seen": question.sign, "base": kept_in_form(values)}
    form = EditQuestionForm(list_themes(session()), [seat], visibilities, **values, **opened_on)
    form.stands(title=question.title, body=question.body)
    return form


def _show(
    question: Question,
    form: EditQuestionForm,
    *,
    previews: bool = False,
    clash: Clash | None = None,
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
        clash=clash,
    )
    return render("questions/edit.html", page, status)
