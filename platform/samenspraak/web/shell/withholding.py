"""What a log may not hold: addresses of people, and what came with a request. An exception quotes them unasked."""

import re
from collections.abc import Iterator, MutableMapping
from typing import Any

from flask import has_request_context, request
from werkzeug.exceptions import HTTPException

_ADDRESS = re.compile(r"[\w.+%-]{1,64}@[\w.-]{1,255}")
_SHORTEST = 4
"""Shorter values are parts of any text, and tell nothing."""


def withhold(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Take mail addresses out of a line of the log, and out of a traceback all that was typed as well."""
    for name, value in event.items():
        if isinstance(value, str):
            event[name] = _ADDRESS.sub("<address>", value)
    if "exception" in event:
        for typed in sorted(_typed(), key=len, reverse=True):
            event["exception"] = event["exception"].replace(typed, "<typed>")
    return event


def _typed() -> Iterator[str]:
    if not has_request_context():
        return
    try:
        values = [*request.values.values(), *map(str, (request.view_args or {}).values())]
    except HTTPException:
        return
    for value in values:
        for written in {value, repr(value)[1:-1]}:
            if len(written) >= _SHORTEST:
                yield written
