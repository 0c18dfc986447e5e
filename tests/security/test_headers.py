"""Headers on every answer of every kind, and on every route of the table."""

import pytest

from samenspraak.people.kinds import Role
from tests.factories.people import make_person
from tests.security.hostile import open_paths, send
from tests.support.site import Site
from tests.web.access.world import make_world

pytestmark = pytest.mark.sqlite_only

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
POLICY = (
    *("default-src 'none'", "'strict-dynamic'", "style-src 'self'", "form-action 'self'", "base-uri 'none'"),
    *("frame-ancestors 'none'", "object-src 'none'"),
)


def test_every_answer_has_its_headers(site: Site) -> None:
    ids = make_world(site).ids
    site.sign_in(make_person(site.session, *Role))
    answers = [site.fetch("GET", path) for path in open_paths("gets", ids)]
    answers += [site.fetch("POST", path) for path in open_paths("posts", ids)]  # 400: no token
    answers += [site.fetch("PATCH", path) for path in open_paths("gets", ids)]  # 405
    answers += [
        site.fetch("GET", "/static/favicon.svg"),
        site.fetch("GET", "/static/weg.css"),
        site.fetch("GET", "/vragen//nieuw"),
        site.fetch("OPTIONS", "/vragen"),
        send(site, "/inloggen", b"x=" + b"y" * 1_000_001, "application/x-www-form-urlencoded"),
        send(site, "/inloggen", "{}", "application/json"),
        site.post("/voorkeuren", {"theme": "dark"}),
    ]

    assert {200, 303, 308, 400, 404, 405, 410, 413, 415} <= {answer.status_code for answer in answers}
    for answer in answers:
        policy = answer.headers["Content-Security-Policy"]
        assert all(part in policy for part in POLICY)
        assert "unsafe" not in policy
        assert ALWAYS.items() <= dict(answer.headers).items()
        assert answer.request.path.startswith("/static/") or answer.headers["Cache-Control"] == "no-store"
        answer.close()
