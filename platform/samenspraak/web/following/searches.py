"""Saved searches: looking at what they found, naming them anew, removing them."""

from collections.abc import Sequence

import structlog
from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.following.actions.searches import find_saved, look_at, remove_search, rename_search
from samenspraak.following.models import SavedSearch
from samenspraak.following.queries.searches import MOST_FOUND, NewHit, find_new
from samenspraak.following.wishes import read_wish
from samenspraak.search.errors import IndexBroken
from samenspraak.themes.queries import theme_labels
from samenspraak.web.following.blueprint import blueprint
from samenspraak.web.following.forms import NameForm
from samenspraak.web.following.pages import RenamePage, SavedRow
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.context import now, services, session, thesaurus, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.shell.searching import search_url, wish_in_words

_log = structlog.get_logger()


@blueprint.post("/account/volgt/zoekopdrachten/<int:search_id>/bekijken")
@signed_in
def look(search_id: int) -> ResponseReturnValue:
    """Lead to what a saved search finds, newest first; from now on that is not new any more."""
    search = look_at(session(), viewer(), search_id, now())
    return redirect(search_url(read_wish(search.query), "nieuwste"), 303)


@blueprint.route("/account/volgt/zoekopdrachten/<int:search_id>/naam", methods=["GET", "POST"])
@signed_in
def rename(search_id: int) -> ResponseReturnValue:
    """Call a saved search otherwise."""
    search = find_saved(session(), viewer(), search_id)
    form = NameForm(data={"name": search.name} if request.method == "GET" else None)
    if form.validate_on_submit():
        rename_search(session(), viewer(), search_id, form.name.data)
        tell("done", _("De zoekopdracht heet nu “%(name)s”.", name=form.name.data))
        return redirect(url_for("following.index"), 303)
    page = RenamePage(
        title=_("Geef de zoekopdracht een andere naam"),
        crumbs=from_home(Crumb(_("Wat u volgt"), url_for("following.index")), Crumb(_("Andere naam"))),
        form=form,
        told=wish_in_words(read_wish(search.query), theme_labels(session())),
        url=url_for("following.rename", search_id=search_id),
    )
    return render("following/rename.html", page, 422 if form.is_submitted() else 200)


@blueprint.post("/account/volgt/zoekopdrachten/<int:search_id>/weg")
@signed_in
def remove(search_id: int) -> ResponseReturnValue:
    """Keep a search no longer."""
    name = find_saved(session(), viewer(), search_id).name
    remove_search(session(), viewer(), search_id)
    tell("done", _("“%(name)s” is weggehaald. U krijgt er geen bericht meer van.", name=name))
    return redirect(url_for("following.index"), 303)


def saved_rows(searches: Sequence[SavedSearch]) -> tuple[SavedRow, ...]:
    """Return the rows of saved searches, each with how much it found since its owner looked."""
    themes, found = theme_labels(session()), _find_new(searches)
    return tuple(_row(each, wish_in_words(read_wish(each.query), themes), found) for each in searches)


def _row(search: SavedSearch, told: tuple[str, ...], found: dict[int, list[NewHit]] | None) -> SavedRow:
    number = None if found is None else len(found[search.id])
    return SavedRow(search.id, search.name, told, number, is_more=number == MOST_FOUND)


def _find_new(searches: Sequence[SavedSearch]) -> dict[int, list[NewHit]] | None:
    since = {each.id: each.looked_at for each in searches}
    try:
        return find_new(session(), services().index, thesaurus(), viewer(), since, searches, now())
    except IndexBroken as error:
        _log.warning("no index", error=str(error))
        return None
