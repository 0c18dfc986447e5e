"""The desk as its people see it: the queue, one question, and what they do with it."""

import datetime as dt

import pytest
from sqlalchemy import Engine, select

from samenspraak.people.kinds import OrganisationKind, Role, Sector
from samenspraak.people.models.account import Person
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.question import Question
from samenspraak.routing.kinds import DeskCaseState
from samenspraak.routing.models.desk import Desk, DeskCase
from tests.factories.desks import make_case, make_colleague, make_desk
from tests.factories.people import make_expert, make_organisation, make_person
from tests.factories.questions import make_question
from tests.support.site import NOON, Site
from tests.support.statements import statements_of

pytestmark = pytest.mark.sqlite_only


@pytest.fixture
def desk(site: Site) -> Desk:
    return make_desk(site.session)


@pytest.fixture
def anna(site: Site, desk: Desk) -> Person:
    return make_colleague(site.session, desk, name="Anna")


@pytest.fixture
def bram(site: Site, desk: Desk) -> Person:
    return make_colleague(site.session, desk, name="Bram")


@pytest.fixture
def question(site: Site) -> Question:
    return make_question(site.session, title="Wie geeft de verklaring af?", visibility=Visibility.RESTRICTED)


def listed(site: Site, query: str = "") -> list[str]:
    return [row.get_text(strip=True) for row in site.get(f"/bureau{query}").select(".row__title")]


def test_a_colleague_finds_the_desk_in_the_menu_and_takes_a_question(
    site: Site, desk: Desk, anna: Person, bram: Person, question: Question
) -> None:
    case = make_case(site.session, desk, question)
    site.sign_in(anna)
    menu = site.get("/").select_one(".menu a[href='/bureau']")
    assert menu.get_text(" ", strip=True) == "Bureau 1 wachten op een reactie"
    assert listed(site) == ["Wie geeft de verklaring af?"]

    site.post(f"/bureau/vragen/{question.id}/oppakken")

    page = site.get(f"/bureau/vragen/{question.id}")
    assert "U pakt deze vraag op." in page.get_text()
    assert listed(site, "?stapel=mij") == ["Wie geeft de verklaring af?"]
    site.sign_in(bram)
    assert "Anna" in site.get("/bureau").get_text()
    site.post(f"/bureau/vragen/{question.id}/oppakken")
    assert "Een collega was u voor." in site.get(f"/bureau/vragen/{question.id}").get_text()
    site.session.refresh(case)
    assert case.assigned_to_id == anna.id


def test_a_question_is_given_to_a_colleague_and_put_back(
    site: Site, desk: Desk, anna: Person, bram: Person, question: Question
) -> None:
    case = make_case(site.session, desk, question)
    site.sign_in(anna)
    path = f"/bureau/vragen/{question.id}"

    assert "Kies een collega uit de lijst." in site.post(f"{path}/geven", {"person": "0"}, 422).text
    assert "Kies een collega uit de lijst." in site.post(f"{path}/geven", {"person": question.asker_id}, 422).text
    site.post(f"{path}/geven", {"person": bram.id})

    page = site.get(path).get_text()
    assert "Bram heeft de vraag nu" in page
    assert "Anna gaf de vraag aan Bram" in page
    site.sign_in(bram)
    assert "gaf u deze vraag om op te pakken" in site.get("/postvak").get_text()
    site.post(f"{path}/terugleggen")
    site.session.refresh(case)
    assert case.assigned_to_id is None


def test_who_gives_a_question_to_themselves_is_told_that_they_have_it(
    site: Site, desk: Desk, anna: Person, question: Question
) -> None:
    make_case(site.session, desk, question)
    site.sign_in(anna)
    path = f"/bureau/vragen/{question.id}"

    site.post(f"{path}/geven", {"person": anna.id})

    page = site.get(path).get_text()
    assert "U pakt deze vraag op." in page
    assert "krijgt bericht" not in page


