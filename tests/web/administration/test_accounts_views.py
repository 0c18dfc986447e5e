"""Accounts, kept by administrators."""

import pytest
from sqlalchemy import Engine, func, select

from samenspraak.people.actions.sessions import sign_in
from samenspraak.people.kinds import OrganisationKind, Role
from samenspraak.people.models.account import AccountLink, LoginSession, Person, RoleAssignment
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.people.models.organisation import Organisation
from tests.factories.accounts import ORIGIN, PASSWORD, make_account
from tests.factories.people import make_expert, make_organisation, make_person
from tests.support.site import NOON, Site
from tests.support.statements import statements_of


@pytest.fixture
def administrator(site: Site) -> Site:
    office = make_organisation(site.session, kind=OrganisationKind.MINISTRY, name="OCW", sector=None)
    site.sign_in(make_person(site.session, Role.ADMINISTRATOR, organisation=office, name="Zelf"))
    return site


def listed(site: Site, query: str = "") -> list[str]:
    return [head.get_text(strip=True) for head in site.get(f"/beheer/accounts{query}").select("th[scope=row]")]


def invitation(site: Site, **values: str) -> dict[str, str]:
    office = site.session.scalars(select(Organisation.id).where(Organisation.name == "OCW")).first()
    return {
        "name": "Roos",
        "email": "roos@swv.test",
        "organisation": str(office),
        "role": "coordinator",
        "group": "",
    } | values


def test_accounts_are_listed_and_filtered(administrator: Site) -> None:
    make_account(administrator.session, Role.COORDINATOR, name="Roos Lessenaar", email="roos@swv.test")
    make_expert(administrator.session, name="Xander")
    make_person(administrator.session, name="Bas").is_active = False

    assert listed(administrator) == ["Bas", "Roos Lessenaar", "Xander", "Zelf"]
    assert listed(administrator, "?zoek=ROOS@") == ["Roos Lessenaar"]
    assert listed(administrator, "?rol=expert") == ["Xander"]
    assert listed(administrator, "?stand=gesloten") == ["Bas"]
    text = administrator.get("/beheer/accounts").get_text(" ", strip=True)
    for standing in ("Gesloten", "Uitgenodigd", "Open"):
        assert standing in text


@pytest.mark.sqlite_only
def test_someone_is_invited_with_a_link(administrator: Site) -> None:
    administrator.get("/beheer/accounts/nieuw")

    response = administrator.post("/beheer/accounts/nieuw", invitation(administrator))

    person = administrator.session.scalars(select(Person).where(Person.email == "roos@swv.test")).one()
    assert response.location == f"/beheer/accounts/{person.id}"
    assert administrator.session.scalars(select(AccountLink.person_id)).all() == [person.id]
    assert "Roos is uitgenodigd." in administrator.get(response.location).get_text()


def test_an_expert_is_invited_with_a_group(administrator: Site) -> None:
    refused = administrator.post("/beheer/accounts/nieuw", invitation(administrator, role="expert"), 422)
    assert "namens wie de deskundige spreekt" in refused.text
    assert administrator.session.scalar(select(func.count()).select_from(AccountLink)) == 0

    administrator.post("/beheer/accounts/nieuw", invitation(administrator, role="expert", group="independent"))

    assert administrator.session.scalars(select(ExpertProfile.is_listed)).one() is False


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"email": "geen adres"}, "zoals naam@school.nl"),
        ({"email": "BEZET@swv.test"}, "Er is al een account"),
        ({"name": ""}, "Vul een naam in."),
        ({"organisation": "0"}, "Kies een organisatie uit de lijst."),
        ({"organisation": "999999"}, "Kies een organisatie uit de lijst."),
        ({"organisation": "x"}, "Kies een organisatie uit de lijst."),
        ({"role": "keizer"}, "error-summary"),
    ],
)
def test_a_wrong_invitation_is_told_at_the_form(administrator: Site, change: dict[str, str], said: str) -> None:
    make_person(administrator.session, email="bezet@swv.test")

    response = administrator.post("/beheer/accounts/nieuw", invitation(administrator, **change), 422)

    assert said in response.text
    assert administrator.session.scalar(select(func.count()).select_from(Person)) == 2


def test_closing_an_account_ends_its_sessions_and_can_be_undone(administrator: Site) -> None:
    person = make_account(administrator.session)
    sign_in(administrator.session, person.email, PASSWORD, ORIGIN, NOON, 12)
    path = f"/beheer/accounts/{person.id}"

    refused = administrator.post(f"{path}/sluiten", {"reason": " "}, 422)
    assert "Schrijf waarom u dit account sluit." in refused.text
    assert administrator.session.get_one(Person, person.id).is_active
    administrator.post(f"{path}/sluiten", {"reason": "Werkt hier niet meer."})

    page = administrator.get(path)
    assert page.select_one(f".remark form[action='{path}/heropenen']")
    assert administrator.session.scalars(select(LoginSession).where(LoginSession.person_id == person.id)).all() == []
    administrator.post(f"{path}/link", status=422)
    administrator.post(f"{path}/heropenen")
    assert administrator.session.get_one(Person, person.id).is_active


