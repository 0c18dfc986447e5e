"""Passing a question on from the page of what an expert is asked, and waiting for the asker."""

import datetime as dt

import pytest
from sqlalchemy import select

from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.questions.models.answer import Comment
from samenspraak.questions.models.question import Question
from samenspraak.routing.actions import decline
from samenspraak.routing.long_pauses import remind_asker
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.models.route import Route
from samenspraak.routing.rules import MOST_PAUSED, DeclineReason, InvitationState
from tests.factories.people import make_expert, make_person, viewer
from tests.factories.questions import make_question
from tests.factories.routing import make_invited
from tests.support.site import NOON, Site, parse


def be_asked(site: Site) -> tuple[Invitation, Person]:
    """Have an expert asked, and sign the expert in."""
    expert = make_expert(site.session, name="Iris Plakstift")
    invitation = make_invited(site.session, make_question(site.session, title="Wie rijdt?"), expert)
    site.sign_in(expert)
    return invitation, expert


def sign_in_asker(site: Site, invitation: Invitation) -> None:
    asker_id = site.session.get_one(Question, invitation.question_id).asker_id
    site.sign_in(site.session.get_one(Person, asker_id))


def forms(invitation: Invitation) -> str:
    return f"/uitnodigingen/{invitation.id}/doorsturen"


def test_a_question_is_passed_on_to_someone_without_an_account(site: Site) -> None:
    invitation, _expert = be_asked(site)
    assert site.get("/gevraagd").select_one(f"a[href='{forms(invitation)}']")
    assert "Wie rijdt?" in site.get(forms(invitation)).get_text()

    answer = site.post(forms(invitation), {"name": "Mirte Stempel", "email": "mirte@elders.test", "words": ""})

    assert answer.location == "/gevraagd"
    page = site.get("/gevraagd").get_text(" ")
    assert "U stuurde de vraag door naar Mirte Stempel" in page
    assert "een mail om een account te openen" in page
    assert "Doorgestuurd" in page
    sign_in_asker(site, invitation)
    course = site.get(f"/vragen/{invitation.question_id}").get_text(" ")
    assert "Iris Plakstift stuurde de vraag door naar een collega" in course
    assert "Gevraagd: Mirte Stempel" in course
    assert "Reactie verwacht van Mirte Stempel" in course


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"name": "", "email": "a@elders.test"}, "Schrijf hoe uw collega heet."),
        ({"name": "Onbekend", "email": ""}, "Vul ook het e-mailadres in."),
        ({"name": "Onbekend", "email": "onzin"}, "Dit is geen e-mailadres."),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_nothing_happens(site: Site, typed: dict[str, str], told: str) -> None:
    invitation, _expert = be_asked(site)

    page = parse(site.post(forms(invitation), typed | {"words": "Mijn woorden"}, status=422))

    assert told in page.get_text()
    assert "Mijn woorden" in page.get_text()
    assert site.session.get_one(Invitation, invitation.id).state is InvitationState.INVITED


def test_what_was_decided_on_is_no_longer_passed_on(site: Site) -> None:
    invitation, expert = be_asked(site)
    decline(site.session, viewer(expert), invitation.id, DeclineReason.NO_TIME, "", NOON)

    assert site.get(forms(invitation), status=303) is not None
    assert "al afgeslagen" in site.get("/gevraagd").get_text()


@pytest.mark.sqlite_only
def test_an_invitation_of_another_is_not_there(site: Site) -> None:
    invitation, _expert = be_asked(site)
    site.sign_in(make_expert(site.session))

    site.get(forms(invitation), status=404)
    site.post(forms(invitation), {"name": "Mirte", "email": "m@elders.test"}, status=404)


@pytest.mark.sqlite_only
def test_an_expert_waits_for_the_asker_who_reacts(site: Site) -> None:
    invitation, _expert = be_asked(site)
    path = f"/vragen/{invitation.question_id}"
    assert site.get(path).select_one(f"a[href='{path}/wacht-op-vrager']")

    site.post(f"{path}/wacht-op-vrager", {"words": "Om welke leeftijd gaat het?"})

    assert "De tijd staat stil tot er een reactie is" in site.get(path).get_text()
    assert site.session.scalars(select(Comment.body)).all() == ["Om welke leeftijd gaat het?"]
    sign_in_asker(site, invitation)
    page = site.get(path).get_text(" ")
    assert "Iris Plakstift wacht op uw reactie" in page
    assert len(site.get(path).select("a[href='#reactie-vraag'], details textarea#reactie-vraag")) == 2
    assert "Uw reactie gevraagd: Wie rijdt?" in site.get("/").get_text(" ")
    site.post(f"{path}/reacties", {"body": "Acht jaar."})
    assert "wacht op uw reactie" not in site.get(path).get_text(" ")
    assert site.session.get_one(Route, invitation.question_id).paused_at is None


