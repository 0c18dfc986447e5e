"""The table of school holidays, kept by administrators."""

import datetime as dt

import pytest
from sqlalchemy import Engine, select

from samenspraak.calendar.models import SchoolHoliday
from samenspraak.people.kinds import OrganisationKind, Region, Role
from samenspraak.people.models.organisation import Organisation
from tests.factories.calendar import make_holiday
from tests.factories.people import make_organisation, make_person
from tests.support.site import Site
from tests.support.statements import statements_of

pytestmark = pytest.mark.sqlite_only

FILLED = {
    "school_year": "2012-2013",
    "region": "noord",
    "school_break": "mei",
    "sector": "both",
    "first_day": "2013-04-27",
    "last_day": "05-05-2013",
    "source": "Regeling",
}


@pytest.fixture
def administrator(site: Site) -> Site:
    site.sign_in(make_person(site.session, Role.ADMINISTRATOR))
    return site


def test_a_holiday_is_added_changed_and_removed(administrator: Site) -> None:
    empty = administrator.get("/beheer/vakanties").get_text()
    assert "nog geen vakanties bekend" in empty

    administrator.post("/beheer/vakanties/nieuw", FILLED)

    holiday = administrator.session.scalars(select(SchoolHoliday)).one()
    assert (holiday.first_day, holiday.last_day) == (dt.date(2013, 4, 27), dt.date(2013, 5, 5))
    page = administrator.get("/beheer/vakanties")
    assert "27\xa0april 2013 tot en met 5\xa0mei 2013" in page.get_text()
    gap = page.select_one("a[href*='regio=zuid']")
    filled_in = administrator.get(gap["href"])
    assert filled_in.select_one("#region option[selected]")["value"] == "zuid"
    assert filled_in.select_one("#school_break option[selected]")["value"] == "mei"
    path = f"/beheer/vakanties/{holiday.id}"
    administrator.post(path, FILLED | {"last_day": "2013-05-12"})
    assert "12\xa0mei 2013" in administrator.get("/beheer/vakanties").get_text()
    administrator.post(f"{path}/weg")
    assert administrator.session.scalars(select(SchoolHoliday)).all() == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"first_day": ""}, "Vul de eerste dag in"),
        ({"first_day": "morgen"}, "Vul een dag in, zoals"),
        ({"last_day": "2013-04-01"}, "ligt voor de eerste"),
        ({"first_day": "2013-02-20", "last_day": "2013-03-01"}, "overlappen"),
        ({"school_break": "voorjaar"}, "staat al in de tabel"),
        ({"school_year": "1850-1851"}, "error-summary"),
        ({"source": "x" * 501}, "hoogstens 500 tekens"),
    ],
)
def test_what_is_wrong_is_told_at_the_field(administrator: Site, change: dict[str, str], said: str) -> None:
    make_holiday(administrator.session)

    response = administrator.post("/beheer/vakanties/nieuw", FILLED | change, 422)

    assert said in response.text


def test_the_page_warns_when_a_table_ends_within_a_year(administrator: Site) -> None:
    for region in Region:
        make_holiday(administrator.session, region=region)
    assert "loopt binnen een jaar af" in administrator.get("/beheer/vakanties").get_text()
    for region in Region:
        far = {"school_year": "2013-2014", "first_day": dt.date(2014, 4, 26), "last_day": dt.date(2014, 5, 4)}
        make_holiday(administrator.session, region=region, **far)

    assert "loopt binnen een jaar af" not in administrator.get("/beheer/vakanties").get_text()


def test_the_page_takes_as_many_statements_for_more_holidays(administrator: Site, engine: Engine) -> None:
    make_holiday(administrator.session)
    with statements_of(engine) as few:
        administrator.get("/beheer/vakanties")
    for region in (Region.MIDDLE, Region.SOUTH):
        make_holiday(administrator.session, region=region)
    with statements_of(engine) as many:
        administrator.get("/beheer/vakanties")
    assert len(few) == len(many)


def test_an_organisation_gets_its_region_by_its_largest_municipality_or_by_choice(administrator: Site) -> None:
    filled = {"kind": "partnership", "name": "Rivierenland", "province": "Gelderland", "sector": "po"}
    filled["municipalities"] = "Tiel"
    administrator.post("/beheer/organisaties/nieuw", filled | {"holiday_region": ""})
    added = administrator.session.scalars(select(Organisation).where(Organisation.name == "Rivierenland")).one()
    assert added.holiday_region is Region.MIDDLE

    administrator.post(f"/beheer/organisaties/{added.id}", filled | {"holiday_region": "zuid"})

    administrator.session.refresh(added)
    assert added.holiday_region is Region.SOUTH
    page = administrator.get(f"/beheer/organisaties/{added.id}")
    assert page.select_one("#holiday_region option[selected]")["value"] == "zuid"
    council = make_organisation(administrator.session, kind=OrganisationKind.SECTOR_COUNCIL, province="Utrecht")
    assert council.holiday_region is None


def test_each_holiday_is_listed_with_its_source(administrator: Site) -> None:
    for region in (Region.NORTH, Region.SOUTH):
        make_holiday(administrator.session, region=region, source="Regeling van 2010")
    make_holiday(administrator.session, region=Region.MIDDLE, source="")
    page = administrator.get("/beheer/vakanties?schooljaar=2012-2013")
    listed = [" ".join(each.get_text().split()) for each in page.select("section[aria-labelledby=bronnen] li")]
    assert [each for each in listed if each.endswith("(Noord, Zuid) Regeling van 2010")]
    assert [each for each in listed if each.endswith("(Midden) Geen bron ingevuld")]


def test_public_holidays_of_the_school_year_are_shown_with_their_source(administrator: Site) -> None:
    page = administrator.get("/beheer/vakanties")
    section = page.select_one("section[aria-labelledby=feestdagen]")
    days = [(row.th.get_text(), row.td.get_text()) for row in section.select("tbody tr")]
    assert days[0] == ("Eerste kerstdag", "25\xa0december 2012")
    assert ("Koninginnedag", "30\xa0april 2013") in days
    assert days[-1] == ("Tweede pinksterdag", "20\xa0mei 2013")
    assert "“holidays” voor Nederland" in section.get_text()