def test_a_link_is_sent_again_and_the_earlier_one_works_no_more(administrator: Site) -> None:
    administrator.post("/beheer/accounts/nieuw", invitation(administrator))
    person_id = administrator.session.scalars(select(AccountLink.person_id)).one()

    administrator.post(f"/beheer/accounts/{person_id}/link")

    used = administrator.session.scalars(select(AccountLink.used_at).order_by(AccountLink.used_at)).all()
    assert sorted(used, key=lambda moment: moment is None) == [NOON, None]


def test_roles_are_given_and_taken(administrator: Site) -> None:
    person = make_person(administrator.session)
    path = f"/beheer/accounts/{person.id}"
    office = invitation(administrator)["organisation"]

    administrator.post(f"{path}/rollen", {"organisation": office, "role": "moderator", "group": ""})
    assert "Moderator" in administrator.get(path).get_text()
    refused = administrator.post(f"{path}/rollen", {"organisation": office, "role": "expert", "group": ""}, 422)
    assert "namens wie" in refused.text
    assignments = administrator.session.scalars(select(RoleAssignment.id).where(RoleAssignment.person_id == person.id))
    for assignment_id in assignments.all():
        administrator.post(f"{path}/rollen/{assignment_id}/weg")

    assert "Moderator" not in administrator.get(path).get_text()


def test_a_role_on_the_word_of_a_colleague_is_found_and_confirmed(administrator: Site) -> None:
    colleague, person = make_expert(administrator.session), make_expert(administrator.session, name="Mirte Stempel")
    [role] = administrator.session.scalars(select(RoleAssignment).where(RoleAssignment.person_id == person.id)).all()
    role.admitted_by_id = colleague.id
    path = f"/beheer/accounts/{person.id}"

    assert "Bevestig de rol van 1 collega" in administrator.get("/").get_text()
    found = administrator.get("/beheer/accounts?stand=bevestigen").select("tbody tr")
    assert ["Mirte Stempel" in row.get_text() for row in found] == [True]
    confirming = f"{path}/rollen/{role.id}/bevestigen"
    assert administrator.get(path).select_one(f"form[action='{confirming}']")
    administrator.post(confirming.replace(str(person.id), str(colleague.id), 1), status=404)
    administrator.post(confirming)

    assert role.admitted_by_id is None
    assert "Bevestig de rol" not in administrator.get("/").get_text()
    assert not administrator.get(path).select(f"form[action='{confirming}']")


def test_name_and_address_are_changed(administrator: Site) -> None:
    person = make_person(administrator.session)
    path = f"/beheer/accounts/{person.id}"

    administrator.post(path, {"name": "Roos", "email": "Roos@swv.test"})
    assert administrator.session.get_one(Person, person.id).email == "roos@swv.test"

    response = administrator.post(path, {"name": "Roos", "email": "geen adres"}, 422)
    assert "geen adres" in response.text


def test_nobody_locks_themself_out(administrator: Site) -> None:
    own = administrator.session.scalars(select(Person).where(Person.name == "Zelf")).one()
    assignment_id = administrator.session.scalars(select(RoleAssignment.id)).one()
    path = f"/beheer/accounts/{own.id}"

    page = administrator.get(path)
    assert not page.select(f"form[action='{path}/sluiten'], form[action='{path}/rollen/{assignment_id}/weg']")
    administrator.post(f"{path}/sluiten", status=422)
    administrator.post(f"{path}/rollen/{assignment_id}/weg", status=422)


@pytest.mark.sqlite_only
def test_the_number_of_statements_does_not_grow_with_the_list(administrator: Site, engine: Engine) -> None:
    def count() -> int:
        with statements_of(engine) as statements:
            administrator.get("/beheer/accounts")
        return len(statements)

    for _ in range(10):
        make_person(administrator.session, Role.MEMBER, Role.MODERATOR)
    few = count()
    for _ in range(50):
        make_person(administrator.session, Role.MEMBER, Role.MODERATOR)

    assert count() == few <= 25


@pytest.mark.sqlite_only
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_nobody_else_gets_in(site: Site, role: Role) -> None:
    person = make_account(site.session)
    site.sign_in(make_person(site.session, role))
    path = f"/beheer/accounts/{person.id}"

    for page in ("/beheer/accounts", "/beheer/accounts/nieuw", path):
        site.get(page, 403)
    for act in ("", "/sluiten", "/heropenen", "/link", "/rollen", "/rollen/1/weg"):
        site.post(path + act, {"name": "Kaper", "email": "kaper@kwaad.test"}, 403)
    assert site.session.get_one(Person, person.id).name != "Kaper"