def test_a_question_is_passed_on_with_a_reason_and_is_done(
    site: Site, desk: Desk, anna: Person, question: Question
) -> None:
    question.visibility = Visibility.SIGNED_IN
    make_case(site.session, desk, question)
    site.sign_in(anna)
    path = f"/bureau/vragen/{question.id}"

    assert "Schrijf waarom" in site.post(f"{path}/doorgeven", {"reason": " "}, 422).text
    assert "burgerservicenummer" in site.post(f"{path}/doorgeven", {"reason": "Het BSN is 111222333."}, 422).text
    site.post(f"{path}/doorgeven", {"reason": "Dit is aan het ministerie."})

    assert listed(site) == []
    assert listed(site, "?stapel=klaar") == ["Wie geeft de verklaring af?"]
    page = site.get(path)
    assert "Dit is aan het ministerie." in page.get_text()
    assert not page.select("form[action$=doorgeven]")
    site.post(f"{path}/oppakken")
    assert "niet meer bij het bureau" in site.get(path).get_text()


def test_a_colleague_invites_an_expert_for_what_the_desk_has_in_hand(
    site: Site, desk: Desk, anna: Person, question: Question
) -> None:
    case = make_case(site.session, desk, question)
    expert = make_expert(site.session, name="Dirk")
    site.sign_in(anna)
    link = site.get(f"/bureau/vragen/{question.id}").select_one(f"a[href^='/vragen/{question.id}/deskundigen']")

    site.get(link["href"])
    site.post(f"/vragen/{question.id}/deskundigen", {"experts": str(expert.id), "note": ""})

    site.session.refresh(case)
    assert case.state is DeskCaseState.RESPONDED
    assert listed(site, "?stapel=gereageerd") == ["Wie geeft de verklaring af?"]


def test_nobody_else_finds_the_desk(site: Site, desk: Desk, anna: Person, question: Question) -> None:
    make_case(site.session, desk, question)
    assert anna
    for stranger in (make_expert(site.session), question.asker):
        site.sign_in(stranger)
        assert site.get("/").select(".menu a[href='/bureau']") == []
        site.get("/bureau", 404)
        site.get("/bureau/cijfers", 404)
        site.get(f"/bureau/vragen/{question.id}", 404)
        site.post(f"/bureau/vragen/{question.id}/doorgeven", {"reason": "Omdat"}, 404)


def test_a_moderator_sees_all_desks_and_one_of_two_desks_sees_only_its_own(
    site: Site, desk: Desk, anna: Person, question: Question
) -> None:
    council = make_organisation(
        site.session, kind=OrganisationKind.SECTOR_COUNCIL, name="VO-raad", sector=Sector.SECONDARY
    )
    other = make_desk(site.session, organisation=council)
    make_case(site.session, desk, question)
    site.sign_in(make_person(site.session, Role.MODERATOR))

    page = site.get("/bureau")
    assert [each.get_text(" ", strip=True) for each in page.select("nav[aria-label=Bureaus] a")] == [
        "PO-Raad 1",
        "VO-raad 0",
    ]
    assert page.select("form[action$=oppakken]") == []
    assert listed(site, f"?bureau={other.organisation_id}") == []
    site.sign_in(anna)
    site.get(f"/bureau?bureau={other.organisation_id}", 404)


def test_an_anonymous_asker_is_known_at_the_desk_and_told_apart(
    site: Site, desk: Desk, anna: Person, question: Question
) -> None:
    question.is_anonymous, partnership = True, question.organisation.title
    make_case(site.session, desk, question)
    site.sign_in(anna)

    page = site.get(f"/bureau/vragen/{question.id}").get_text()

    assert partnership in page
    assert "Anoniem gesteld." in page


