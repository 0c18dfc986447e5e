"""What an expert is asked, and deciding on it."""

import datetime as dt

import pytest
from sqlalchemy import Engine

from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.questions.kinds import Visibility
from samenspraak.routing.actions import decline, withdraw
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.rules import DeclineReason, InvitationState
from tests.factories.index import index_all
from tests.factories.people import make_expert, make_person, make_theme, viewer
from tests.factories.questions import make_answer, make_question
from tests.factories.routing import make_accepted, make_invited
from tests.support.site import NOON, Site, parse
from tests.support.statements import statements_of


@pytest.mark.sqlite_only
def test_an_expert_sees_what_is_asked_why_by_whom_and_until_when(site: Site) -> None:
    expert = make_expert(site.session, expertise="Kent leerlingenvervoer.", weekly_capacity=4)
    earlier = make_question(site.session, title="Vervoer naar een verre school")
    make_answer(site.session, earlier, author=expert, accepted=True)
    asker = make_person(site.session, Role.COORDINATOR, name="Roos Lessenaar")
    theme = make_theme(site.session, label="Vervoer")
    question = make_question(site.session, asker=asker, themes=[theme], body="Wie betaalt het leerlingenvervoer?")
    make_invited(site.session, question, expert, note="U schreef hier <b>eerder</b> over.")
    index_all(site.session, site.services.index)
    site.sign_in(expert)

    page = site.get("/gevraagd")

    asked = page.select_one(".invitation--waits")
    assert asked is not None
    words = asked.get_text(" ", strip=True)
    assert "Reageer uiterlijk 21\N{NO-BREAK SPACE}maart (over 5 werkdagen)" in words
    assert "Wie betaalt het leerlingenvervoer?" in words
    assert "U schreef hier <b>eerder</b> over." in words
    assert "Roos Lessenaar" in words
    assert "U antwoordde eerder op Vervoer naar een verre school (geaccepteerd)" in words
    assert "Uw profiel noemt leerlingenvervoer" in words
    assert "1 van hoogstens 4" in str(page.select_one("[aria-labelledby=load]"))


def test_an_expert_takes_a_question_on_and_is_led_to_it(site: Site) -> None:
    expert, question = make_expert(site.session), make_question(site.session, visibility=Visibility.RESTRICTED)
    invitation = make_invited(site.session, question, expert)
    site.sign_in(expert)

    answer = site.post(f"/uitnodigingen/{invitation.id}/aannemen")

    assert answer.location == f"/vragen/{question.id}"
    site.get(answer.location)
    page = site.get("/gevraagd")
    assert question.title in str(page.select_one("[aria-labelledby=taken-on]"))
    assert page.select_one(f"a[href='/vragen/{question.id}#write']") is not None


def test_the_same_button_pressed_twice_is_no_fault(site: Site) -> None:
    expert = make_expert(site.session)
    invitation = make_invited(site.session, make_question(site.session), expert)
    site.sign_in(expert)

    site.post(f"/uitnodigingen/{invitation.id}/aannemen")
    site.post(f"/uitnodigingen/{invitation.id}/aannemen")

    assert "U had deze vraag al aangenomen." in site.get("/gevraagd").get_text()


@pytest.mark.sqlite_only
def test_declining_asks_why_in_place_and_keeps_what_was_typed(site: Site) -> None:
    expert = make_expert(site.session)
    invitation = make_invited(site.session, make_question(site.session), expert)
    site.sign_in(expert)
    assert site.get("/gevraagd").select("input[name=because]") == []

    page = site.get(f"/gevraagd?sla-af={invitation.id}")
    assert len(page.select("input[name=because]")) == len(DeclineReason)

    page = parse(site.post(f"/uitnodigingen/{invitation.id}/afslaan", {"words": "Bel mij later."}, status=422))
    assert "Kies waarom deze vraag u niet past." in page.get_text()
    assert "Bel mij later." in page.get_text()
    page = parse(site.post(f"/uitnodigingen/{invitation.id}/afslaan", {"because": "other"}, status=422))
    assert "Schrijf kort waarom deze vraag u niet past." in page.get_text()
    assert page.select_one("input[value=other][checked]") is not None


@pytest.mark.sqlite_only
def test_an_expert_declines_and_it_is_over(site: Site) -> None:
    expert = make_expert(site.session)
    invitation = make_invited(site.session, make_question(site.session), expert)
    site.sign_in(expert)

    site.post(f"/uitnodigingen/{invitation.id}/afslaan", {"because": "no_time", "words": "Tot mei vol."})

    declined = site.session.get_one(Invitation, invitation.id)
    assert (declined.state, declined.reason) == (InvitationState.DECLINED, "Tot mei vol.")
    assert "Afgeslagen" in str(site.get("/gevraagd").select_one("[aria-labelledby=past]"))


@pytest.mark.sqlite_only
@pytest.mark.parametrize("act", ["aannemen", "afslaan", "intrekken"])
def test_the_invitation_of_another_is_not_there(site: Site, act: str) -> None:
    invitation = make_invited(site.session, make_question(site.session), make_expert(site.session))
    site.sign_in(make_expert(site.session))

    site.post(f"/uitnodigingen/{invitation.id}/{act}", {"because": "no_time"}, status=404)


