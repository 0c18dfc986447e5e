"""Naming who speaks for the ministry."""

import pytest
from sqlalchemy import select

from samenspraak.people.kinds import OrganisationKind, Role
from samenspraak.people.models.expert import ThemeSpokesperson
from tests.factories.people import make_expert, make_organisation, make_person, make_theme
from tests.support.site import Site

PATH = "/moderatie/woordvoerders"


def named(site: Site) -> list[tuple[int, int]]:
    rows = site.session.scalars(select(ThemeSpokesperson))
    return [(row.theme_id, row.person_id) for row in rows]


@pytest.mark.parametrize("role", [Role.MODERATOR, Role.ADMINISTRATOR])
def test_moderators_and_administrators_name_people_of_the_ministry(site: Site, role: Role) -> None:
    ministry = make_organisation(site.session, kind=OrganisationKind.MINISTRY, name="OCW")
    carla, theme = make_expert(site.session, organisation=ministry, name="Carla"), make_theme(site.session)
    stranger = make_expert(site.session, name="Stranger")
    site.sign_in(make_person(site.session, role, name="Mo Derator"))

    offered = [option.get_text() for option in site.get(PATH).select("#person option")]
    assert "Carla" in offered
    assert "Stranger" not in offered

    site.post(PATH, {"theme": theme.id, "person": stranger.id}, status=422)
    site.post(PATH, {"theme": "0", "person": "0"}, status=422)
    for _ in range(2):
        site.post(PATH, {"theme": theme.id, "person": carla.id})
    assert named(site) == [(theme.id, carla.id)]
    assert "Haal weg: Carla" in site.get(PATH).get_text()
    assert "aangewezen op 14 maart 2013 door Mo Derator" in site.get(PATH).get_text().replace("\N{NO-BREAK SPACE}", " ")

    site.post(f"{PATH}/{theme.id}/{carla.id}/weg")
    assert named(site) == []
