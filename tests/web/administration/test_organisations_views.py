"""Organisations, kept by administrators."""

import pytest
from sqlalchemy import Engine, func, select

from samenspraak.people.kinds import OrganisationKind, Role, Sector
from samenspraak.people.models.organisation import Organisation
from tests.factories.people import make_organisation, make_person
from tests.support.site import Site
from tests.support.statements import statements_of

FILLED = {
    "kind": "partnership",
    "name": "",
    "code": "po 26-01",
    "sector": "po",
    "province": "Utrecht",
    "municipalities": "Utrecht\r\n Zeist \r\n\r\nUtrecht",
    "is_active": "y",
}


@pytest.fixture
def administrator(site: Site) -> Site:
    office = make_organisation(site.session, kind=OrganisationKind.MINISTRY, name="OCW", sector=None)
    site.sign_in(make_person(site.session, Role.ADMINISTRATOR, organisation=office))
    return site


def listed(site: Site, query: str = "") -> list[str]:
    return [head.get_text(" ", strip=True) for head in site.get(f"/beheer{query}").select("th[scope=row]")]


def test_organisations_are_listed_and_filtered(administrator: Site) -> None:
    session = administrator.session
    make_organisation(
        session, name="", code="PO2601", province="Utrecht", municipalities=["Utrecht", "Zeist", "Bunnik"]
    )
    make_organisation(session, name="Zeeland", code="VO2901", sector=Sector.SECONDARY, province="Zeeland")
    make_organisation(session, kind=OrganisationKind.SECTOR_COUNCIL, name="PO-Raad", is_active=False)

    assert listed(administrator) == ["PO 26-01 (Utrecht, Zeist)", "Zeeland", "OCW", "PO-Raad (gesloten)"]
    assert listed(administrator, "?soort=ministry") == ["OCW"]
    assert listed(administrator, "?sector=vo") == ["Zeeland"]
    assert listed(administrator, "?provincie=Utrecht") == ["PO 26-01 (Utrecht, Zeist)"]
    assert listed(administrator, "?zoek=PO+26-01") == ["PO 26-01 (Utrecht, Zeist)"]
    assert len(listed(administrator, "?soort=x&provincie=%00&zoek=%00")) == 4
    assert not administrator.get("/beheer?soort=x").select(".field__error")
    page = administrator.get("/beheer?zoek=niets&soort=ministry")
    assert "Geen organisatie past" in page.get_text()
    assert page.select_one("a.chip[href='/beheer?soort=ministry']")


def test_a_partnership_is_added_by_its_code_and_named_later(administrator: Site) -> None:
    administrator.post("/beheer/organisaties/nieuw", FILLED)

    added = administrator.session.scalars(select(Organisation).where(Organisation.code == "PO2601")).one()
    assert added.municipalities == ["Utrecht", "Zeist"]
    path = f"/beheer/organisaties/{added.id}"
    assert "Utrecht\nZeist" in administrator.get(path).select_one("textarea").get_text()
    administrator.post(path, FILLED | {"name": "Utrecht PO", "is_active": ""})
    assert listed(administrator) == ["Utrecht PO (gesloten)", "OCW"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"code": "XX2601"}, "zoals PO2601"),
        ({"code": ""}, "Vul een naam in."),
        ({"code": "PO2699"}, "Er is al een samenwerkingsverband"),
        ({"kind": "pretpark"}, "error-summary"),
        ({"name": "x" * 201}, "hoogstens 200 tekens"),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(administrator: Site, change: dict[str, str], said: str) -> None:
    make_organisation(administrator.session, code="PO2699")

    response = administrator.post("/beheer/organisaties/nieuw", {**FILLED, **change}, 422)

    assert said in response.text
    assert "Zeist" in response.text
    assert administrator.session.scalar(select(func.count()).select_from(Organisation)) == 2


@pytest.mark.sqlite_only
def test_the_number_of_statements_does_not_grow_with_the_list(administrator: Site, engine: Engine) -> None:
    def count() -> int:
        with statements_of(engine) as statements:
            administrator.get("/beheer")
        return len(statements)

    for _ in range(10):
        make_organisation(administrator.session)
    few = count()
    for _ in range(50):
        make_organisation(administrator.session)

    assert count() == few <= 25
    assert len(listed(administrator)) == 25


@pytest.mark.sqlite_only
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_nobody_else_gets_in(site: Site, role: Role) -> None:
    organisation = make_organisation(site.session, code="PO2601")
    site.sign_in(make_person(site.session, role))

    for path in ("/beheer", "/beheer/organisaties/nieuw", f"/beheer/organisaties/{organisation.id}"):
        site.get(path, 403)
        site.post(path, FILLED, 405 if path == "/beheer" else 403)
    assert site.session.get_one(Organisation, organisation.id).province == ""


@pytest.mark.sqlite_only
def test_an_organisation_that_is_not_there_is_not_there(administrator: Site) -> None:
    administrator.get("/beheer/organisaties/999999", 404)