@pytest.mark.sqlite_only
def test_the_asker_takes_an_invitation_back_and_the_expert_cannot_accept_it(site: Site) -> None:
    expert, question = make_expert(site.session), make_question(site.session)
    invitation = make_invited(site.session, question, expert)
    site.sign_in(question.asker)
    assert site.post(f"/uitnodigingen/{invitation.id}/intrekken").location == f"/vragen/{question.id}/deskundigen"

    site.sign_in(expert)
    site.post(f"/uitnodigingen/{invitation.id}/aannemen")

    assert "Deze vraag is ingetrokken." in site.get("/gevraagd").get_text()


def test_what_is_over_shows_only_what_the_expert_may_still_see(site: Site) -> None:
    expert = make_expert(site.session)
    hidden = make_question(site.session, title="Geheime vraag", visibility=Visibility.RESTRICTED)
    answered = make_question(site.session, title="Beantwoorde vraag", visibility=Visibility.RESTRICTED)
    withdraw(site.session, viewer(hidden.asker), make_invited(site.session, hidden, expert).id, NOON)
    make_accepted(site.session, answered, expert)
    make_answer(site.session, answered, author=expert, accepted=True)
    site.sign_in(expert)

    past = site.get("/gevraagd").select_one("[aria-labelledby=past]")

    assert past is not None
    assert "Geheime vraag" not in past.get_text()
    assert "Beantwoorde vraag" in past.get_text()
    assert "Geaccepteerd" in past.get_text()


@pytest.mark.sqlite_only
def test_only_experts_have_the_page(site: Site) -> None:
    site.get("/gevraagd", status=303)
    for role in (Role.COORDINATOR, Role.MODERATOR, Role.MEMBER, Role.ADMINISTRATOR, Role.ACCOUNT_MANAGER):
        site.sign_in(make_person(site.session, role))
        site.get("/gevraagd", status=403)
    site.sign_in(make_person(site.session, Role.EXPERT))
    assert "Er wacht nu geen vraag op u." in site.get("/gevraagd").get_text()


@pytest.mark.sqlite_only
@pytest.mark.parametrize("asked", ["x", "-1", "99999999999999999999", "²"])
def test_a_crafted_address_unfolds_nothing(site: Site, asked: str) -> None:
    expert = make_expert(site.session)
    make_invited(site.session, make_question(site.session), expert)
    site.sign_in(expert)

    assert site.get("/gevraagd", query_string={"sla-af": asked}).select("input[name=because]") == []


@pytest.mark.sqlite_only
def test_the_number_of_statements_does_not_grow(site: Site, engine: Engine) -> None:
    counts = []
    for number in (2, 6):
        expert = make_expert(site.session, weekly_capacity=20)
        for _ in range(number):
            make_invited(site.session, make_question(site.session, themes=[make_theme(site.session)]), expert)
            make_accepted(site.session, make_question(site.session), expert)
            over = make_invited(site.session, make_question(site.session), expert)
            decline(site.session, viewer(expert), over.id, DeclineReason.NO_TIME, "", NOON + dt.timedelta(hours=1))
        index_all(site.session, site.services.index)
        site.sign_in(expert)
        with statements_of(engine) as statements:
            site.get("/gevraagd")
        counts.append(len(statements))

    assert counts[0] == counts[1]


def test_what_is_over_is_filtered_by_outcome_and_walked_in_parts(site: Site) -> None:
    expert = make_expert(site.session)
    site.sign_in(expert)
    answered = make_question(site.session, title="Beantwoord door mij")
    make_accepted(site.session, answered, expert)
    make_answer(site.session, answered, author=expert)
    for number in range(26):
        withdraw_one(site, expert, f"Ingetrokken {number}")
    page = site.get("/gevraagd?uitkomst=answered")
    assert [link.text for link in page.select("[aria-labelledby=past] .row__title a")] == ["Beantwoord door mij"]
    following = site.get("/gevraagd?volgorde=oudste").select_one("a[rel=next]")
    assert following is not None
    assert len(site.get(str(following["href"])).select("[aria-labelledby=past] .row")) == 2


@pytest.mark.sqlite_only
def test_all_that_one_was_asked_is_given_as_a_file(site: Site) -> None:
    expert = make_expert(site.session)
    site.sign_in(expert)
    make_invited(site.session, make_question(site.session, title="Wacht"), expert)
    withdraw_one(site, expert, "Voorbij")
    lines = [line.split(";") for line in site.fetch("GET", "/gevraagd.csv").text.splitlines()]
    assert [(line[0], line[3]) for line in lines[1:]] == [("Wacht", "Wacht op u"), ("Voorbij", "Ingetrokken")]


def withdraw_one(site: Site, expert: Person, title: str) -> None:
    invitation = make_invited(site.session, make_question(site.session, title=title), expert)
    invitation.state, invitation.closed_at = InvitationState.WITHDRAWN, NOON
    site.session.flush()
