"""The page of one question, as each sees it."""

import pytest
from bs4 import BeautifulSoup

from samenspraak.core.db import Session
from samenspraak.people.kinds import ExpertGroup, OrganisationKind, Role
from samenspraak.people.models.account import Person
from samenspraak.questions.actions.commenting import comment
from samenspraak.questions.documents import question_documents
from samenspraak.questions.drafts import CommentDraft
from samenspraak.questions.kinds import Standing, Visibility
from samenspraak.questions.models.question import Question
from tests.factories.people import make_expert, make_organisation, make_person, make_theme, viewer
from tests.factories.questions import let_in, make_answer, make_question
from tests.factories.routing import make_invited
from tests.support.site import NOON, Site
from tests.support.statements import statements_of

HOSTILE = "<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)> \u202e"


def person_as(session: Session, who: str, question: Question, asker: Person) -> Person:
    own = asker.assignments[0].organisation
    guest = make_person(session, Role.MEMBER)
    let_in(session, question, guest)
    return {
        "asker": asker,
        "colleague": make_person(session, Role.COORDINATOR, organisation=own),
        "own member": make_person(session, Role.MEMBER, organisation=own),
        "peer": make_person(session, Role.COORDINATOR),
        "expert": make_expert(session),
        "guest": guest,
        "moderator": make_person(session, Role.MODERATOR),
        "member": make_person(session, Role.MEMBER),
    }[who]


def test_who_is_asked_decides_on_the_page_of_the_question(site: Site) -> None:
    expert = make_expert(site.session)
    invitation = make_invited(site.session, make_question(site.session), expert)
    site.sign_in(expert)
    address = f"/vragen/{invitation.question_id}"
    asked = f"/uitnodigingen/{invitation.id}"
    page = site.get(address)
    assert page.select_one(f"form[action='{asked}/aannemen']")
    assert page.select_one(f"a[href='{asked}/doorsturen']")
    assert page.select_one(f"a[href^='/gevraagd?sla-af={invitation.id}']")

    site.post(f"{asked}/aannemen", {})

    page = site.get(address)
    assert page.select_one("#asked-of-you + p + div a[href='#write']")
    assert not page.select_one(f"form[action='{asked}/aannemen']")

    site.sign_in(make_expert(site.session))
    assert not site.get(address).select_one("#asked-of-you")


def acts(page: BeautifulSoup) -> set[str]:
    known = ("Plaats uw antwoord", "Plaats uw reactie", "Accepteer dit antwoord", "Pas uw vraag aan", "Log in om te")
    text = page.get_text(" ")
    return {act for act in known if act in text}


@pytest.mark.sqlite_only
@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("asker", {"Plaats uw reactie", "Accepteer dit antwoord", "Pas uw vraag aan"}),
        ("colleague", {"Plaats uw reactie", "Accepteer dit antwoord"}),
        ("own member", {"Plaats uw reactie"}),
        ("peer", {"Plaats uw reactie", "Plaats uw antwoord"}),
        ("expert", {"Plaats uw reactie", "Plaats uw antwoord"}),
        ("guest", {"Plaats uw reactie", "Plaats uw antwoord"}),
        ("moderator", {"Plaats uw reactie", "Plaats uw antwoord"}),
        ("member", {"Plaats uw reactie"}),
    ],
)
def test_each_is_offered_what_they_may_do(site: Site, who: str, expected: set[str]) -> None:
    asker = make_person(site.session, Role.COORDINATOR)
    question = make_question(site.session, asker=asker)
    make_answer(site.session, question)
    site.sign_in(person_as(site.session, who, question, asker))
    assert acts(site.get(f"/vragen/{question.id}")) == expected


@pytest.mark.sqlite_only
def test_a_visitor_reads_a_public_question_and_is_offered_to_log_in(site: Site) -> None:
    question = make_question(site.session, visibility=Visibility.PUBLIC, themes=[make_theme(site.session)])
    make_answer(site.session, question, author=make_expert(site.session))
    page = site.get(f"/vragen/{question.id}")
    assert acts(page) == {"Log in om te"}
    assert page.select("main form") == []
    assert page.select("a[href^='/deskundigen']") == []


@pytest.mark.parametrize("who", ["peer", "expert", "member", None])
def test_a_restricted_question_is_not_there_for_others(site: Site, who: str | None) -> None:
    asker = make_person(site.session, Role.COORDINATOR)
    question = make_question(site.session, asker=asker, title="Geheime titel", visibility=Visibility.RESTRICTED)
    answer = make_answer(site.session, question)
    paths = [
        f"/vragen/{question.id}",
        f"/vragen/{question.id}/wijzigingen",
        f"/antwoorden/{answer.id}/wijzigingen",
    ]
    if who:
        site.sign_in(person_as(site.session, who, question, asker))
        paths += [f"/vragen/{question.id}/bewerken", f"/antwoorden/{answer.id}/bewerken"]
    for path in paths:
        assert "Geheime titel" not in site.get(path, status=404).get_text()


@pytest.mark.sqlite_only
@pytest.mark.parametrize("who", ["peer", "expert", "member"])
def test_nothing_can_be_done_with_a_restricted_question_of_others(site: Site, who: str) -> None:
    asker = make_person(site.session, Role.COORDINATOR)
    question = make_question(site.session, asker=asker, title="Geheime titel", visibility=Visibility.RESTRICTED)
    answer = make_answer(site.session, question)
    site.sign_in(person_as(site.session, who, question, asker))
    for path in (
        f"/vragen/{question.id}/antwoorden",
        f"/vragen/{question.id}/reacties",
        f"/vragen/{question.id}/bewerken",
        f"/antwoorden/{answer.id}/reacties",
        f"/antwoorden/{answer.id}/bewerken",
        f"/antwoorden/{answer.id}/accepteren",
        f"/antwoorden/{answer.id}/niet-accepteren",
    ):
        assert "Geheime titel" not in site.post(path, {"body": "Tekst."}, status=404).text


