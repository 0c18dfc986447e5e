"""The pages on partnerships: the list, one of them, and what it tells of its work."""

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import func, select

from samenspraak.core.outbox import OutboxRow
from samenspraak.people.kinds import Role, Sector
from samenspraak.people.models.organisation import Experience
from samenspraak.questions.kinds import Visibility
from tests.factories.experiences import make_experience
from tests.factories.people import make_organisation, make_person, make_theme, organisation_of
from tests.factories.questions import make_question
from tests.support.site import Site


def titles(page: BeautifulSoup) -> list[str]:
    return [each.get_text(strip=True) for each in page.select(".row__title")]


def next_of(page: BeautifulSoup) -> str:
    link = page.select_one("a[rel=next]")
    assert link is not None
    return str(link["href"])


def test_partnerships_are_found_by_name_code_municipality_sector_and_theme(site: Site) -> None:
    session = site.session
    theme = make_theme(session, "zorgplicht", "Zorgplicht")
    brug = make_organisation(session, name="SWV De Brug", municipalities=["Súdwest-Fryslân"], province="Friesland")
    vlinder = make_organisation(session, name="SWV De Vlinder", code="VO2601", sector=Sector.SECONDARY)
    make_experience(session, vlinder, themes=[theme])
    make_organisation(session, name="SWV Weg", is_active=False)
    site.sign_in(make_person(session))

    assert {brug.title, vlinder.title} <= set(titles(site.get("/samenwerkingsverbanden")))
    assert titles(site.get("/samenwerkingsverbanden"))[0] == vlinder.title
    assert "SWV Weg" not in titles(site.get("/samenwerkingsverbanden"))
    for query, found in {
        "naam=brug": brug,
        "naam=Súdwest": brug,
        "naam=VO+26-01": vlinder,
        "sector=vo": vlinder,
        "provincie=Friesland": brug,
        "thema=zorgplicht": vlinder,
    }.items():
        assert titles(site.get(f"/samenwerkingsverbanden?{query}")) == [found.title], query
    assert "Haal een filter weg" in site.get("/samenwerkingsverbanden?naam=bestaatniet").get_text()


def test_the_list_goes_on_from_a_row_with_or_without_a_code_and_new_ones_move_nothing(site: Site) -> None:
    session = site.session
    viewer = make_person(session, organisation=make_organisation(session, code="PO0001", name="SWV Nul"))
    rich = make_organisation(session, name="SWV Rijk")
    make_experience(session, rich)
    with_code = [make_organisation(session, code=f"PO{number}", name=f"SWV {number}") for number in range(1001, 1025)]
    without = [make_organisation(session, name=f"SWV {number:03} {'ë' * 195}") for number in range(27)]
    own = viewer.assignments[0].organisation
    expected = [each.title for each in (rich, own, *with_code, *without)]
    site.sign_in(viewer)

    first = site.get("/samenwerkingsverbanden?sector=po")
    make_experience(session, without[-1])
    second = site.get(next_of(first))
    third = site.get(next_of(second))

    assert titles(first) + titles(second) + titles(third) == expected[:-1]
    back = third.select_one("a[rel=prev]")
    assert back is not None
    assert titles(site.get(str(back["href"]))) == titles(second)
    assert "sector=po" in next_of(first)
    assert third.select_one("a[rel=next]") is None


@pytest.mark.sqlite_only
@pytest.mark.parametrize("place", ["na=x", "na=W10", "voor=%00", "na=WzEsIDJd", "na=" + "A" * 900, "pagina=2"])
def test_what_is_no_place_in_the_list_shows_its_beginning(site: Site, place: str) -> None:
    site.sign_in(make_person(site.session))

    assert len(titles(site.get(f"/samenwerkingsverbanden?{place}"))) == 1


def test_the_page_shows_open_questions_and_no_anonymous_or_restricted_one_to_anyone(site: Site) -> None:
    asker = make_person(site.session, Role.COORDINATOR)
    partnership = organisation_of(site.session, asker)
    for values in (
        {"title": "Openlijk gevraagd"},
        {"title": "Anoniem gevraagd", "is_anonymous": True},
        {"title": "Besloten gevraagd", "visibility": Visibility.RESTRICTED},
    ):
        make_question(site.session, asker=asker, **values)
    seen = {}
    for who in (make_person(site.session), asker, make_person(site.session, Role.MODERATOR)):
        site.sign_in(who)
        seen[who.id] = titles(site.get(f"/samenwerkingsverbanden/{partnership.id}"))

    assert all("Openlijk gevraagd" in found for found in seen.values())
    assert not any("Anoniem gevraagd" in found for found in seen.values())
    assert "Besloten gevraagd" not in next(iter(seen.values()))


