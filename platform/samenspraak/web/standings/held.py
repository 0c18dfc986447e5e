"""Which answers are held: `/moderatie/vastgehouden`."""

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.people.kinds import Role
from samenspraak.questions.queries.held import list_held
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import session
from samenspraak.web.shell.page import Crumb, render
from samenspraak.web.shell.pagination import PAGE_SIZE, Paged, offset, page_number
from samenspraak.web.standings.blueprint import blueprint
from samenspraak.web.standings.crumbs import below_moderation
from samenspraak.web.standings.pages import HeldPage


@blueprint.get("/vastgehouden")
@only(Role.MODERATOR)
def held() -> ResponseReturnValue:
    """List the answers that are held."""
    number = page_number()
    rows, total = list_held(session(), offset(number), PAGE_SIZE)
    page = HeldPage(
        title=_("Vastgehouden antwoorden"),
        crumbs=below_moderation(Crumb(_("Vastgehouden antwoorden"))),
        paged=Paged(rows, total, number),
    )
    return render("standings/held.html", page)