@pytest.mark.parametrize("who", ["asker", "colleague", "own member", "guest", "moderator"])
def test_a_restricted_question_is_there_for_whom_it_is(site: Site, who: str) -> None:
    asker = make_person(site.session, Role.COORDINATOR)
    question = make_question(site.session, asker=asker, visibility=Visibility.RESTRICTED)
    site.sign_in(person_as(site.session, who, question, asker))
    assert "wie om antwoord is gevraagd en de moderatoren" in site.get(f"/vragen/{question.id}").get_text()


@pytest.mark.sqlite_only
def test_the_accepted_answer_stands_first_with_standing_and_side(site: Site) -> None:
    ministry = make_organisation(site.session, kind=OrganisationKind.MINISTRY, name="Ministerie van OCW")
    expert = make_expert(site.session, organisation=ministry, name="Carla", group=ExpertGroup.MINISTRY)
    question = make_question(site.session, visibility=Visibility.PUBLIC)
    make_answer(site.session, question)
    make_answer(site.session, question, author=expert, standing=Standing.MINISTRY, accepted=True)
    page = site.get(f"/vragen/{question.id}")
    first, second = page.select("article.answer")
    text = first.get_text(" ", strip=True)
    assert "answer--accepted" in first["class"]
    for part in ("Geaccepteerd", "door de vraagsteller", "Carla", "Ministerie van OCW", "Standpunt van het ministerie"):
        assert part in text
    assert first.select_one(".group--m") is not None
    assert "Eigen ervaring" in second.get_text()
    assert "2 antwoorden" in page.get_text()


@pytest.mark.sqlite_only
def test_the_course_tells_what_happened(site: Site) -> None:
    asker = make_person(site.session, Role.COORDINATOR, name="Roos")
    question = make_question(site.session, asker=asker, visibility=Visibility.PUBLIC)
    make_answer(site.session, question, author=make_person(site.session, Role.EXPERT, name="Daan"), accepted=True)
    steps = [step.get_text() for step in site.get(f"/vragen/{question.id}").select(".timeline p")]
    assert steps == ["Vraag van Roos", "Antwoord van Daan", "Roos accepteerde het antwoord van Daan"]
    site.sign_in(asker)
    steps = [step.get_text() for step in site.get(f"/vragen/{question.id}").select(".timeline p")]
    assert steps == ["U stelde deze vraag", "Antwoord van Daan", "U accepteerde het antwoord van Daan"]


@pytest.mark.sqlite_only
def test_questions_like_it_stand_beside_it_unless_they_are_hidden(site: Site) -> None:
    question = make_question(site.session, visibility=Visibility.PUBLIC)
    make_question(site.session, title="Wie betaalt het busje?", visibility=Visibility.PUBLIC)
    make_question(site.session, title="Wie betaalt de geheime taxi?", visibility=Visibility.RESTRICTED)
    make_question(site.session, title="Dyslexie", body="Leeshulp.", visibility=Visibility.PUBLIC)
    site.services.index.apply(question_documents(site.session))
    text = site.get(f"/vragen/{question.id}").get_text()
    assert "Wie betaalt het busje?" in text
    assert "geheime taxi" not in text


@pytest.mark.sqlite_only
def test_hostile_markdown_stays_harmless_everywhere(site: Site) -> None:
    question = make_question(site.session, title=HOSTILE, body=HOSTILE, visibility=Visibility.PUBLIC)
    answer = make_answer(site.session, question, body=HOSTILE)
    someone = viewer(make_person(site.session, name=HOSTILE))
    comment(site.session, someone, question.id, CommentDraft(HOSTILE), NOON)
    comment(site.session, someone, question.id, CommentDraft(HOSTILE, answer.id), NOON)
    page = site.get(f"/vragen/{question.id}")
    assert page.select("main script, main img, [onerror], a[href^=javascript]") == []


def test_the_number_of_statements_does_not_grow_with_the_thread(site: Site) -> None:
    question = make_question(site.session, visibility=Visibility.PUBLIC)
    someone = viewer(make_person(site.session))

    def fill(number: int) -> None:
        for _ in range(number):
            answer = make_answer(site.session, question, author=make_expert(site.session))
            comment(site.session, someone, question.id, CommentDraft("Dank.", answer.id), NOON)

    def count() -> int:
        with statements_of(site.services.engine) as statements:
            site.get(f"/vragen/{question.id}")
        return len(statements)

    fill(10)
    few = count()
    fill(50)
    assert count() == few


@pytest.mark.sqlite_only
def test_an_expert_reads_that_others_were_asked_too_but_not_who(site: Site) -> None:
    question = make_question(site.session)
    one, other = make_expert(site.session, name="Ada Gevraagd"), make_expert(site.session, name="Bob Gevraagd")
    for expert in (one, other):
        make_invited(site.session, question, expert)
    site.sign_in(one)

    course = site.get(f"/vragen/{question.id}").get_text(" ")

    assert "Gevraagd: u en een deskundige" in course
    assert "Bob Gevraagd" not in course
