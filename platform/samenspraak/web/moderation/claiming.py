"""Taking an item of a queue upon oneself, so that no other moderator does the same work."""

from flask import abort, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.errors import Conflict
from samenspraak.moderation.actions.claiming import claim_item, release_item
from samenspraak.moderation.claims import claims_on
from samenspraak.moderation.kinds import QueueName
from samenspraak.people.kinds import Role
from samenspraak.web.moderation.blueprint import blueprint
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.onward import asked_for
from samenspraak.web.shell.page import tell

LONGEST_ITEM = 200


@blueprint.post("/moderatie/op-mij")
@only(Role.MODERATOR)
def claim() -> ResponseReturnValue:
    """Take an item upon oneself."""
    queue, item = _asked()
    try:
        claim_item(session(), viewer(), queue, item, now())
    except Conflict:
        claimed = claims_on(session(), queue, [item], now()).get(item)
        name = claimed.moderator.name if claimed else _("Een andere moderator")
        tell("waits", _("%(name)s was u voor en werkt hieraan.", name=name))
        return _back()
    tell("done", _("Dit staat nu op uw naam."), _("Na een half uur geeft Samenspraak het weer vrij."))
    return _back()


@blueprint.post("/moderatie/laat-los")
@only(Role.MODERATOR)
def release() -> ResponseReturnValue:
    """Let go of an item."""
    queue, item = _asked()
    release_item(session(), viewer(), queue, item)
    tell("done", _("Dit staat niet meer op uw naam."))
    return _back()


def _asked() -> tuple[QueueName, str]:
    queue, item = request.form.get("queue", ""), request.form.get("item", "")
    if queue not in set(QueueName) or not item or len(item) > LONGEST_ITEM or "\0" in item:
        abort(404)
    return QueueName(queue), item


def _back() -> ResponseReturnValue:
    return redirect(asked_for() or url_for("moderation.index"), 303)
