"""The inbox as its owner sees it."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import Engine

from samenspraak.notifications.models import NoticeKind
from samenspraak.people.kinds import Role
from tests.factories.introductions import make_coordinator, make_introduction
from tests.factories.notices import make_notice
from tests.factories.people import make_expert, make_person
from tests.factories.questions import make_answer, make_question
from tests.factories.routing import make_accepted, make_invited
from tests.support.site import NOON, Site
from tests.support.statements import statements_of


def test_a_visitor_is_sent_to_log_in(site: Site) -> None:
    response = site.fetch("GET", "/postvak")

    assert response.status_code == 303
    assert response.location == "/inloggen?next=/postvak"


@pytest.mark.sqlite_only
def test_an_empty_inbox_says_what_will_be_there(site: Site) -> None:
    site.sign_in(make_person(site.session))

    assert "Er is nog geen bericht" in site.get("/postvak").get_text()


@pytest.mark.sqlite_only
def test_a_new_notice_says_so_and_leads_to_its_answer(site: Site) -> None:
    person = make_person(site.session, Role.COORDINATOR)
    question = make_question(site.session, asker=person)
    answer = make_answer(site.session, question, accepted=True)
    make_notice(site.session, person, question, cause=f"answer:{answer.id}")
    site.sign_in(person)

    row = site.get("/postvak").select_one(".row")

    assert row is not None
    assert row.get_text(" ", strip=True) == (
        "Nieuw Wie betaalt het vervoer? Iris Plakstift gaf antwoord vandaag Markeer als gelezen"
    )
    link = row.select_one("a")
    assert link is not None
    assert link["href"] == f"/vragen/{question.id}#antwoord-{answer.id}"


@pytest.mark.parametrize(
    ("cause", "told"),
    [
        ("choose:1:2013", "Kies opnieuw wie u vraagt"),
        ("left_to_samenspraak:1", "Samenspraak kiest nu een deskundige"),
        ("to_experts:1", "De vraag ligt nu bij een deskundige"),
        ("to_desk:1", "De vraag ligt nu bij het bureau van de sectorraad"),
        ("to_moderator:1", "De vraag ligt nu bij de moderatoren van OCW"),
        ("route:1", "De vraag ging een stap verder"),  # of before the cause told which
    ],
)
def test_who_asked_reads_where_the_question_went(site: Site, cause: str, told: str) -> None:
    person = make_person(site.session, Role.COORDINATOR)
    question = make_question(site.session, asker=person)
    make_notice(site.session, person, question, kind=NoticeKind.MOVED_ON, cause=cause, actor_name="")
    site.sign_in(person)

    row = site.get("/postvak").select_one(".row:has(form)")

    assert row is not None
    assert told in row.get_text()


def test_a_notice_that_it_is_ones_turn_leads_to_the_choice(site: Site) -> None:
    person = make_person(site.session, Role.COORDINATOR)
    question = make_question(site.session, asker=person)
    make_notice(site.session, person, question, kind=NoticeKind.MOVED_ON, cause=f"choose:{question.id}:2013")
    site.sign_in(person)

    link = site.get("/postvak").select_one(".row:has(form) a")

    assert link is not None
    assert link["href"] == f"/vragen/{question.id}/deskundigen"


@pytest.mark.sqlite_only
def test_every_kind_of_notice_has_its_sentence(site: Site) -> None:
    person, question = make_person(site.session), make_question(site.session)
    for kind in NoticeKind:
        make_notice(site.session, person, question, kind=kind, actor_name="")
    site.sign_in(person)

    pages = [site.get(f"/postvak?pagina={number}") for number in range(1, 1 + -(-len(NoticeKind) // 25))]
    texts = {text.get_text() for page in pages for text in page.select(".facts span:first-child")}

    assert len(texts) == len(NoticeKind)


@pytest.mark.sqlite_only
def test_a_notice_without_a_question_has_a_title_and_leads_somewhere(site: Site) -> None:
    person = make_person(site.session)
    make_notice(site.session, person, None, kind=NoticeKind.PROFILE_TO_CONFIRM, actor_name="")
    site.sign_in(person)

    link = site.get("/postvak").select_one(".row a")

    assert link is not None
    assert (link.get_text(), link["href"]) == ("Uw deskundigenprofiel", f"/deskundigen/{person.id}")


def test_looking_changes_nothing_and_the_button_marks_one_as_read(site: Site) -> None:
    person, question = make_person(site.session), make_question(site.session)
    notices = [make_notice(site.session, person, question) for _ in range(2)]
    site.sign_in(person)

    site.get("/postvak")
    site.get(f"/vragen/{question.id}")
    assert "2 berichten zijn nieuw" in site.get("/postvak").get_text()
    response = site.post(f"/postvak/{notices[0].id}/gelezen", {"next": "/postvak?pagina=1"})

    assert response.location == "/postvak?pagina=1"
    assert "1 bericht is nieuw" in site.get("/postvak").get_text()


def test_all_are_marked_as_read_at_once(site: Site) -> None:
    person, question = make_person(site.session), make_question(site.session)
    for _ in range(30):
        make_notice(site.session, person, question)
    site.sign_in(person)

    form = site.get("/postvak?pagina=2").select_one("form[action*=tot-en-met]")
    assert form is not None
    site.post(str(form["action"]))
    page = site.get("/postvak")

    assert "30 berichten zijn gelezen" in page.get_text()
    assert "Nieuw" not in page.get_text()
    assert page.select(".inbox .count") == []


def test_nobody_marks_what_another_was_told(site: Site) -> None:
    notice = make_notice(site.session, make_person(site.session), make_question(site.session))
    site.sign_in(make_person(site.session))

    site.post(f"/postvak/{notice.id}/gelezen", status=404)

    assert notice.read_at is None


def acts_of(page: BeautifulSoup) -> list[tuple[str, str]]:
    """Return the acts for which something waits, and where each is."""
    return [(link.get_text(strip=True), str(link["href"])) for link in page.select(".rows--waits .button")]


@pytest.mark.sqlite_only
def test_what_waits_comes_first_with_the_way_to_its_act(site: Site) -> None:
    expert = make_expert(site.session)
    invited, accepted = make_question(site.session, title="Wie weet dit?"), make_question(site.session)
    make_accepted(site.session, accepted, expert)
    make_invited(site.session, invited, expert)
    site.sign_in(expert)

    page = site.get("/postvak")

    assert [heading.get_text() for heading in page.select("h2")][:2] == ["Wacht op u", "Berichten"]
    assert acts_of(page) == [
        ("Neem aan of sla af", f"/gevraagd#vraag-{invited.id}"),
        ("Schrijf uw antwoord", f"/vragen/{accepted.id}#write"),
    ]


@pytest.mark.sqlite_only
def test_an_invitation_waits_until_there_is_an_answer(site: Site) -> None:
    expert, question = make_expert(site.session), make_question(site.session)
    make_accepted(site.session, question, expert)
    site.sign_in(expert)
    assert len(acts_of(site.get("/postvak"))) == 1
    make_answer(site.session, question, author=expert)

    assert acts_of(site.get("/postvak")) == []


def test_an_answer_waits_until_the_asker_accepts_one(site: Site) -> None:
    asker = make_person(site.session, Role.COORDINATOR)
    answered, accepted = (make_question(site.session, asker=asker) for _ in range(2))
    for _ in range(2):
        make_answer(site.session, answered)
    make_answer(site.session, accepted)
    make_answer(site.session, accepted, accepted=True)
    site.sign_in(asker)

    assert acts_of(site.get("/postvak")) == [("Lees het antwoord", f"/vragen/{answered.id}")]


@pytest.mark.sqlite_only
def test_what_waits_is_the_same_list_as_on_home(site: Site) -> None:
    one, other = make_coordinator(site.session), make_coordinator(site.session)
    expert = make_expert(site.session, asked_to_confirm_at=NOON)
    make_introduction(site.session, one, other)
    old = make_question(site.session, asker=other, asked_at=NOON - dt.timedelta(days=90))
    make_answer(site.session, old)
    for _ in range(35):
        make_answer(site.session, make_question(site.session, asker=other), accepted=True)
    make_question(site.session, asker=other, title="Wie kiest?")
    make_invited(site.session, make_question(site.session), expert)

    for person, expected in (
        (other, {"Bekijk het voorstel", "Kies deskundigen", "Lees het antwoord"}),
        (expert, {"Neem aan of sla af", "Kijk het na"}),
    ):
        site.sign_in(person)
        assert acts_of(site.get("/postvak")) == acts_of(site.get("/"))
        assert {act for act, _url in acts_of(site.get("/postvak"))} == expected


@pytest.mark.sqlite_only
def test_what_waits_stands_on_the_first_page_only(site: Site) -> None:
    expert, question = make_expert(site.session), make_question(site.session)
    make_invited(site.session, question, expert)
    for _ in range(26):
        make_notice(site.session, expert, question)
    site.sign_in(expert)

    page = site.get("/postvak?pagina=2")

    assert page.select(".rows--waits") == []
    assert len(page.select(".row")) == 1


@pytest.mark.sqlite_only
def test_the_number_of_statements_does_not_grow_with_the_inbox(site: Site, engine: Engine) -> None:
    counts = []
    for _ in range(2):
        person = make_person(site.session, Role.COORDINATOR)
        for _ in range(10 if not counts else 60):
            question = make_question(site.session, asker=person)
            make_answer(site.session, question)
            make_notice(site.session, person, question)
        site.sign_in(person)
        with statements_of(engine) as statements:
            site.get("/postvak")
        counts.append(len(statements))

    assert counts[0] == counts[1]
