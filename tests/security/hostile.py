"""Whoever attacks: a request with a token that is right and all else that is not."""

from typing import Any

from werkzeug.test import TestResponse

from tests.support.site import Site
from tests.web.access.table import TABLE


def send(site: Site, path: str, body: str | bytes, content_type: str, **headers: str) -> TestResponse:
    """Send any body with this browser's own token, in the header where scripts put it."""
    given: dict[str, Any] = {"X-CSRFToken": site.csrf(), "Content-Type": content_type, **headers}
    return site.fetch("POST", path, data=body, headers=given)


def look(site: Site, method: str, path: str, **options: Any) -> TestResponse:
    """Send a request as `Site.fetch` does, without checking the page: it may show a template that someone typed."""
    site.session.commit()
    answer = site._client.open(path, method=method, **options)
    site.session.expire_all()
    return answer


def open_paths(kind: str, ids: dict[str, object]) -> list[str]:
    """Return every address of the table of access, to walk with GET ("gets") or POST ("posts")."""
    return [path.format_map(ids) for row in TABLE.values() for path in getattr(row, kind)]
