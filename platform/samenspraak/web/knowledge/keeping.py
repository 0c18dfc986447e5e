"""Keeping an article true: it still is, it no longer is, or it is taken up again."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from wtforms import SelectChoice

from samenspraak.core.errors import Invalid
from samenspraak.knowledge.actions.keeping import renew_article, retire_article, revive_article
from samenspraak.knowledge.queries.articles import find_article, revision_of, successors_for
from samenspraak.people.kinds import Role
from samenspraak.web.knowledge.blueprint import blueprint
from samenspraak.web.knowledge.forms import RenewForm, RetireForm
from samenspraak.web.knowledge.pages import RetirePage
from samenspraak.web.knowledge.shown import article_crumb, crumbs_to, page_of
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.shell.refusals import say_at_field


@blueprint.post("/kennis/<slug>/klopt-nog")
@only(Role.MODERATOR)
def renew(slug: str) -> ResponseReturnValue:
    """Say that an article was looked at and is still right."""
    form = RenewForm()
    if form.validate():
        try:
            renew_article(session(), viewer(), slug, form.review_on.data, now())
        except Invalid as refusal:
            say_at_field(form, refusal)
        else:
            tell("done", _("Het artikel is nagekeken en klopt nog."))
            return redirect(url_for("knowledge.show", slug=slug), 303)
    return render("knowledge/show.html", page_of(find_article(session(), viewer(), slug), renew_form=form), 422)


@blueprint.route("/kennis/<slug>/vervallen", methods=["GET", "POST"])
@only(Role.MODERATOR)
def retire(slug: str) -> ResponseReturnValue:
    """Take an article out of use."""
    article, form = find_article(session(), viewer(), slug), RetireForm()
    form.successor.choices = [
        SelectChoice("", lazy_gettext("Geen artikel")),
        *(SelectChoice(each.slug, each.title) for each in successors_for(session(), viewer(), article)),
    ]
    if form.validate_on_submit():
        try:
            retire_article(session(), viewer(), slug, form.because.data, form.successor.data or "", now())
        except Invalid as refusal:
            say_at_field(form, refusal)
        else:
            tell("done", _("Het artikel is vervallen."), _("Lezers vinden het niet meer in de lijst."))
            return redirect(url_for("knowledge.newest", slug=slug), 303)
    title = _("Laat dit artikel vervallen")
    said = revision_of(session(), article.id, article.published or article.current).title
    page = RetirePage(title, crumbs_to(article_crumb(article, said), Crumb(title)), article, form)
    return render("knowledge/retire.html", page, 422 if form.is_submitted() else 200)


@blueprint.post("/kennis/<slug>/oppakken")
@only(Role.MODERATOR)
def revive(slug: str) -> ResponseReturnValue:
    """Take an article up again, as a draft."""
    revive_article(session(), viewer(), slug, now())
    tell("done", _("Het artikel is weer een concept."), _("Lezers zien het als een tweede moderator het goedkeurt."))
    return redirect(url_for("knowledge.newest", slug=slug), 303)
