"""`/kennismakingen`: who wants to talk with whom, and saying yes or no to it."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.conversations import actions
from samenspraak.conversations.kinds import IntroductionState
from samenspraak.conversations.queries import find_introduction, list_introductions
from samenspraak.core.errors import Conflict
from samenspraak.people.kinds import Role
from samenspraak.web.introductions.blueprint import blueprint
from samenspraak.web.introductions.forms import DeclineForm
from samenspraak.web.introductions.pages import DeclinePage, IntroductionsPage
from samenspraak.web.introductions.rows import rows_of
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.page import Crumb, render, tell


@blueprint.get("/kennismakingen")
@only(Role.COORDINATOR, Role.MODERATOR)
def index() -> ResponseReturnValue:
    """Show someone's introductions; to a moderator all of them."""
    found = list_introductions(session(), viewer())
    page = IntroductionsPage(
        title=_("Kennismakingen"),
        crumbs=from_home(Crumb(_("Kennismakingen"))),
        waiting=rows_of(found.waiting),
        under_way=rows_of(found.under_way),
        made=rows_of(found.made),
        past=rows_of(found.past),
    )
    return render("introductions/index.html", page)


@blueprint.post("/kennismakingen/<int:introduction_id>/akkoord")
@only(Role.COORDINATOR, Role.MODERATOR)
def agree(introduction_id: int) -> ResponseReturnValue:
    """Agree for the own partnership."""
    try:
        introduction = actions.agree(session(), viewer(), introduction_id, now())
    except Conflict:
        return _too_late()
    if introduction.state is IntroductionState.MADE:
        tell("accepted", _("U bent aan elkaar voorgesteld."), _("U hebt elkaars gegevens, hier en per mail."))
    else:
        tell("done", _("U ging akkoord."), _("De ander moet ook nog akkoord gaan. U krijgt dan bericht."))
    return _back()


@blueprint.route("/kennismakingen/<int:introduction_id>/afslaan", methods=["GET", "POST"])
@only(Role.COORDINATOR, Role.MODERATOR)
def decline(introduction_id: int) -> ResponseReturnValue:
    """Say no for the own partnership."""
    introduction = find_introduction(session(), viewer(), introduction_id)
    form = DeclineForm()
    if form.validate_on_submit():
        try:
            actions.decline(session(), viewer(), introduction_id, form.words.data, now())
        except Conflict:
            return _too_late()
        tell("done", _("U gaat er niet op in."), _("De ander krijgt bericht, met wat u erbij schreef."))
        return _back()
    page = DeclinePage(
        title=_("Ga niet in op de kennismaking"),
        crumbs=from_home(Crumb(_("Kennismakingen"), url_for("introductions.index")), Crumb(_("Afslaan"))),
        form=form,
        introduction_id=introduction_id,
        who=_("%(one)s en %(other)s", one=introduction.organisation.title, other=introduction.other.title),
    )
    return render("introductions/decline.html", page, 422 if form.is_submitted() else 200)


@blueprint.post("/kennismakingen/<int:introduction_id>/intrekken")
@only(Role.COORDINATOR, Role.MODERATOR)
def withdraw(introduction_id: int) -> ResponseReturnValue:
    """Take a proposal back."""
    try:
        actions.withdraw(session(), viewer(), introduction_id, now())
    except Conflict:
        return _too_late()
    tell("done", _("Het voorstel is ingetrokken."))
    return _back()


def _too_late() -> ResponseReturnValue:
    """Say that someone else was quicker: no fault of who sent it."""
    tell("waits", _("Over deze kennismaking was al besloten."), _("Hieronder ziet u hoe het ermee staat."))
    return redirect(url_for("introductions.index"), 303)


def _back() -> ResponseReturnValue:
    return redirect(url_for("introductions.index"), 303)
