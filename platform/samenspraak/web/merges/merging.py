"""`/vragen/…/dubbel`: having a question go into another that asks the same, and undoing that."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask.wrappers import Response
from flask_babel import gettext as _

from samenspraak.core.errors import Conflict, Invalid
from samenspraak.people.kinds import Role
from samenspraak.questions.actions.merging import merge_questions, undo_merge
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.questions import find_question
from samenspraak.web.merges.blueprint import blueprint
from samenspraak.web.merges.finding import candidates
from samenspraak.web.merges.forms import FindForm, MergeForm
from samenspraak.web.merges.pages import MergePage
from samenspraak.web.merges.preview import preview_of
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.keys import read_key
from samenspraak.web.shell.onward import to_question
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.shell.refusals import say_at_field


@blueprint.get("/vragen/<int:question_id>/dubbel")
@only(Role.MODERATOR)
def choose(question_id: int) -> ResponseReturnValue:
    """Show which questions ask the same, and once one is chosen what will happen."""
    return _show(find_question(session(), viewer(), question_id), MergeForm(formdata=None))


@blueprint.post("/vragen/<int:question_id>/dubbel")
@only(Role.MODERATOR)
def merge(question_id: int) -> ResponseReturnValue:
    """Have a question go into another."""
    question, form = find_question(session(), viewer(), question_id), MergeForm()
    target_id = read_key(request.values.get("doel", ""))
    if target_id is None or not form.validate():
        return _show(question, form, 422)
    try:
        merged = merge_questions(session(), viewer(), question_id, target_id, form.reason.data or "", now())
    except Invalid as refusal:
        say_at_field(form, refusal)
        return _show(question, form, 422)
    undo = url_for("merges.undo", merge_id=merged.id)
    tell("done", _("De vragen zijn samengevoegd."), _("De vraagsteller krijgt bericht, met uw reden."), undo)
    return to_question(merged.target_id)


@blueprint.post("/samengevoegd/<int:merge_id>/ongedaan")
@only(Role.MODERATOR)
def undo(merge_id: int) -> ResponseReturnValue:
    """Let a question stand by itself again."""
    try:
        undone = undo_merge(session(), viewer(), merge_id, now())
    except Conflict as refusal:
        if refusal.reason == "merge-not-last":
            tell("waits", _("Hierna is nog een vraag samengevoegd. Maak dat eerst ongedaan."))
        else:
            tell("waits", _("Dit samenvoegen was al ongedaan gemaakt."))
        return redirect(url_for("merges.likely"), 303)
    tell("done", _("De vraag staat weer op zichzelf."), _("Volgers en uitnodigingen zijn terug zoals ze waren."))
    return to_question(undone.source_id)


def _show(question: Question, form: MergeForm, status: int = 200) -> Response:
    find = FindForm(request.args)
    target_id = read_key(request.values.get("doel", ""))
    words = find.zoek.data or ""
    page = MergePage(
        title=_("Is een dubbele van…"),
        crumbs=from_home(
            Crumb(_("Vragen"), url_for("questions.index")),
            Crumb(question.title, url_for("questions.show", question_id=question.id)),
            Crumb(_("Is een dubbele van…")),
        ),
        question=question,
        find=find,
        found=() if target_id else candidates(question, words),
        is_asked=bool(words.strip()),
        form=form,
        preview=preview_of(question, target_id) if target_id else None,
    )
    return render("merges/choose.html", page, status)
