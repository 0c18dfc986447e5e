"""Logs: one JSON object a line, each with the request's id; never a text that someone wrote."""

import logging
import re
import time
import uuid

import structlog
from flask import Flask, Response, g, request

from samenspraak.web.shell.withholding import withhold

_log = structlog.get_logger()
_FORMED = re.compile(r"[A-Za-z0-9-]{8,64}")


def register_logs(app: Flask, level: str) -> None:
    """Log every request, and say its id in `X-Request-ID`."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            withhold,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        cache_logger_on_first_use=False,
    )
    app.before_request(_begin)
    app.after_request(_end)


def _begin() -> None:
    offered = request.headers.get("X-Request-ID", "")
    g.request_id = offered if _FORMED.fullmatch(offered) else uuid.uuid4().hex
    g.began = time.monotonic()
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=g.request_id)


def _end(response: Response) -> Response:
    response.headers["X-Request-ID"] = g.request_id
    if request.endpoint != "static":
        _log.info(
            "request",
            method=request.method,
            endpoint=request.endpoint,
            status=response.status_code,
            ms=round((time.monotonic() - g.began) * 1000, 1),
        )
    return response
