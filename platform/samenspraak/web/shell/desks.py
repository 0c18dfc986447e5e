"""How many questions wait at the desks of who looks: asked once a request, for the menu and for home."""

from flask import g

from samenspraak.routing.desks.queries import desks_of
from samenspraak.web.shell.context import session, viewer


def desk_waiting() -> int | None:
    """Return how many questions wait for a first response at the desks of who looks; None: they have no desk."""
    if "desk_waiting" not in g:
        desks = desks_of(session(), viewer())
        g.desk_waiting = sum(each.waiting for each in desks) if desks else None
    found: int | None = g.desk_waiting
    return found
