"""The moderator's desk: `/moderatie`."""

from flask import request
from flask.typing import ResponseReturnValue

from samenspraak.moderation.kinds import QueueName
from samenspraak.people.kinds import Role
from samenspraak.web.moderation.blueprint import blueprint
from samenspraak.web.moderation.desk import show_desk
from samenspraak.web.shell.access import only


@blueprint.get("/moderatie")
@only(Role.MODERATOR)
def index() -> ResponseReturnValue:
    """Show the queues, one of them, and one item of it unfolded."""
    asked = request.args.get("stapel", "")
    name = QueueName(asked) if asked in set(QueueName) else None
    return show_desk(name, request.args.get("open", ""))
