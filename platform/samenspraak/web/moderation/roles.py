"""What a moderator says of someone whom a colleague let in: they belong to the organisation, or they do not."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.errors import Conflict
from samenspraak.moderation.actions.admitting import confirm_admitted, refuse_admitted
from samenspraak.moderation.actions.claiming import forget_claim
from samenspraak.moderation.kinds import QueueName
from samenspraak.people.kinds import Role
from samenspraak.web.moderation.blueprint import blueprint
from samenspraak.web.moderation.desk import show_desk
from samenspraak.web.moderation.forms import RefusalForm
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.onward import asked_for
from samenspraak.web.shell.page import tell


@blueprint.post("/moderatie/rollen/<int:assignment_id>/bevestigen")
@only(Role.MODERATOR)
def confirm_role(assignment_id: int) -> ResponseReturnValue:
    """Confirm that someone belongs to the organisation."""
    try:
        confirm_admitted(session(), viewer(), assignment_id, now())
    except Conflict:
        return _too_late()
    tell("done", _("De rol is bevestigd."), _("Deze persoon hoort nu bij de organisatie."))
    return _back(assignment_id)


@blueprint.post("/moderatie/rollen/<int:assignment_id>/weigeren")
@only(Role.MODERATOR)
def refuse_role(assignment_id: int) -> ResponseReturnValue:
    """Take the role away again."""
    form = RefusalForm()
    if not form.validate():
        return show_desk(QueueName.ROLES, str(assignment_id), form, 422)
    try:
        refuse_admitted(session(), viewer(), assignment_id, form.reason.data, now())
    except Conflict:
        return _too_late()
    tell("done", _("De rol is weggehaald."), _("Deze persoon leest uw reden bij zijn of haar account."))
    return _back(assignment_id)


def _too_late() -> ResponseReturnValue:
    tell("waits", _("Een ander was u voor."), _("Over deze rol is al beslist."))
    return redirect(url_for("moderation.index", stapel=QueueName.ROLES.value), 303)


def _back(assignment_id: int) -> ResponseReturnValue:
    forget_claim(session(), QueueName.ROLES, str(assignment_id))
    return redirect(asked_for() or url_for("moderation.index", stapel=QueueName.ROLES.value), 303)
