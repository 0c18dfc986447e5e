"""`/kennis` and `/kennis/<slug>`: the articles, and one of them."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.clock import local_day
from samenspraak.core.keyset import Part
from samenspraak.knowledge.kinds import ArticleState
from samenspraak.knowledge.models.article import Article
from samenspraak.knowledge.queries.articles import find_article, find_article_by_id, revision_of, successor_of
from samenspraak.knowledge.queries.listing import (
    NEWEST_FIRST,
    ArticleFilters,
    ArticleRow,
    count_articles,
    part_of_articles,
)
from samenspraak.knowledge.queries.remarks import count_open_remarks
from samenspraak.people.kinds import Role, Sector
from samenspraak.themes.queries import list_themes
from samenspraak.web.knowledge.blueprint import blueprint
from samenspraak.web.knowledge.forms import FilterForm
from samenspraak.web.knowledge.pages import GonePage, ListPage
from samenspraak.web.knowledge.shown import crumbs_to, page_of
from samenspraak.web.shell.access import everyone, only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.filters import chips, chosen, settle
from samenspraak.web.shell.listing import PAGE_SIZE, Listed, asked_cursor
from samenspraak.web.shell.page import Crumb, render, tell


@blueprint.get("/kennis")
@everyone
def index() -> ResponseReturnValue:
    """Show the articles that someone may read; moderators see those on their way too."""
    form = FilterForm(list_themes(session()), formdata=request.args)
    settle(form)
    wanted = _wanted(form)
    part: Part[ArticleRow] = part_of_articles(session(), viewer(), wanted, asked_cursor(NEWEST_FIRST), PAGE_SIZE)
    page = ListPage(
        title=_("Kennis"),
        crumbs=(),
        form=form,
        chips=chips(form),
        listed=Listed(part, count_articles(session(), viewer(), wanted)),
        today=local_day(now()),
        **(_waiting() if viewer().is_moderator else {}),
    )
    return render("knowledge/index.html", page)


@blueprint.get("/kennis/<slug>")
@everyone
def show(slug: str) -> ResponseReturnValue:
    """Show what readers have of an article; of one that is obsolete, lead to what took its place, or say that it is."""
    article = find_article(session(), viewer(), slug)
    if article.published is None and viewer().is_moderator:
        return render("knowledge/show.html", page_of(article, newest=True))
    if article.state is ArticleState.OBSOLETE:
        return _gone(article)
    return render("knowledge/show.html", page_of(article))


@blueprint.get("/kennis/<slug>/nieuwste")
@only(Role.MODERATOR)
def newest(slug: str) -> ResponseReturnValue:
    """Show the newest text of an article, that readers may not have yet."""
    return render("knowledge/show.html", page_of(find_article(session(), viewer(), slug), newest=True))


@blueprint.get("/kennis/nummer/<int:article_id>")
@only(Role.MODERATOR)
def by_id(article_id: int) -> ResponseReturnValue:
    """Lead to an article by its key, as notices and the audit know it."""
    article = find_article_by_id(session(), viewer(), article_id)
    return redirect(url_for("knowledge.newest", slug=article.slug), 303)


def _gone(article: Article) -> ResponseReturnValue:
    successor = successor_of(session(), viewer(), article)
    title = revision_of(session(), article.id, article.published or article.current).title
    if successor is not None:
        tell("done", _("“%(title)s” geldt niet meer. Dit artikel kwam ervoor in de plaats.", title=title))
        return redirect(url_for("knowledge.show", slug=successor.slug), 302)
    return render("knowledge/gone.html", GonePage(title, crumbs_to(Crumb(title)), article))


def _wanted(form: FilterForm) -> ArticleFilters:
    sector, state = chosen(form.sector), chosen(form.stand)
    return ArticleFilters(
        theme=chosen(form.thema),
        sector=Sector(sector) if sector else None,
        words=form.woord.data or "",
        state=ArticleState(state) if state else None,
        due_on=local_day(now()) if "nakijken" in request.args and viewer().is_moderator else None,
    )


def _waiting() -> dict[str, int]:
    counted = {
        "to_review": ArticleFilters(state=ArticleState.IN_REVIEW),
        "due": ArticleFilters(due_on=local_day(now())),
    }
    found = {name: count_articles(session(), viewer(), wanted) for name, wanted in counted.items()}
    return found | {"remarks": count_open_remarks(session())[0]}
