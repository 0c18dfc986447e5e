"""`/account/handelingen`: what was done with one's own account, profile and texts, by whom, and why."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.audit.queries import NEWEST_FIRST, count_acts_on, part_of_acts_on
from samenspraak.web.audit.blueprint import blueprint
from samenspraak.web.audit.changes import changes_of
from samenspraak.web.audit.naming import look_up
from samenspraak.web.audit.pages import ActRow, OwnActsPage
from samenspraak.web.audit.places import place_of
from samenspraak.web.audit.wording import own_sentence_of
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.context import session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.listing import PAGE_SIZE, Listed, asked_cursor
from samenspraak.web.shell.page import Crumb, render


@blueprint.get("/account/handelingen")
@signed_in
def own() -> ResponseReturnValue:
    """List the acts that concerned who looks, the newest first."""
    person_id = viewer().person_id
    part = part_of_acts_on(session(), person_id, asked_cursor(NEWEST_FIRST), PAGE_SIZE)
    names = look_up(part.rows)
    rows = [
        ActRow(
            at=entry.at,
            sentence=own_sentence_of(entry, names),
            changes=changes_of(entry, names),
            reason=entry.reason,
            url=place_of(entry, names, viewer()),
        )
        for entry in part.rows
    ]
    title = _("Handelingen op uw account")
    page = OwnActsPage(
        title=title,
        crumbs=from_home(Crumb(_("Uw gegevens"), url_for("account.show")), Crumb(title)),
        listed=Listed(part.with_rows(rows), count_acts_on(session(), person_id)),
    )
    return render("audit/own.html", page)