def test_the_course_tells_what_comes_while_one_waits(site: Site) -> None:
    invitation, expert = be_asked(site)
    path = f"/vragen/{invitation.question_id}"
    site.post(f"{path}/wacht-op-vrager", {"words": "Om welke leeftijd gaat het?"})
    assert "Na 5 werkdagen herinneren wij de vraagsteller één keer" in site.get(path).get_text(" ")

    remind_asker(site.session, invitation.question_id, NOON + dt.timedelta(days=60))

    page = site.get(path).get_text(" ")
    assert "De vraagsteller is herinnerd" in page
    assert "Tot dan blijft de tijd stilstaan" in page
    sign_in_asker(site, invitation)
    page = site.get(path).get_text(" ")
    assert f"{expert.name} wacht op uw reactie. U bent herinnerd" in page
    assert "De tijd blijft stilstaan tot u reageert of verdergaat" in page


def test_the_asker_goes_on_without_a_word(site: Site) -> None:
    invitation, _expert = be_asked(site)
    path = f"/vragen/{invitation.question_id}"
    site.post(f"{path}/wacht-op-vrager", {"words": "Om welke leeftijd gaat het?"})
    sign_in_asker(site, invitation)

    site.post(f"{path}/ga-verder")

    page = site.get(path).get_text(" ")
    assert "De tijd loopt weer" in page
    assert "Reactie verwacht van Iris Plakstift" in page


def test_who_waited_too_often_keeps_the_words_and_reads_what_to_do(site: Site) -> None:
    invitation, _expert = be_asked(site)
    path, asks = f"/vragen/{invitation.question_id}", {"words": "Om welke leeftijd gaat het?"}
    for _ in range(MOST_PAUSED):
        site.post(f"{path}/wacht-op-vrager", asks)
        site.post(f"{path}/ga-verder")

    page = parse(site.post(f"{path}/wacht-op-vrager", asks, status=422))

    assert "Schrijf een gewone reactie onder de vraag" in page.get_text()
    assert "Om welke leeftijd gaat het?" in page.get_text()


@pytest.mark.sqlite_only
def test_who_has_it_not_in_hand_cannot_stop_the_clock(site: Site) -> None:
    invitation, _expert = be_asked(site)
    path = f"/vragen/{invitation.question_id}/wacht-op-vrager"
    site.sign_in(make_person(site.session, Role.COORDINATOR))

    site.get(path, status=403)
    site.post(path, {"words": "Welke?"}, status=403)
    site.post(f"/vragen/{invitation.question_id}/ga-verder", status=403)


def test_waiting_needs_words_and_happens_once(site: Site) -> None:
    invitation, _expert = be_asked(site)
    path = f"/vragen/{invitation.question_id}/wacht-op-vrager"

    assert "Schrijf wat u wilt weten." in parse(site.post(path, {"words": ""}, status=422)).get_text()
    site.post(path, {"words": "Welke?"})
    site.post(path, {"words": "Welke?"})

    assert "staat al stil" in site.get(f"/vragen/{invitation.question_id}").get_text()


@pytest.mark.sqlite_only
def test_what_waits_for_its_asker_shows_no_deadline_and_offers_no_second_wait(site: Site) -> None:
    invitation, _expert = be_asked(site)
    path = f"/vragen/{invitation.question_id}/wacht-op-vrager"
    assert site.get("/gevraagd").select_one(f"a[href='{path}']")

    site.post(path, {"words": "Welke?"})
    for _taken_on in range(2):
        page = site.get("/gevraagd")
        assert "De tijd staat stil tot de vraagsteller reageert" in page.get_text()
        assert "uiterlijk" not in page.get_text()
        assert not page.select_one(f"a[href='{path}']")
        site.post(f"/uitnodigingen/{invitation.id}/aannemen")


@pytest.mark.sqlite_only
def test_the_title_says_once_that_something_is_wrong(site: Site) -> None:
    invitation, _expert = be_asked(site)
    page = parse(site.post(f"/vragen/{invitation.question_id}/wacht-op-vrager", {"words": ""}, status=422))
    assert page.title
    assert page.title.get_text().count("Fout:") == 1
