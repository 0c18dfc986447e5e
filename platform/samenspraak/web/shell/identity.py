"""Who is signed in: Flask-Login over server-side session rows, wrapped here so that it can be replaced.

The cookie holds a random token, no person: deleting its row signs out every copy of the cookie. No `remember=`.
"""

import dataclasses
from typing import ClassVar

from flask import Flask, request
from flask import session as cookie
from flask_login import LoginManager, current_user, login_user, logout_user

from samenspraak.people.actions.sessions import Origin
from samenspraak.people.queries.viewers import viewer_of_session
from samenspraak.people.rules import Viewer
from samenspraak.web.shell.context import now, session


@dataclasses.dataclass(frozen=True)
class SignedIn:
    """A signed-in browser, as Flask-Login wants it: its id is the session token."""

    token: str
    viewer: Viewer
    is_authenticated: ClassVar = True
    is_active: ClassVar = True
    is_anonymous: ClassVar = False

    def get_id(self) -> str:
        """Return what the cookie holds."""
        return self.token


def register_identity(app: Flask) -> None:
    """Let Flask-Login look people up by their session row."""
    # Without its value in every template: the page of a database that fails must not ask it who looks.
    manager = LoginManager(app, add_context_processor=False)
    # "strong" ties a session to address and browser and throws mobile users out; the row is the guard.
    manager.session_protection = None
    manager.user_loader(_load)


def remember_signed_in(token: str, viewer: Viewer) -> None:
    """Put a fresh session token in a fresh cookie, so that none from before the log-in lives on."""
    cookie.clear()
    login_user(SignedIn(token, viewer))


def current_token() -> str:
    """Return the token of the session that this request comes with; the page is for who is signed in."""
    found: str = current_user.token
    return found


def origin() -> Origin:
    """Return where this request comes from."""
    return Origin(request.remote_addr or "", request.headers.get("User-Agent", ""))


def forget_signed_in() -> None:
    """Empty the cookie; the caller ends the session row."""
    logout_user()
    cookie.clear()


def _load(token: str) -> SignedIn | None:
    viewer = viewer_of_session(session(), token, now())
    return SignedIn(token, viewer) if viewer else None
