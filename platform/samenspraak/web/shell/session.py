"""One transaction a request, committed here and nowhere else in the web.

A request that only reads takes no write lock and is rolled back. Any other is committed when its answer is a success,
and rolled back when it is a refusal, unless the view asked to `keep` it (a failed log-in must be counted). What asks
nothing of the database, such as a file, begins no transaction: it is there also while the database is not.
"""

from flask import Flask, Response, current_app, g, request
from flask import session as cookie

from samenspraak.core.events import commit
from samenspraak.web.shell.context import READS, services


def register_session(app: Flask) -> None:
    """Give each request its moment, and settle the session that it asked for."""
    app.before_request(_open)
    app.after_request(_settle)
    app.teardown_request(_close)


def keep() -> None:
    """Commit this request's transaction although its answer is a refusal."""
    g.keep = True


def _open() -> None:
    g.now = services().clock()
    g.keep = False


def _settle(response: Response) -> Response:
    if "session" not in g or request.method in READS or not (response.status_code < 400 or g.keep):
        return response
    try:
        commit(g.session, services().wiring, g.now)
    except Exception as error:  # noqa: BLE001 - it becomes a page, like what a view raises
        g.session.rollback()
        cookie.pop("_flashes", None)  # what the next page would tell was not done
        return current_app.make_response(current_app.handle_user_exception(error))
    return response


def _close(_error: BaseException | None) -> None:
    session = g.pop("session", None)
    if session is not None:
        session.close()
