"""`/zoeken/bewaren`: keeping a search, to be told of what is new in it."""

from collections.abc import Mapping

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.errors import Invalid
from samenspraak.following.actions.searches import MOST_SAVED, save_search
from samenspraak.following.queries.follows import follows_theme
from samenspraak.themes.queries import theme_labels
from samenspraak.web.search.asked import Asked, read_asked
from samenspraak.web.search.blueprint import blueprint
from samenspraak.web.search.pages import Keeping
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.guarding import may_be_kept
from samenspraak.web.shell.page import tell
from samenspraak.web.shell.searching import wish_in_words

LONGEST_NAME = 80


@blueprint.post("/zoeken/bewaren")
@signed_in
def save() -> ResponseReturnValue:
    """Keep what the address looks for, under its own words; a search with a pupil's number in it is kept nowhere."""
    themes = theme_labels(session())
    asked = read_asked(request.args, themes)
    if asked.is_empty:
        return redirect(url_for("search.show"), 303)
    if not may_be_kept(asked.typed, *asked.left_out):
        tell("waits", _("Deze zoekopdracht bewaren wij niet."), _("Er staan gegevens van een persoon in."))
        return redirect(url_for("search.show"), 303)
    try:
        name = ", ".join(wish_in_words(asked.wish, themes))[:LONGEST_NAME]
        saved = save_search(session(), viewer(), name, asked.wish, now())
    except Invalid:
        tell("waits", _("U hebt al %(number)s zoekopdrachten. Haal er eerst een weg.", number=MOST_SAVED))
        return redirect(url_for("following.index"), 303)
    told = _("U krijgt bericht als er iets nieuws bij komt, hoogstens één keer per dag.")
    tell("done", _("Bewaard als “%(name)s”.", name=saved.name), told, url_for("following.remove", search_id=saved.id))
    return redirect(asked.url(), 303)


def keeping_of(asked: Asked, themes: Mapping[str, str]) -> Keeping | None:
    """Return what someone signed in can keep of a search; a visitor nothing."""
    if not viewer().is_signed_in:
        return None
    save_url = asked.url().replace(url_for("search.show"), url_for("search.save"), 1)
    slug = asked.choices.get("thema", "")
    if not slug:
        return Keeping(save_url)
    return Keeping(save_url, themes[slug], slug, follows_theme(session(), viewer(), slug))
