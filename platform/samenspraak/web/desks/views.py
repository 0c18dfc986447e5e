"""`/bureau`: the queue of a desk, one question of it, and the desk's figures."""

from flask import request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.people.kinds import Role
from samenspraak.routing.desks.figures import figures_of
from samenspraak.routing.desks.queries import works_at
from samenspraak.routing.desks.queue import Pile, count_piles, queue_of
from samenspraak.web.desks.blueprint import blueprint
from samenspraak.web.desks.pages import FiguresPage, QueuePage
from samenspraak.web.desks.showing import desk_crumbs, desk_head, show_case
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.labels import label
from samenspraak.web.shell.page import render
from samenspraak.web.shell.pagination import PAGE_SIZE, Paged, offset, page_number

_PILES = {"wacht": Pile.WAITING, "mij": Pile.MINE, "gereageerd": Pile.RESPONDED, "klaar": Pile.DONE}


@blueprint.get("")
@only(Role.EXPERT, Role.COORDINATOR, Role.MODERATOR)
def index() -> ResponseReturnValue:
    """Show a pile of a desk's queue."""
    head = desk_head("desks.index")
    desk_id = head.desk.organisation_id
    pile, number = _PILES.get(request.args.get("stapel", ""), Pile.WAITING), page_number()
    counts = count_piles(session(), viewer(), desk_id)
    rows = queue_of(session(), viewer(), desk_id, pile, offset(number), PAGE_SIZE)
    page = QueuePage(
        title=_("Bureau van %(desk)s", desk=head.desk.organisation.title),
        crumbs=desk_crumbs(desk_id),
        head=head,
        pile=pile,
        piles=[
            (label(each), url_for("desks.index", bureau=desk_id, stapel=word), counts[each], each is pile)
            for word, each in _PILES.items()
        ],
        paged=Paged(rows, counts[pile], number),
        now=now(),
        person_id=viewer().person_id,
        is_colleague=works_at(session(), viewer().person_id, desk_id),
    )
    return render("desks/index.html", page)


@blueprint.get("/cijfers")
@only(Role.EXPERT, Role.COORDINATOR, Role.MODERATOR)
def figures() -> ResponseReturnValue:
    """Show a desk's own figures."""
    head = desk_head("desks.figures")
    desk_id = head.desk.organisation_id
    page = FiguresPage(
        title=_("Cijfers van het bureau van %(desk)s", desk=head.desk.organisation.title),
        crumbs=desk_crumbs(desk_id, _("Cijfers")),
        head=head,
        figures=figures_of(session(), desk_id, now()),
    )
    return render("desks/figures.html", page)


@blueprint.get("/vragen/<int:question_id>")
@only(Role.EXPERT, Role.COORDINATOR, Role.MODERATOR)
def case(question_id: int) -> ResponseReturnValue:
    """Show a question at its desk."""
    return show_case(question_id)
