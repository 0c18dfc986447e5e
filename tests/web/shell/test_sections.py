"""The parts of Moderatie and of Beheer, above each of their pages."""

import pytest

from samenspraak.people.kinds import Role
from tests.factories.people import make_expert, make_person
from tests.support.site import Site

PARTS = "details.fold--parts a"


def parts(site: Site, path: str) -> list[tuple[str, bool]]:
    return [(str(link["href"]), link.has_attr("aria-current")) for link in site.get(path).select(PARTS)]


@pytest.mark.parametrize(
    ("role", "start", "section"),
    [(Role.MODERATOR, "/moderatie", "Moderatie"), (Role.ADMINISTRATOR, "/beheer", "Beheer")],
)
def test_each_part_leads_to_all_parts_and_marks_itself(site: Site, role: Role, start: str, section: str) -> None:
    site.sign_in(make_person(site.session, role))

    paths = [path for path, _current in parts(site, start)]
    assert len(paths) > 6
    for path in paths:
        assert parts(site, path) == [(each, each == path) for each in paths]
        assert [link.get_text() for link in site.get(path).select(".site-nav [aria-current]")] == [section]


def test_a_refused_form_keeps_the_parts_in_sight(site: Site) -> None:
    site.sign_in(make_person(site.session, Role.MODERATOR))

    refused = site.post("/moderatie/woordvoerders", {"theme": "0", "person": "0"}, status=422)
    assert "fold--parts" in refused.get_data(as_text=True)


def test_a_page_outside_and_someone_without_the_role_see_no_parts(site: Site) -> None:
    site.sign_in(make_person(site.session, Role.MODERATOR))
    assert not parts(site, "/vragen")
    site.sign_in(make_person(site.session, Role.EXPERT))
    assert not parts(site, "/deskundigen")


@pytest.mark.sqlite_only
def test_the_own_menu_leads_experts_alone_to_their_profile(site: Site) -> None:
    for person, leads in ((make_expert(site.session), True), (make_person(site.session, Role.MODERATOR), False)):
        site.sign_in(person)
        links = [link["href"] for link in site.get("/vragen").select("details.menu a")]
        assert (f"/deskundigen/{person.id}" in links) is leads
