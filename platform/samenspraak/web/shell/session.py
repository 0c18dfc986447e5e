"""One transaction a request, committed here and nowhere else in the web.

A request that only reads takes no write lock and is rolled back. Any other is committed when its answer is a success,
and rolled back when it is a refusal, unless the view asked to `keep` it (a failed log-in must be counted).
"""

from flask import Flask, Response, g, request

from samenspraak.core.db import mark_as_reading
from samenspraak.core.events import commit
from samenspraak.web.shell.context import services

_READS = frozenset({"GET", "HEAD", "OPTIONS"})


def register_session(app: Flask) -> None:
    """Give each request its session and its moment."""
    app.before_request(_open)
    app.after_request(_settle)
    app.teardown_request(_close)


def keep() -> None:
    """Commit this request's transaction although its answer is a refusal."""
    g.keep = True


def _open() -> None:
    g.now = services().clock()
    g.keep = False
    g.session = services().sessions()
    if request.method in _READS:
        mark_as_reading(g.session)


def _settle(response: Response) -> Response:
    if "session" in g and request.method not in _READS and (response.status_code < 400 or g.keep):
        commit(g.session, services().wiring, g.now)
    return response


def _close(_error: BaseException | None) -> None:
    session = g.pop("session", None)
    if session is not None:
        session.close()
