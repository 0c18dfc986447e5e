"""`/moderatie/dubbelen`: questions that probably ask the same, and those that are asked most often."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.errors import NotFound
from samenspraak.people.kinds import Role
from samenspraak.questions.actions.merging import dismiss_pair
from samenspraak.questions.queries.likely import LikelyPart, likely_pairs
from samenspraak.questions.queries.merges import most_merged
from samenspraak.search.errors import IndexBroken
from samenspraak.web.merges.blueprint import blueprint
from samenspraak.web.merges.pages import LikelyPage
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, services, session, thesaurus, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.here import here
from samenspraak.web.shell.keys import read_key
from samenspraak.web.shell.onward import asked_for
from samenspraak.web.shell.page import Crumb, render, tell


@blueprint.get("/moderatie/dubbelen")
@only(Role.MODERATOR)
def likely() -> ResponseReturnValue:
    """Show likely pairs among some questions, the newest first, and what is asked most often."""
    before = read_key(request.args.get("voor", ""))
    part = _look(before)
    page = LikelyPage(
        title=_("Dubbele vragen"),
        crumbs=from_home(Crumb(_("Moderatie"), url_for("moderation.index")), Crumb(_("Dubbele vragen"))),
        part=part,
        often=most_merged(session(), viewer()),
        here=request.full_path.rstrip("?"),
        next_url=here(voor=part.before) if part and part.before else None,
        first_url=here(voor=None) if before is not None else None,
    )
    return render("merges/likely.html", page)


@blueprint.post("/moderatie/dubbelen/niet")
@only(Role.MODERATOR)
def dismiss() -> ResponseReturnValue:
    """Remember that two questions do not ask the same."""
    one, other = (read_key(request.form.get(name, "")) for name in ("first", "second"))
    if one is None or other is None:
        raise NotFound
    dismiss_pair(session(), viewer(), one, other, now())
    tell("done", _("Deze twee vragen zijn geen dubbelen."), _("Wij laten dit paar niet meer zien."))
    return redirect(asked_for() or url_for("merges.likely"), 303)


def _look(before: int | None) -> LikelyPart | None:
    try:
        return likely_pairs(session(), services().index, thesaurus(), viewer(), before)
    except IndexBroken:
        return None
