"""What readers say of an article, and the remarks that wait for a moderator."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.errors import Invalid
from samenspraak.knowledge.actions.hearing import handle_remark, remark_on, say_whether_it_helped
from samenspraak.knowledge.kinds import RemarkOutcome
from samenspraak.knowledge.queries.articles import find_article
from samenspraak.knowledge.queries.remarks import open_remarks
from samenspraak.people.kinds import Role
from samenspraak.web.knowledge.blueprint import blueprint
from samenspraak.web.knowledge.forms import RemarkForm
from samenspraak.web.knowledge.pages import RemarksPage
from samenspraak.web.knowledge.shown import crumbs_to, page_of
from samenspraak.web.shell.access import only, signed_in
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.onward import asked_for
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.shell.refusals import say_at_field

_VOTES = {"yes": True, "no": False}
MOST_SHOWN = 50


@blueprint.post("/kennis/<slug>/hielp")
@signed_in
def vote(slug: str) -> ResponseReturnValue:
    """Keep whether an article helped; anything but yes and no takes that back."""
    say_whether_it_helped(session(), viewer(), slug, now(), helped=_VOTES.get(request.form.get("helped", "")))
    return redirect(url_for("knowledge.show", slug=slug, _anchor="hielp"), 303)


@blueprint.post("/kennis/<slug>/klopt-niet")
@signed_in
def remark(slug: str) -> ResponseReturnValue:
    """Keep what a reader finds no longer right, for moderators."""
    form = RemarkForm()
    if form.validate():
        try:
            remark_on(session(), viewer(), slug, form.body.data, form.submission.data, now())
        except Invalid as refusal:
            say_at_field(form, refusal)
        else:
            tell("done", _("Dank u. De moderatoren kijken ernaar."))
            return redirect(url_for("knowledge.show", slug=slug), 303)
    return render("knowledge/show.html", page_of(find_article(session(), viewer(), slug), remark_form=form), 422)


@blueprint.get("/kennis/opmerkingen")
@only(Role.MODERATOR)
def remarks() -> ResponseReturnValue:
    """List the remarks that wait for a moderator, the oldest first."""
    title = _("Opmerkingen bij artikelen")
    page = RemarksPage(title, crumbs_to(Crumb(title)), open_remarks(session(), viewer(), MOST_SHOWN))
    return render("knowledge/remarks.html", page)


@blueprint.post("/kennis/opmerkingen/<int:remark_id>")
@only(Role.MODERATOR)
def handle(remark_id: int) -> ResponseReturnValue:
    """Say what came of a remark."""
    changed = request.form.get("outcome") == RemarkOutcome.CHANGED
    handle_remark(
        session(), viewer(), remark_id, RemarkOutcome.CHANGED if changed else RemarkOutcome.STILL_RIGHT, now()
    )
    tell("done", _("De opmerking is afgehandeld."))
    return redirect(asked_for() or url_for("knowledge.remarks"), 303)
