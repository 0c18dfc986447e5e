"""`/kennis/<slug>/bewerken`: changing an article; two who do so at the same time lose nothing."""

import dataclasses

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.clock import local_day
from samenspraak.core.errors import Conflict, Invalid
from samenspraak.knowledge.actions.editing import edit_article, sign_of
from samenspraak.knowledge.kinds import ArticleState
from samenspraak.knowledge.models.article import Article, ArticleRevision
from samenspraak.knowledge.queries.articles import find_article, moderators, revision_of, text_of
from samenspraak.knowledge.texts import SectionText
from samenspraak.people.kinds import Role
from samenspraak.themes.queries import list_themes
from samenspraak.web.knowledge.blueprint import blueprint
from samenspraak.web.knowledge.forms import ArticleForm, article_form, first_day, sections_in_request
from samenspraak.web.knowledge.merged import kept_in_form, merged_values, values_of
from samenspraak.web.knowledge.pages import EditPage, Meanwhile
from samenspraak.web.knowledge.sections import ACT, after_act, with_sections
from samenspraak.web.knowledge.shown import article_crumb, crumbs_to
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.shell.refusals import say_at_field


@dataclasses.dataclass(frozen=True)
class _Stored:
    article: Article
    revision: ArticleRevision

    @property
    def sign(self) -> str:
        return sign_of(self.article, text_of(self.revision))

    def form(self) -> ArticleForm:
        """The form as it is opened."""
        values = values_of(self.article, text_of(self.revision))
        values |= {"seen": self.sign, "base": kept_in_form(values)}
        sections = text_of(self.revision).sections
        return article_form(sections, list_themes(session()), self.owners(), **values)

    def owners(self) -> list[tuple[int, str]]:
        """Who may own it: moderators, and who owns it now."""
        known = dict(moderators(session()))
        return list(({self.article.owner_id: self.article.owner.name} | known).items())


@blueprint.get("/kennis/<slug>/bewerken")
@only(Role.MODERATOR)
def edit(slug: str) -> ResponseReturnValue:
    """Show an article as a form."""
    stored = _stored(slug)
    return _show(stored, stored.form())


@blueprint.post("/kennis/<slug>/bewerken")
@only(Role.MODERATOR)
def update(slug: str) -> ResponseReturnValue:
    """Change an article, or do with its sections what a button says, or show a preview or a merge."""
    stored, act = _stored(slug), request.form.get(ACT, "")
    sections, look_at = sections_in_request(), None
    if act:
        sections, look_at = after_act(sections, act)
    form = _posted(stored, sections)
    if act or "preview" in request.form:
        return _show(stored, form, look_at=look_at)
    if not form.validate():
        return _show(stored, form, status=422)
    try:
        article = edit_article(session(), viewer(), slug, form.draft(), form.seen.data or "", now())
    except Invalid as refusal:
        say_at_field(form, refusal)
        return _show(stored, form, status=422)
    except Conflict as conflict:
        if conflict.reason != "changed-meanwhile":
            raise
        return _merge(slug, form)
    tell("done", _("Het artikel is bewaard."), _words_on(article))
    return redirect(url_for("knowledge.newest", slug=slug), 303)


def _words_on(article: Article) -> str:
    if article.state is ArticleState.DRAFT and article.published is not None:
        return str(_("Lezers zien de vorige tekst, tot een tweede moderator deze goedkeurt."))
    return ""


def _stored(slug: str) -> _Stored:
    article = find_article(session(), viewer(), slug)
    if article.state is ArticleState.OBSOLETE:
        raise Conflict("article-moved-on")
    return _Stored(article, revision_of(session(), article.id, article.current))


def _posted(stored: _Stored, sections: list[SectionText]) -> ArticleForm:
    posted = with_sections(request.form, sections)
    form = article_form(sections, list_themes(session()), stored.owners(), posted)
    text = text_of(stored.revision)
    standing = {f"body_{number}": text.whole for number in form.numbers}
    form.stands(title=text.title, summary=text.whole, **standing)
    return form


def _merge(slug: str, form: ArticleForm) -> ResponseReturnValue:
    """Show the form again with the changes of both; it is stored when it is sent once more."""
    stored = _stored(slug)
    theirs = values_of(stored.article, text_of(stored.revision))
    sections, values, conflicts = merged_values(form, theirs)
    merged = article_form(
        sections,
        list_themes(session()),
        stored.owners(),
        with_sections(request.form, ()),
        **values,
    )
    for name, value in (values | {"seen": stored.sign, "base": kept_in_form(theirs)}).items():
        merged[name].data = value
    meanwhile = Meanwhile(stored.revision.writer.name, stored.revision.written_at, conflicts)
    return _show(stored, merged, meanwhile=meanwhile, status=422)


def _show(
    stored: _Stored,
    form: ArticleForm,
    *,
    look_at: int | None = None,
    meanwhile: Meanwhile | None = None,
    status: int = 200,
) -> ResponseReturnValue:
    page = EditPage(
        title=_("Bewerk dit artikel"),
        crumbs=crumbs_to(article_crumb(stored.article, stored.revision.title), Crumb(_("Bewerken"))),
        form=form,
        url=url_for("knowledge.edit", slug=stored.article.slug),
        back_url=url_for("knowledge.newest", slug=stored.article.slug),
        first_day=min(first_day(local_day(now())), stored.article.review_on.isoformat()),
        is_public=stored.article.published is not None,
        look_at=look_at,
        previews="preview" in request.form,
        meanwhile=meanwhile,
    )
    return render("knowledge/edit.html", page, status)
