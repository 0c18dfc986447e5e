"""The address of the page that is asked for, with something in its query changed.

Never through `url_for`: it reads names such as `_scheme` and `endpoint` as its own, and anyone can write those in an
address.
"""

from urllib.parse import urlencode

from flask import request, url_for


def here(**changes: str | int | None) -> str:
    """Return the address of this page with some of its query changed, or gone (None); all else as it came."""
    path = url_for(str(request.endpoint), **(request.view_args or {}))
    kept = [(name, value) for name, value in request.args.items(multi=True) if name not in changes and value]
    query = urlencode([*kept, *((name, value) for name, value in changes.items() if value is not None)])
    return f"{path}?{query}" if query else path