@pytest.mark.sqlite_only
def test_an_anonymous_question_makes_no_difference_to_the_page_of_its_partnership(site: Site) -> None:
    asker = make_person(site.session, Role.COORDINATOR)
    path = f"/samenwerkingsverbanden/{organisation_of(site.session, asker).id}"
    site.sign_in(make_person(site.session))
    before = site.get(path).get_text()

    make_question(site.session, asker=asker, is_anonymous=True)

    assert site.get(path).get_text() == before


def test_a_coordinator_adds_changes_and_removes_an_experience(site: Site) -> None:
    theme, person = make_theme(site.session, label="Zorgplicht"), make_person(site.session, Role.COORDINATOR)
    partnership = organisation_of(site.session, person)
    site.sign_in(person)
    add = f"/samenwerkingsverbanden/{partnership.id}/ervaringen/nieuw"
    values = {"title": "Een loket", "body": "Ouders **bellen**.", "themes": theme.id, "is_open_to_contact": "y"}

    assert "Kies ten minste één thema" in site.post(add, {"title": "Een loket", "body": "x"}, status=422).text
    site.get(add)
    response = site.post(add, {**values, "submission": "sleutel"})
    site.post(add, {**values, "submission": "sleutel"})
    [experience] = site.session.scalars(select(Experience)).all()
    assert response.location == f"/samenwerkingsverbanden/{partnership.id}#ervaring-{experience.id}"
    article = site.get(f"/samenwerkingsverbanden/{partnership.id}").select_one(f"#ervaring-{experience.id}")
    assert article is not None
    assert "Ouders bellen." in article.get_text()
    assert site.session.scalar(select(func.count()).where(OutboxRow.effect == "index_experience"))

    edit = f"/ervaringen/{experience.id}/bewerken"
    site.post(edit, {**values, "title": "Twee loketten", "version": 1})
    page = site.post(edit, {**values, "title": "Drie loketten", "version": 1}, status=422).text
    assert "Een collega wijzigde deze ervaring" in page
    assert experience.title == "Twee loketten"
    site.post(f"/ervaringen/{experience.id}/weg")
    assert site.session.scalars(select(Experience)).all() == []


def test_the_form_is_sent_as_a_browser_sends_it_with_all_its_hidden_fields(site: Site) -> None:
    theme, person = make_theme(site.session), make_person(site.session, Role.COORDINATOR)
    site.sign_in(person)
    add = f"/samenwerkingsverbanden/{organisation_of(site.session, person).id}/ervaringen/nieuw"
    hidden = {str(each["name"]): str(each.get("value", "")) for each in site.get(add).select("main [type=hidden]")}

    site.post(add, {**hidden, "title": "Een loket", "body": "Ouders bellen.", "themes": theme.id})

    assert site.session.scalars(select(Experience.title)).all() == ["Een loket"]


@pytest.mark.sqlite_only
def test_a_form_is_the_one_loud_act_of_its_page(site: Site) -> None:
    person = make_person(site.session, Role.COORDINATOR)
    site.sign_in(person)

    page = site.get(f"/samenwerkingsverbanden/{organisation_of(site.session, person).id}/ervaringen/nieuw")

    ask = page.select_one("header a[href='/vragen/nieuw']")
    assert ask is not None
    assert "button--quiet" in ask["class"]


@pytest.mark.sqlite_only
def test_a_pupils_number_is_refused_at_the_field(site: Site) -> None:
    theme, person = make_theme(site.session), make_person(site.session, Role.COORDINATOR)
    site.sign_in(person)

    add = f"/samenwerkingsverbanden/{organisation_of(site.session, person).id}/ervaringen/nieuw"
    page = site.post(add, {"title": "Een loket", "body": "Het gaat om 111222333.", "themes": theme.id}, status=422)

    assert "burgerservicenummer" in page.text
    assert site.session.scalars(select(Experience)).all() == []


@pytest.mark.sqlite_only
@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.MEMBER, Role.EXPERT])
def test_nobody_else_writes_for_a_partnership(site: Site, role: Role) -> None:
    experience = make_experience(site.session)
    site.sign_in(make_person(site.session, role))

    site.get(f"/ervaringen/{experience.id}/bewerken", status=403)
    site.post(f"/ervaringen/{experience.id}/weg", status=403)
    add = f"/samenwerkingsverbanden/{experience.organisation_id}/ervaringen/nieuw"
    site.get(add, status=403)


@pytest.mark.sqlite_only
def test_a_moderator_may_remove_what_should_not_stand_there(site: Site) -> None:
    experience = make_experience(site.session)
    site.sign_in(make_person(site.session, Role.MODERATOR))

    site.post(f"/ervaringen/{experience.id}/weg")

    assert site.session.scalars(select(Experience)).all() == []
