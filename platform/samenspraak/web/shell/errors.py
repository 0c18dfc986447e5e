"""Refusals and faults as pages, each with a way on. The one place where an exception becomes a status."""

import dataclasses
from typing import Any

import structlog
from flask import Flask, Response, request, url_for
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, MethodNotAllowed, SecurityError

from samenspraak.core import errors
from samenspraak.core.db import DatabaseUnavailable
from samenspraak.web.shell.carrying import Carried, left_behind
from samenspraak.web.shell.context import viewer
from samenspraak.web.shell.page import Crumb, render, render_bare

_log = structlog.get_logger()
_PAGES = frozenset({400, 401, 403, 404, 413, 422, 429, 500, 503})
_WITHOUT_DATABASE = frozenset({500, 503})
_NOT_TYPED = frozenset({"csrf_token", "submission", "seen", "shown", "next"})
_SECRET = frozenset({"password", "password_again", "current"})


@dataclasses.dataclass(frozen=True)
class ErrorPage:
    """What an error page shows: what happened and, where a form was sent, what was typed in it.

    `carried` are the fields of a form that goes on behind the log-in.
    """

    title: str
    status: int
    typed: tuple[tuple[str, str], ...] = ()
    retry_after: int = 0
    crumbs: tuple[Crumb, ...] = ()
    carried: Carried = ()


def register_errors(app: Flask) -> None:
    """Turn refusals and faults into pages."""
    app.register_error_handler(errors.Refusal, _refusal)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(SecurityError, _foreign_host)
    app.register_error_handler(CSRFError, _token)
    app.register_error_handler(DatabaseUnavailable, _database)
    app.register_error_handler(Exception, _fault)
    # What fails while such a page is made: Flask's own line would hold the address, and so a secret link.
    app.log_exception = _log_fault  # type: ignore[method-assign, assignment]


def _token(_error: CSRFError) -> Response:
    """Answer a form without the right token; where the cookie is gone too, what was written goes on after a log-in."""
    return _show(401 if left_behind() and not viewer().is_signed_in else 400)


def _refusal(error: errors.Refusal) -> Response:
    match error:
        case errors.Merged():
            return _lead_on(error)
        case errors.NotFound():
            return _show(404)
        case errors.NotAllowed():
            return _show(403)
        case errors.TooMany(retry_after=seconds):
            response = _show(429, seconds)
            response.headers["Retry-After"] = str(seconds)
            return response
        case _:
            return _show(422)


def _lead_on(merged: errors.Merged) -> Response:
    """Lead from a question to the one that it went into, or to read it where one may not see that."""
    if request.method not in {"GET", "HEAD"}:
        return _show(422)  # with what was typed
    if merged.target is None:
        original = url_for("merges.show", question_id=merged.source)
        return Response(status=302, headers={"Location": original})
    target = url_for("questions.show", question_id=merged.target, samengevoegd=merged.source)
    return Response(status=301, headers={"Location": target})


def _foreign_host(_error: SecurityError) -> Response:
    """Answer a request under a name that is not ours: without a page, since no address can be made for it."""
    return Response("400", 400, mimetype="text/plain")


def _http(error: HTTPException) -> Response:
    code = error.code or 500
    if code < 400:
        return Response(status=code, headers=error.get_headers())
    page = code if code in _PAGES else (400 if code < 500 else 500)
    response = _show(page)
    if response.status_code == page:
        response.status_code = code
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        response.headers["Allow"] = ", ".join(error.valid_methods)
    return response


def _database(_error: DatabaseUnavailable) -> Response:
    _log.exception("database", endpoint=request.endpoint)
    response = _show(503)
    response.headers["Retry-After"] = "5"
    return response


def _fault(_error: Exception) -> Response:
    _log_fault(True)
    return _show(500)


def _log_fault(found: Any) -> None:
    _log.error("fault", endpoint=request.endpoint, exc_info=found)


def _show(status: int, retry_after: int = 0) -> Response:
    page = ErrorPage(_titles()[status], status, _typed(), retry_after, carried=left_behind() if status == 401 else ())
    if status in _WITHOUT_DATABASE:
        return render_bare(f"errors/{status}.html", page, status)
    try:
        return render(f"errors/{status}.html", page, status)
    except DatabaseUnavailable as error:
        return _database(error)


def _typed() -> tuple[tuple[str, str], ...]:
    """Return the texts of the form that was sent, so that nobody loses what they wrote; secrets aside."""
    try:
        fields = request.form.items(multi=True)
    except HTTPException:
        return ()
    return tuple((name, value) for name, value in fields if name not in _NOT_TYPED | _SECRET and len(value.split()) > 2)


def _titles() -> dict[int, str]:
    return {
        400: _("Dit verzoek klopt niet"),
        401: _("U bent niet meer ingelogd"),
        403: _("Deze pagina is niet voor u"),
        404: _("Deze pagina is er niet"),
        413: _("Dit is te groot"),
        422: _("Dit kan nu niet"),
        429: _("U probeerde dit te vaak"),
        500: _("Er ging bij ons iets mis"),
        503: _("Samenspraak is even niet bereikbaar"),
    }
