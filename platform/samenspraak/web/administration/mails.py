"""`/beheer/mail`: mails that did not arrive, or of which nobody knows."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.notifications.queries.mails import list_undelivered
from samenspraak.people.kinds import Role
from samenspraak.web.administration.blueprint import blueprint
from samenspraak.web.administration.pages import MailsPage
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import session
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.page import Crumb, render
from samenspraak.web.shell.pagination import PAGE_SIZE, Paged, offset, page_number


@blueprint.get("/mail")
@only(Role.ADMINISTRATOR)
def mails() -> ResponseReturnValue:
    """List the mails that were refused or are uncertain, newest first."""
    number = page_number()
    rows, total = list_undelivered(session(), offset=offset(number), limit=PAGE_SIZE)
    page = MailsPage(_("Mail die niet aankwam"), _crumbs(), Paged(rows, total, number))
    return render("administration/mails.html", page)


def _crumbs() -> tuple[Crumb, ...]:
    return from_home(Crumb(_("Beheer"), url_for("administration.index")), Crumb(_("Mail")))
