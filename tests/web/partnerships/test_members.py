"""Keeping who takes part in a partnership, and asking on their behalf."""

import pytest
from sqlalchemy import select

from samenspraak.people.kinds import OrganisationKind, Role
from samenspraak.people.models.account import Person
from samenspraak.people.models.organisation import Organisation, PartnershipMember
from samenspraak.questions.models.question import Question
from tests.factories.people import make_organisation, make_person, make_theme, organisation_of
from tests.support.site import Site

pytestmark = pytest.mark.sqlite_only


@pytest.fixture
def coordinator(site: Site) -> Person:
    person = make_person(site.session, Role.COORDINATOR)
    site.sign_in(person)
    return person


def address(site: Site, person: Person) -> str:
    return f"/samenwerkingsverbanden/{organisation_of(site.session, person).id}/aangesloten"


def test_a_coordinator_adds_a_board_that_is_new_and_one_that_is_known(site: Site, coordinator: Person) -> None:
    known = make_organisation(site.session, kind=OrganisationKind.MUNICIPALITY, name="Gemeente Zwolle")
    page = address(site, coordinator)

    site.post(page, {"name": "Stichting Catent", "kind": "school_board"})
    site.post(page, {"name": "gemeente zwolle", "kind": "municipality"})
    site.post(page, {"name": "gemeente zwolle", "kind": "municipality"})

    members = set(site.session.scalars(select(PartnershipMember.organisation_id)))
    assert len(members) == 2
    assert known.id in members
    assert "Stichting Catent" in site.get(page).get_text()


def test_what_is_missing_is_said_at_the_field(site: Site, coordinator: Person) -> None:
    refused = site.post(address(site, coordinator), {"name": " ", "kind": "school_board"}, status=422)

    assert "Vul de naam van de organisatie in." in refused.text


def test_a_member_is_taken_out_and_keeps_what_was_asked_for_it(site: Site, coordinator: Person) -> None:
    page = address(site, coordinator)
    site.post(page, {"name": "Stichting Catent", "kind": "school_board"})
    member = site.session.scalars(select(PartnershipMember.organisation_id)).one()

    site.post(f"{page}/{member}/weg")
    site.post(f"{page}/{member}/weg")

    assert site.session.scalars(select(PartnershipMember.organisation_id)).all() == []
    assert site.session.get(Organisation, member) is not None


def test_another_coordinator_keeps_no_members_here(site: Site, coordinator: Person) -> None:
    page = address(site, coordinator)
    site.sign_in(make_person(site.session, Role.COORDINATOR))

    site.get(page, status=403)
    site.post(page, {"name": "Stichting Catent", "kind": "school_board"}, status=403)


def test_an_administrator_keeps_members_of_all(site: Site, coordinator: Person) -> None:
    page = address(site, coordinator)
    site.sign_in(make_person(site.session, Role.ADMINISTRATOR))

    site.post(page, {"name": "Stichting Catent", "kind": "school_board"})


def test_one_asks_on_behalf_of_a_member_and_readers_see_it(site: Site, coordinator: Person) -> None:
    site.post(address(site, coordinator), {"name": "Stichting Catent", "kind": "school_board"})
    member = site.session.scalars(select(PartnershipMember.organisation_id)).one()
    theme = make_theme(site.session)
    form = site.get("/vragen/nieuw")
    assert [option.get_text() for option in form.select("#on_behalf_of option")] == [
        "Voor het samenwerkingsverband zelf",
        "Stichting Catent",
    ]

    typed = {
        "title": "Wie betaalt?",
        "body": "Wij weten het niet.",
        "themes": [str(theme.id)],
        "other_theme": "0",
        "sector": "po",
        "visibility": "signed_in",
        "organisation_id": str(organisation_of(site.session, coordinator).id),
        "on_behalf_of": str(member),
    }
    site.post("/vragen/nieuw", typed)

    question = site.session.scalars(select(Question)).one()
    assert question.on_behalf_of_id == member
    assert "namens Stichting Catent" in site.get(f"/vragen/{question.id}").get_text()
    other = make_organisation(site.session)
    refused = site.post("/vragen/nieuw", typed | {"title": "Nog een", "on_behalf_of": str(other.id)}, status=422)
    assert refused.text
