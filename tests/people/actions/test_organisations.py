"""Adding and changing organisations, and taking over the areas of partnerships."""

import dataclasses

import pytest
from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid
from samenspraak.people.actions.organisations import OrganisationDraft, add_organisation, edit_organisation
from samenspraak.people.actions.partnerships import Taken, import_partnerships
from samenspraak.people.events import ExperienceChanged, ProfileChanged
from samenspraak.people.kinds import OrganisationKind, Sector
from samenspraak.people.models.organisation import Organisation
from samenspraak.people.partnership_file import read_partnerships
from samenspraak.people.queries.organisations import OrganisationFilters, list_organisations, list_provinces
from tests.factories.experiences import make_experience
from tests.factories.people import make_expert, make_organisation
from tests.support.site import NOON

DRAFT = OrganisationDraft(OrganisationKind.PARTNERSHIP, name="", code="po 26-01", sector=Sector.PRIMARY)


def take(session: Session, text: str) -> Taken:
    taken = import_partnerships(session, read_partnerships(text.encode()).areas)
    session.expire_all()
    return taken


def one(session: Session, code: str) -> Organisation:
    return session.scalars(select(Organisation).where(Organisation.code == code)).one()


def test_a_partnership_may_have_a_code_before_a_name(session: Session) -> None:
    added = add_organisation(session, None, dataclasses.replace(DRAFT, municipalities=("Utrecht", "Zeist")), NOON)

    assert added.code == "PO2601"
    assert added.title == "PO 26-01 (Utrecht, Zeist)"
    assert (
        edit_organisation(session, None, added.id, dataclasses.replace(DRAFT, name="Utrecht PO"), NOON).title
        == "Utrecht PO"
    )


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"code": "XX2601"}, "code"),
        ({"code": "PO2699"}, "code"),
        ({"kind": OrganisationKind.MINISTRY}, "code"),
        ({"kind": OrganisationKind.MINISTRY, "code": ""}, "name"),
        ({"code": ""}, "name"),
    ],
)
def test_a_wrong_organisation_is_refused_at_its_field(session: Session, change: dict[str, object], field: str) -> None:
    make_organisation(session, code="PO2699")

    with pytest.raises(Invalid) as refused:
        add_organisation(session, None, dataclasses.replace(DRAFT, **change), NOON)

    assert refused.value.field == field


def test_an_organisation_shown_at_experts_tells_that_they_changed(session: Session) -> None:
    organisation = make_organisation(session, kind=OrganisationKind.SECTOR_COUNCIL)
    expert = make_expert(session, organisation=organisation)

    edit_organisation(
        session, None, organisation.id, OrganisationDraft(OrganisationKind.SECTOR_COUNCIL, "PO-Raad"), NOON
    )

    assert session.info["samenspraak.events"] == [ProfileChanged(expert.id)]


def test_a_partnership_shown_at_what_it_worked_out_tells_that_it_changed(session: Session) -> None:
    partnership = make_organisation(session, code="PO2601")
    experience = make_experience(session, partnership)

    edit_organisation(session, None, partnership.id, dataclasses.replace(DRAFT, name="Utrecht PO"), NOON)

    assert ExperienceChanged(experience.id) in session.info["samenspraak.events"]


def test_organisations_are_found_by_kind_sector_province_name_and_code(session: Session) -> None:
    make_organisation(session, name="", code="PO2601", province="Utrecht")
    make_organisation(session, name="Zeeland VO", code="VO2901", sector=Sector.SECONDARY, province="Zeeland")
    make_organisation(session, kind=OrganisationKind.MINISTRY, name="OCW", sector=None)

    def codes(**filters: object) -> list[str]:
        return [
            each.code or each.name for each in list_organisations(session, OrganisationFilters(**filters), 0, 25)[0]
        ]

    assert codes() == ["PO2601", "VO2901", "OCW"]
    assert codes(kind=OrganisationKind.MINISTRY) == ["OCW"]
    assert codes(sector=Sector.SECONDARY) == ["VO2901"]
    assert codes(province="Utrecht") == ["PO2601"]
    assert codes(text="po 26-01") == ["PO2601"]
    assert codes(text="zeeland") == ["VO2901"]
    assert list(list_provinces(session)) == ["Utrecht", "Zeeland"]


def test_taking_over_twice_changes_nothing(session: Session) -> None:
    text = "code,provincie,gemeenten\nPO2601,Utrecht,Utrecht; Zeist\nVO2601,Utrecht,Utrecht\n"

    assert take(session, text) == Taken(new=2)
    assert take(session, text) == Taken(unchanged=2)


def test_a_whole_list_replaces_and_single_municipalities_add_at_the_end(session: Session) -> None:
    take(session, "code,gemeenten\nPO2601,Utrecht; Zeist\n")

    assert take(session, "code,gemeente\nPO2601,Bunnik\nPO2601,Zeist\n") == Taken(changed=1)
    assert one(session, "PO2601").municipalities == ["Utrecht", "Zeist", "Bunnik"]
    assert take(session, "code,gemeenten\nPO2601,Utrecht; Bunnik\n") == Taken(changed=1)
    assert one(session, "PO2601").municipalities == ["Utrecht", "Bunnik"]


def test_a_name_entered_by_an_administrator_stays(session: Session) -> None:
    take(session, "code,naam\nPO2601,\nPO2602,Naam uit bestand\n")
    one(session, "PO2601").name = "Eigen naam"

    take(session, "code,naam\nPO2601,Naam uit bestand\nPO2602,\n")
    take(session, "code,gemeenten\nPO2601,Utrecht\n")

    assert one(session, "PO2601").name == "Eigen naam"
    assert one(session, "PO2602").name == "Naam uit bestand"
