"""Security headers stand on every answer, whatever its status."""

import re

import pytest

from tests.support.site import Site

pytestmark = pytest.mark.sqlite_only


@pytest.mark.parametrize(
    "path", ["/proef/iedereen", "/proef/ingelogd", "/bestaat-niet", "/proef/weigering/fault", "/healthz", "/inloggen"]
)
def test_every_answer_has_a_policy_without_unsafe_parts(trial: Site, path: str) -> None:
    headers = trial.fetch("GET", path).headers
    policy = headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    assert re.fullmatch(r"[0-9a-f]{32}", headers["X-Request-ID"])


def test_a_nonce_is_used_once(trial: Site) -> None:
    policies = {trial.fetch("GET", "/proef/iedereen").headers["Content-Security-Policy"] for _ in range(50)}

    assert len(policies) == 50


def test_scripts_carry_the_nonce_of_their_answer(trial: Site) -> None:
    response = trial.fetch("GET", "/inloggen")
    nonce = re.search(r"'nonce-([^']+)'", response.headers["Content-Security-Policy"])

    assert nonce is not None
    scripts = re.findall(r"<script[^>]*>", response.text)
    assert scripts
    assert all(f'nonce="{nonce[1]}"' in script for script in scripts)


def test_a_request_id_of_the_proxy_is_kept_and_a_crafted_one_is_not(trial: Site) -> None:
    kept = trial.fetch("GET", "/healthz", headers={"X-Request-ID": "proxy-12345678"})
    crafted = trial.fetch("GET", "/healthz", headers={"X-Request-ID": 'a"} {"level": "x'})

    assert kept.headers["X-Request-ID"] == "proxy-12345678"
    assert re.fullmatch(r"[0-9a-f]{32}", crafted.headers["X-Request-ID"])
