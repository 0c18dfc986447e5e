"""The pages that explain, for everyone."""

import datetime as dt

import pytest

from samenspraak.people.kinds import Role
from tests.factories.people import make_person
from tests.support.site import NOON, Site

PATHS = ["/privacy", "/toegankelijkheid", "/contact", "/uitleg"]


@pytest.mark.parametrize("path", PATHS)
def test_everyone_reads_the_page(site: Site, path: str) -> None:
    as_visitor = site.get(path)
    site.sign_in(make_person(site.session, Role.MEMBER))

    assert as_visitor.h1 == site.get(path).h1
    assert site.services.settings.contact in site.get("/contact").get_text()


@pytest.mark.sqlite_only
def test_the_accessibility_page_claims_no_more_than_status_c(site: Site) -> None:
    text = site.get("/toegankelijkheid").get_text()

    assert "status C" in text
    assert "nog niet door een onafhankelijke partij onderzocht" in text


@pytest.mark.sqlite_only
def test_every_role_finds_its_first_steps(site: Site) -> None:
    page = site.get("/uitleg")

    assert {str(link["href"]) for link in page.select(".aside a[href^='#']")} <= {
        f"#{section['id']}" for section in page.select("h2[id]")
    }


def test_researchers_find_where_to_report_a_leak(site: Site) -> None:
    response = site.fetch("GET", "/.well-known/security.txt")

    fields = dict(line.split(": ", 1) for line in response.text.splitlines())
    assert response.mimetype == "text/plain"
    assert fields["Contact"].startswith("mailto:")
    assert fields["Canonical"] == "http://localhost/.well-known/security.txt"
    expires = dt.datetime.fromisoformat(fields["Expires"])
    assert dt.timedelta(days=90) < expires - NOON < dt.timedelta(days=365)
