"""The address of the page that is asked for, with something in its query changed.

Never through `url_for`: it reads names such as `_scheme` and `endpoint` as its own, and anyone can write those in an
address.
"""

from typing import Any
from urllib.parse import urlencode, urlsplit

from flask import current_app, request, url_for
from werkzeug.exceptions import HTTPException


def here(**changes: str | int | None) -> str:
    """Return the address of this page with some of its query changed, or gone (None); all else as it came."""
    path = url_for(str(request.endpoint), **(request.view_args or {}))
    kept = [(name, value) for name, value in request.args.items(multi=True) if name not in changes and value]
    query = urlencode([*kept, *((name, value) for name, value in changes.items() if value is not None)])
    return f"{path}?{query}" if query else path


def place_of(address: str | None) -> dict[str, Any]:
    """Return the keys in one of our own addresses, by name; none of any other address."""
    try:
        _endpoint, keys = current_app.url_map.bind_to_environ(request.environ).match(
            urlsplit(address or "").path, method="GET"
        )
    except HTTPException:
        return {}
    return dict(keys)
