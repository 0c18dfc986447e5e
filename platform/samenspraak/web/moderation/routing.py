"""What a moderator does with a question that came to the moderators: take it, or send it to a desk."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.errors import Conflict
from samenspraak.people.kinds import Role
from samenspraak.routing.moderating import send_to_desk
from samenspraak.routing.moderating import take as take_in_hand
from samenspraak.web.moderation.blueprint import blueprint
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.onward import asked_for
from samenspraak.web.shell.page import tell


@blueprint.post("/moderatie/<int:question_id>/neem")
@only(Role.MODERATOR)
def take(question_id: int) -> ResponseReturnValue:
    """Take a question in hand."""
    try:
        take_in_hand(session(), viewer(), question_id, now())
    except Conflict:
        return _moved_on()
    tell("done", _("U hebt deze vraag nu in handen."), _("De vraagsteller ziet dat u verder zoekt."))
    return _back()


@blueprint.post("/moderatie/<int:question_id>/bureau")
@only(Role.MODERATOR)
def to_desk(question_id: int) -> ResponseReturnValue:
    """Send a question to the desk of its sector."""
    try:
        send_to_desk(session(), viewer(), question_id, now())
    except Conflict as refusal:
        if refusal.reason != "no-desk":
            return _moved_on()
        tell("waits", _("Voor deze vraag is er geen open bureau."), _("Of het bureau gaf de vraag al eerder door."))
        return _back()
    tell("done", _("De vraag is naar het bureau van de sectorraad."), _("De vraagsteller krijgt bericht."))
    return _back()


def _moved_on() -> ResponseReturnValue:
    tell("waits", _("Deze vraag ligt niet meer bij de moderatoren."))
    return _back()


def _back() -> ResponseReturnValue:
    return redirect(asked_for() or url_for("moderation.index"), 303)
