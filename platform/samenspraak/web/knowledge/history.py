"""The revisions of an article: beside each other, and put back."""

from collections.abc import Sequence

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.errors import Invalid
from samenspraak.knowledge.actions.editing import restore_revision
from samenspraak.knowledge.kinds import ArticleState
from samenspraak.knowledge.models.article import Article, ArticleRevision
from samenspraak.knowledge.queries.articles import find_article, reviews_of, revision_of, revisions_of, text_of
from samenspraak.people.kinds import Role
from samenspraak.questions.sides import Band, beside
from samenspraak.web.knowledge.blueprint import blueprint
from samenspraak.web.knowledge.forms import RestoreForm
from samenspraak.web.knowledge.pages import Comparison, HistoryPage, RestorePage, ShownRevision
from samenspraak.web.knowledge.shown import article_crumb, crumbs_to
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.shell.pagination import read_page
from samenspraak.web.shell.refusals import say_at_field


@blueprint.get("/kennis/<slug>/versies")
@only(Role.MODERATOR)
def history(slug: str) -> ResponseReturnValue:
    """List the revisions of an article, with the two beside each other that the address names, or else the last."""
    article = find_article(session(), viewer(), slug)
    revisions = revisions_of(session(), article.id)
    older, newer = sorted((_asked("van", article.current - 1), _asked("met", article.current)))
    numbers = {each.number for each in revisions}
    page = HistoryPage(
        title=_("Versies van dit artikel"),
        crumbs=crumbs_to(article_crumb(article, revisions[0].title), Crumb(_("Versies"))),
        article=article,
        revisions=_shown(article, revisions),
        comparison=_compared(article, older, newer) if {older, newer} <= numbers and older != newer else None,
        reviews=[each for each in reviews_of(session(), article.id) if each.outcome],
    )
    return render("knowledge/history.html", page)


@blueprint.route("/kennis/<slug>/versies/<int:number>/terugzetten", methods=["GET", "POST"])
@only(Role.MODERATOR)
def restore(slug: str, number: int) -> ResponseReturnValue:
    """Put a revision back."""
    article = find_article(session(), viewer(), slug)
    comparison = _compared(article, article.current, number)
    form = RestoreForm(seen=str(article.current))
    if form.validate_on_submit():
        try:
            seen = read_page(form.seen.data or "")
            restore_revision(session(), viewer(), slug, number, form.reason.data, seen, now())
        except Invalid as refusal:
            say_at_field(form, refusal)
        else:
            tell("done", _("Versie %(number)d staat weer vooraan.", number=number))
            return redirect(url_for("knowledge.newest", slug=slug), 303)
    title = _("Zet versie %(number)d terug", number=number)
    crumbs = crumbs_to(article_crumb(article, comparison.older.title), Crumb(title))
    page = RestorePage(title, crumbs, article, form, comparison, number)
    return render("knowledge/restore.html", page, 422 if form.is_submitted() else 200)


def _asked(name: str, otherwise: int) -> int:
    return read_page(request.args[name]) if name in request.args else otherwise


def _shown(article: Article, revisions: Sequence[ArticleRevision]) -> list[ShownRevision]:
    may_restore = article.state is not ArticleState.OBSOLETE
    url = url_for("knowledge.history", slug=article.slug)
    return [
        ShownRevision(
            revision=each,
            is_newest=each.number == article.current,
            is_published=each.number == article.published,
            compare_url=f"{url}?van={each.number - 1}&met={each.number}#vergelijking" if each.number > 1 else "",
            restore_url=url_for("knowledge.restore", slug=article.slug, number=each.number)
            if may_restore and each.number != article.current
            else "",
        )
        for each in revisions
    ]


def _compared(article: Article, older: int, newer: int) -> Comparison:
    """What `newer` changes in `older`, of an article's revisions."""
    before, after = (revision_of(session(), article.id, number) for number in (older, newer))
    was, became = text_of(before), text_of(after)
    return Comparison(before, after, _beside(was.title, became.title), _beside(was.whole, became.whole))


def _beside(old: str, new: str) -> tuple[Band, ...]:
    return beside(old, new) if old != new else ()
