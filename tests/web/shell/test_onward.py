"""Going on leads only within Samenspraak."""

import itertools
from urllib.parse import urljoin, urlsplit

import pytest

from samenspraak.web.shell.onward import is_own
from tests.support.site import Site

HOSTS = (
    "kwaad.test",
    "kwaad.test/vragen",
    "localhost@kwaad.test",
    "kwaad。test",
    "xn--kwd-cla.test",
    "[::1]",
    "0x7f.1",
    "3232235777",
)
LEADS = (
    "//",
    "///",
    "////",
    "\\\\",
    "/\\",
    "\\/",
    "/\\/",
    "\\",
    "/\t/",
    "\t//",
    "/\n/",
    "\r//",
    "/\0/",
    "\0//",
    " //",
    "/ /",
    "//\\",
    "\x0b//",
    "\x1f//",
    "\xa0//",
    "\u2028//",
    "\ufeff//",
    "/./\\",
    "/.//",
    "/..//",
    "/;//",
    "http://",
    "https://",
    "HTTPS://",
    "http:",
    "https:",
    "http:/",
    "http:///",
    "http:\\\\",
    "ftp://",
    "ws://",
    "//user:pw@",
    "https://localhost@",
    "https://localhost:5000@",
    "https://localhost\\@",
    "https://localhost%40",
    "/%2f%2f",
    "/%5c",
    "/%2F/",
    "/%09/",
    "%2f%2f",
    "%252f%252f",
    "%5c%5c",
    "／／",
    "∕∕",
    "⁄⁄",
    "․․/",
)
SCRIPTS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    " javascript:alert(1)",
    "javascript://%0aalert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "blob:https://kwaad.test/1",
    "about:blank",
    "file:///etc/passwd",
    "mailto:x@kwaad.test",
    "view-source:https://kwaad.test",
    "",
    " ",
    ".",
    "..",
    "vragen",
    "?next=/",
    "#x",
    "./vragen",
    "../vragen",
    "/a/../../b",
    "/vragen\r\nSet-Cookie: a=b",
    "/vragen\nLocation: https://kwaad.test",
    "/vragen\0",
    "/é",
    "/<script>",
    '/"',
    "/a b",
    "/" + "a" * 2000,
)
HOSTILE = [lead + host for lead, host in itertools.product(LEADS, HOSTS)] + list(SCRIPTS)
OWN = (
    "/",
    "/vragen",
    "/vragen/12",
    "/vragen?thema=zorgplicht&pagina=2",
    "/zoeken?q=a%20b+c&x=%C3%A9",
    "/account#x",
    "/zoeken?q=https://x.test//",
)


def test_there_are_enough_hostile_forms() -> None:
    assert len(set(HOSTILE)) > 300


@pytest.mark.parametrize("target", OWN)
def test_an_own_path_is_followed(target: str) -> None:
    assert is_own(target)


def test_no_hostile_form_is_followed() -> None:
    assert [target for target in HOSTILE if is_own(target)] == []


def test_what_is_followed_stays_on_the_host_also_when_joined() -> None:
    for target in OWN:
        assert urlsplit(urljoin("https://samenspraak.test/inloggen", target)).netloc == "samenspraak.test"


@pytest.mark.sqlite_only
def test_no_answer_leads_away(site: Site) -> None:
    for target in [lead + HOSTS[0] for lead in LEADS] + list(SCRIPTS):
        response = site.post("/voorkeuren", {"theme": "dark", "next": target})
        assert response.location == "/", target
