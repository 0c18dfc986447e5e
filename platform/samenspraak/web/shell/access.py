"""Who may use a view: every view says so with one decorator; a view that does not is refused.

What a person may do with one particular question is decided by the rooms; this is the door of the page.
"""

import dataclasses
from collections.abc import Callable
from typing import TypeVar

from flask import Flask, abort, current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.people.kinds import Role
from samenspraak.web.shell.context import viewer
from samenspraak.web.shell.guarding import address_to_keep
from samenspraak.web.shell.page import tell

View = TypeVar("View", bound=Callable[..., ResponseReturnValue])

_DECISION = "_samenspraak_access"


@dataclasses.dataclass(frozen=True)
class Access:
    """An access decision: everyone, everyone signed in, or those with one of these roles."""

    needs_sign_in: bool
    roles: frozenset[Role] = frozenset()

    def __str__(self) -> str:
        if not self.needs_sign_in:
            return "everyone"
        return "+".join(sorted(role.value for role in self.roles)) or "signed-in"


def everyone(view: View) -> View:
    """Let visitors in too."""
    return _declare(view, Access(needs_sign_in=False))


def signed_in(view: View) -> View:
    """Let in everyone who is signed in."""
    return _declare(view, Access(needs_sign_in=True))


def only(*roles: Role) -> Callable[[View], View]:
    """Let in whoever has one of these roles in any organisation."""
    return lambda view: _declare(view, Access(needs_sign_in=True, roles=frozenset(roles)))


def decision(view: Callable[..., object]) -> Access | None:
    """Return a view's access decision, or nothing when it made none."""
    return getattr(view, _DECISION, None)


def register_access(app: Flask) -> None:
    """Check every request against the decision of its view."""
    app.before_request(_check)


def _declare(view: View, access: Access) -> View:
    setattr(view, _DECISION, access)
    return view


def _check() -> ResponseReturnValue | None:
    if request.endpoint is None or request.endpoint == "static":
        return None
    access = decision(current_app.view_functions[request.endpoint])
    if access is None:
        abort(403)
    if not access.needs_sign_in:
        return None
    if not viewer().is_signed_in:
        return _send_to_sign_in()
    if access.roles and not viewer().has_any(access.roles):
        abort(403)
    return None


def _send_to_sign_in() -> ResponseReturnValue:
    if request.method not in {"GET", "HEAD"}:
        abort(401)
    tell("waits", _("Log eerst in."), _("Daarna gaat u verder waar u was."))
    return redirect(url_for("sessions.new", next=address_to_keep()), 303)
