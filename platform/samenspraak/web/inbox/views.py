"""`/postvak`: reading it changes nothing; what is read is said by a button."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from samenspraak.notifications.actions import mark_all_read, mark_read
from samenspraak.notifications.queries.notices import count_unread, list_notices, newest_id
from samenspraak.web.inbox.pages import InboxPage, notice_row
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.onward import asked_for
from samenspraak.web.shell.page import render, tell
from samenspraak.web.shell.pagination import Paged, offset, page_number
from samenspraak.web.shell.waiting.gathering import all_that_waits, own_questions

blueprint = Blueprint("inbox", __name__)


@blueprint.get("/postvak")
@signed_in
def index() -> ResponseReturnValue:
    """Show what waits and what was told."""
    number = page_number()
    notices, total = list_notices(session(), viewer(), offset=offset(number))
    page = InboxPage(
        title=_("Postvak"),
        waiting=all_that_waits(own_questions()) if number == 1 else (),
        paged=Paged([notice_row(each) for each in notices], total, number),
        unread=count_unread(session(), viewer()),
        last_id=newest_id(session(), viewer()),
    )
    return render("inbox/index.html", page)


@blueprint.post("/postvak/<int:notice_id>/gelezen")
@signed_in
def read_one(notice_id: int) -> ResponseReturnValue:
    """Mark one notice as read."""
    mark_read(session(), viewer(), notice_id, now())
    return _back()


@blueprint.post("/postvak/tot-en-met/<int:last_id>/gelezen")
@signed_in
def read_all(last_id: int) -> ResponseReturnValue:
    """Mark as read all that stood there when the page was shown; what came since stays new."""
    number = mark_all_read(session(), viewer(), last_id, now())
    if number:
        tell("done", ngettext("%(num)s bericht is gelezen.", "%(num)s berichten zijn gelezen.", number))
    return _back()


def _back() -> ResponseReturnValue:
    return redirect(asked_for() or url_for("inbox.index"), 303)
