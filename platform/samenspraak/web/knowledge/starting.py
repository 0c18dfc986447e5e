"""`/kennis/nieuw`, and an article made of a question."""

from typing import Any

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.clock import local_day
from samenspraak.core.errors import Invalid
from samenspraak.knowledge.actions.making import start_article, start_from_question
from samenspraak.knowledge.queries.articles import moderators
from samenspraak.knowledge.rules import USUAL_WAIT
from samenspraak.knowledge.texts import SectionText, new_key
from samenspraak.people.kinds import Role
from samenspraak.themes.queries import list_themes
from samenspraak.web.knowledge.blueprint import blueprint
from samenspraak.web.knowledge.forms import ArticleForm, article_form, first_day, sections_in_request
from samenspraak.web.knowledge.pages import EditPage
from samenspraak.web.knowledge.sections import ACT, after_act, fields_of, with_sections
from samenspraak.web.knowledge.shown import crumbs_to
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.shell.refusals import say_at_field


@blueprint.get("/kennis/nieuw")
@only(Role.MODERATOR)
def new() -> ResponseReturnValue:
    """Show the form for an article that is not made of a question."""
    sections = [SectionText(new_key(), "", "")]
    values: dict[str, Any] = {
        "owner_id": viewer().person_id,
        "review_on": local_day(now()) + USUAL_WAIT,
        **fields_of(sections),
    }
    return _show(article_form(sections, list_themes(session()), moderators(session()), **values))


@blueprint.post("/kennis/nieuw")
@only(Role.MODERATOR)
def create() -> ResponseReturnValue:
    """Start an article, or do with its sections what a button says, or show a preview."""
    sections, look_at = sections_in_request(), None
    act = request.form.get(ACT, "")
    if act:
        sections, look_at = after_act(sections, act)
    sections = sections or [SectionText(new_key(), "", "")]
    posted = with_sections(request.form, sections)
    form = article_form(sections, list_themes(session()), moderators(session()), posted)
    if act or "preview" in request.form:
        return _show(form, look_at=look_at)
    if form.validate():
        try:
            article = start_article(session(), viewer(), form.draft(), now())
        except Invalid as refusal:
            say_at_field(form, refusal)
        else:
            tell("done", _("Het concept is bewaard."), _("Leg het voor aan een tweede moderator als het af is."))
            return redirect(url_for("knowledge.newest", slug=article.slug), 303)
    return _show(form, status=422)


@blueprint.post("/kennis/van-vraag/<int:question_id>")
@only(Role.MODERATOR)
def from_question(question_id: int) -> ResponseReturnValue:
    """Start an article of a question and its accepted answer, and go on to its form."""
    headings = (_("De vraag"), _("Het antwoord"), _("Waarop het rust"))
    article = start_from_question(session(), viewer(), question_id, headings, now())
    tell("done", _("Hier staat een concept van uw artikel."), _("Haal weg wat alleen bij deze vraag hoort."))
    return redirect(url_for("knowledge.edit", slug=article.slug), 303)


def _show(form: ArticleForm, *, look_at: int | None = None, status: int = 200) -> ResponseReturnValue:
    page = EditPage(
        title=_("Schrijf een artikel"),
        crumbs=crumbs_to(Crumb(_("Schrijf een artikel"))),
        form=form,
        url=url_for("knowledge.create"),
        back_url=url_for("knowledge.index"),
        first_day=first_day(local_day(now())),
        is_new=True,
        look_at=look_at,
        previews="preview" in request.form,
    )
    return render("knowledge/edit.html", page, status)
