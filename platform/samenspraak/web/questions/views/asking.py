"""Asking a question: `/vragen/nieuw`.

What is alike is shown while one types. Without script it is shown once, after the first try to post, and then asks
"is your question among these?".
"""

from collections.abc import Sequence

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask.wrappers import Response
from flask_babel import gettext as _

from samenspraak.core.clock import local_day
from samenspraak.core.errors import Invalid
from samenspraak.people.kinds import Role
from samenspraak.questions.actions.asking import ask_question
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.kept import count_drafts, find_draft
from samenspraak.questions.queries.listing import rows_of
from samenspraak.questions.queries.similar import AlikeQuestion
from samenspraak.routing.proposals import propose_experts
from samenspraak.themes.models import Theme
from samenspraak.themes.queries import list_themes
from samenspraak.web.questions.blueprint import blueprint
from samenspraak.web.questions.crumbs import crumbs
from samenspraak.web.questions.drafting import DraftMarks, forget_sent_draft, marks, values_of_draft
from samenspraak.web.questions.forms.asking import earliest_wish
from samenspraak.web.questions.forms.new_question import NewQuestionForm
from samenspraak.web.questions.new_forms import asking_seats, draft_form, empty_form, sent_form, shown_to_others
from samenspraak.web.questions.offering import alike_to_form, articles_for_form, near_duplicate, offered_themes
from samenspraak.web.questions.pages import AskPage
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, services, session, viewer
from samenspraak.web.shell.keys import read_key
from samenspraak.web.shell.page import Crumb, render, render_part, tell
from samenspraak.web.shell.refusals import say_at_field


@blueprint.get("/vragen/nieuw")
@only(Role.COORDINATOR)
def new() -> ResponseReturnValue:
    """Show the empty form, one that follows up a question, or a draft to go on with."""
    themes = list_themes(session())
    draft_id = read_key(request.args.get("concept", ""))
    if draft_id is None:
        return _show(empty_form(themes), themes)
    draft = find_draft(session(), viewer(), draft_id)
    return _show(draft_form(themes, values_of_draft(draft)), themes, draft=marks(draft))


@blueprint.post("/vragen/nieuw")
@only(Role.COORDINATOR)
def create() -> ResponseReturnValue:
    """Post the question, after what is alike was on the screen; or show a preview, or themes that fit."""
    themes = list_themes(session())
    form = sent_form(themes)
    if request.form.keys() & {"preview", "suggest"}:
        return _show(form, themes, previews="preview" in request.form)
    if not form.validate():
        return _show(form, themes, status=422)
    shown = form.shown_ids
    alike = alike_to_form(form)
    found = {str(each.row.id) for each in alike}
    if found and not found & shown and "confirmed" not in request.form:
        return _show(form, themes, confirms=True)
    try:
        question = ask_question(session(), viewer(), form.draft(), now())
    except Invalid as refusal:
        say_at_field(form, refusal)
        return _show(form, themes, status=422)
    forget_sent_draft()
    return _go_on(question, near_duplicate(alike))


@blueprint.post("/vragen/nieuw/voorstel")
@only(Role.COORDINATOR)
def suggest() -> ResponseReturnValue:
    """Return what fits the text so far, to be put in the form that is being written."""
    themes = list_themes(session())
    return render_part("questions/_offer.html", page=_page(sent_form(themes), themes, typing=True))


def _show(
    form: NewQuestionForm,
    themes: Sequence[Theme],
    *,
    draft: DraftMarks | None = None,
    previews: bool = False,
    confirms: bool = False,
    status: int = 200,
) -> Response:
    page = _page(form, themes, draft=draft, previews=previews, confirms=confirms)
    return render("questions/new.html", page, status)


def _page(
    form: NewQuestionForm,
    themes: Sequence[Theme],
    *,
    draft: DraftMarks | None = None,
    previews: bool = False,
    confirms: bool = False,
    typing: bool = False,
) -> AskPage:
    form.tick_chosen()
    alike = alike_to_form(form, typing=typing)
    origins = rows_of(session(), viewer(), [form.origin_id]) if form.origin_id else ()
    return AskPage(
        title=_("Stel een vervolgvraag") if origins else _("Stel een vraag"),
        crumbs=crumbs(Crumb(_("Stel een vraag"))),
        form=form,
        offered=offered_themes(form, themes),
        alike=alike,
        articles=articles_for_form(form, typing=typing),
        first_day=earliest_wish(local_day(now()), form),
        same=near_duplicate(alike),
        draft=draft or marks(),
        drafts=count_drafts(session(), viewer()),
        origin=origins[0] if origins else None,
        shown_as=shown_to_others(asking_seats()[0]),
        previews=previews,
        confirms=confirms,
    )


def _go_on(question: Question, same: AlikeQuestion | None) -> ResponseReturnValue:
    propose_experts(session(), services().index, viewer(), question.id, now())
    if same:
        near = _("Uw vraag is bijna gelijk aan “%(title)s”. Kijk ook of uw antwoord daar staat.", title=same.row.title)
        tell("waits", _("Uw vraag staat op Samenspraak."), near)
    else:
        tell("done", _("Uw vraag staat op Samenspraak."), _("Kies nu wie u om antwoord vraagt."))
    return redirect(url_for("matching.choose", question_id=question.id), 303)
