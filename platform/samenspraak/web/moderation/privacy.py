"""`/moderatie/privacy`: warnings of personal data that people confirmed."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.moderation.actions.warnings import mark_warning_seen
from samenspraak.moderation.queries import confirmed_warnings, count_warnings
from samenspraak.people.kinds import Role
from samenspraak.web.moderation.blueprint import blueprint
from samenspraak.web.moderation.pages import PrivacyPage
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.here import here
from samenspraak.web.shell.keys import read_key
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.shell.pagination import PAGE_SIZE

ALL = "alles"


@blueprint.get("/moderatie/privacy")
@only(Role.MODERATOR)
def privacy() -> ResponseReturnValue:
    """List the warnings that were confirmed: those that no moderator saw yet, or all of them."""
    unseen_only = request.args.get("stapel") != ALL
    before = read_key(request.args.get("voor"))
    rows = confirmed_warnings(session(), viewer(), unseen_only=unseen_only, before=before, limit=PAGE_SIZE + 1)
    page = PrivacyPage(
        title=_("Bevestigde waarschuwingen"),
        crumbs=from_home(Crumb(_("Moderatie"), url_for("moderation.index")), Crumb(_("Bevestigde waarschuwingen"))),
        rows=rows[:PAGE_SIZE],
        tabs=_tabs(unseen_only=unseen_only),
        next_url=here(voor=rows[PAGE_SIZE - 1].warning.id) if len(rows) > PAGE_SIZE else None,
        first_url=here(voor=None) if before is not None else None,
    )
    return render("moderation/privacy.html", page)


@blueprint.post("/moderatie/privacy/<int:warning_id>/bekeken")
@only(Role.MODERATOR)
def privacy_seen(warning_id: int) -> ResponseReturnValue:
    """Keep that a warning was looked at."""
    mark_warning_seen(session(), viewer(), warning_id, now())
    tell("done", _("De waarschuwing is bekeken."), _("U vindt de waarschuwing terug onder “Alles”."))
    return redirect(url_for("moderation.privacy"), 303)


def _tabs(*, unseen_only: bool) -> tuple[tuple[str, str, int, bool], ...]:
    unseen, total = count_warnings(session(), unseen_only=True), count_warnings(session(), unseen_only=False)
    return (
        (_("Nog niet bekeken"), url_for("moderation.privacy"), unseen, unseen_only),
        (_("Alles"), url_for("moderation.privacy", stapel=ALL), total, not unseen_only),
    )