def test_the_agreement_is_changed_by_administrators_and_moderators(site: Site, desk: Desk) -> None:
    path = f"/bureau/{desk.organisation_id}/afspraak"
    site.sign_in(make_person(site.session, Role.MODERATOR))

    assert "1 tot en met 30" in site.post(path, {"is_open": "y", "working_days": "31"}, 422).text
    assert "heel getal" in site.post(path, {"is_open": "y", "working_days": "drie"}, 422).text
    site.post(path, {"is_open": "y", "working_days": "3"})

    site.session.refresh(desk)
    assert desk.working_days_to_respond == 3
    assert "binnen 3 werkdagen" in site.get("/bureau").get_text()


def test_an_administrator_opens_the_first_desk_of_a_council(site: Site) -> None:
    council = make_organisation(site.session, kind=OrganisationKind.SECTOR_COUNCIL, name="VO-raad")
    partnership = make_organisation(site.session)
    site.sign_in(make_person(site.session, Role.ADMINISTRATOR))
    assert "geen bureau" in site.get("/beheer/bureaus").get_text()

    site.get(f"/bureau/{partnership.id}/afspraak", 404)
    site.post(f"/bureau/{council.id}/afspraak", {"is_open": "y", "working_days": "4"})

    opened = site.session.scalars(select(Desk)).one()
    assert (opened.organisation_id, opened.is_open, opened.working_days_to_respond) == (council.id, True, 4)
    assert "binnen 4 werkdagen" in site.get("/beheer/bureaus").get_text()


def test_the_figures_say_what_became_of_what_came_in(site: Site, desk: Desk, anna: Person, bram: Person) -> None:
    arrived = dt.datetime(2013, 3, 4, 9, tzinfo=dt.UTC)
    came = {"arrived_at": arrived, "respond_by": arrived + dt.timedelta(days=7)}
    for days, state in ((1, DeskCaseState.CLOSED), (3, DeskCaseState.RESPONDED), (8, DeskCaseState.RESPONDED)):
        make_case(
            site.session,
            desk,
            make_question(site.session),
            state=state,
            responded_at=arrived + dt.timedelta(days=days),
            assigned_to_id=anna.id,
            **came,
        )
    make_case(site.session, desk, make_question(site.session), state=DeskCaseState.TIMED_OUT, **came)
    make_case(site.session, desk, make_question(site.session), state=DeskCaseState.PASSED_ON, **came)
    make_case(site.session, desk, make_question(site.session), assigned_to_id=bram.id)
    site.sign_in(anna)

    page = site.get("/bureau/cijfers")

    month, total = page.select("section[aria-labelledby=months] tbody tr")
    figures = ["6", "3", "50%", "3", "1", "1"]
    assert [each.get_text(strip=True) for each in month.select("th, td")] == ["maart 2013", *figures]
    assert [each.get_text(strip=True) for each in total.select("td")] == figures
    assert "Er wacht nu 1 vraag op een reactie." in page.get_text()
    people = page.select("section[aria-labelledby=colleagues] tbody tr")
    assert [[cell.get_text(strip=True) for cell in each.select("th, td")] for each in people] == [
        ["Anna", "2", "3"],
        ["Bram", "1", "0"],
    ]


@pytest.mark.parametrize("path", ["/bureau", "/bureau/cijfers", "/beheer/bureaus", "/beheer/themas-uitnodigen"])
def test_a_page_takes_as_many_statements_for_more_questions(
    site: Site, desk: Desk, anna: Person, engine: Engine, path: str
) -> None:
    assert anna
    make_case(site.session, desk, make_question(site.session))
    site.sign_in(make_person(site.session, Role.ADMINISTRATOR, Role.MODERATOR))
    with statements_of(engine) as few:
        site.get(path)
    for _number in range(4):
        case = make_case(site.session, desk, make_question(site.session), assigned_to_id=anna.id)
        assert case.arrived_at < NOON
        make_colleague(site.session, desk)
        make_desk(site.session)
    with statements_of(engine) as many:
        site.get(path)
    assert len(few) == len(many)
    assert site.session.scalars(select(DeskCase)).all()
