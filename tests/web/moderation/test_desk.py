"""The moderator's desk: queues with counts, a table, one question unfolded."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import Engine, select

from samenspraak.people.kinds import OrganisationKind, Role
from samenspraak.questions.kinds import Visibility
from samenspraak.routing.actions import decline
from samenspraak.routing.models.desk import Desk
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.rules import DeclineReason, InvitationState
from tests.factories.index import index_all
from tests.factories.people import make_expert, make_organisation, make_person, make_theme, viewer
from tests.factories.questions import make_question
from tests.factories.routing import leave_to_moderators, make_invited, make_stuck
from tests.support.site import NOON, Site
from tests.support.statements import statements_of

LONG_AGO = NOON - dt.timedelta(days=40)


def sign_in_moderator(site: Site) -> None:
    site.sign_in(make_person(site.session, Role.MODERATOR))


def titles(page: BeautifulSoup) -> list[str]:
    return [link.get_text(strip=True) for link in page.select(".desk__title")]


def queues(page: BeautifulSoup) -> dict[str, str]:
    """The number beside each queue."""
    return {
        str(link.contents[0]).strip(): link.select_one(".num").get_text()
        for link in page.select(".desk__queues .facet a")
    }


def test_the_desk_lists_what_is_stuck_with_counts_by_queue(site: Site) -> None:
    theme = make_theme(site.session, label="Vervoer")
    make_stuck(site.session, title="Niemand gevraagd", asked_at=LONG_AGO, themes=[theme])
    late = make_question(site.session, title="Wens voorbij", wished_by=dt.date(2013, 3, 12))
    make_invited(site.session, late, make_expert(site.session))
    make_question(site.session, title="Loopt nog")
    sign_in_moderator(site)

    page = site.get("/moderatie")

    assert titles(page) == ["Niemand gevraagd"]
    assert queues(page) == {
        "Gemeld": "0",
        "Waarschuwing bevestigd": "0",
        "Vastgelopen": "1",
        "Over de wensdatum": "1",
        "Rol te bevestigen": "0",
        "Bron gewijzigd": "0",
        "Niets gevonden": "0",
    }
    assert "oudste 2" in page.select_one(".desk__oldest").get_text()  # type: ignore[union-attr]
    row = page.select_one("tbody tr")
    assert row is not None
    words = row.get_text(" ", strip=True)
    assert "Vervoer" in words
    assert "primair onderwijs" in words
    assert "29 werkdagen" in words
    assert titles(site.get("/moderatie?stapel=past_date")) == ["Wens voorbij"]
    assert titles(site.get("/moderatie?stapel=onzin")) == ["Niemand gevraagd"]


def test_an_empty_queue_says_what_would_be_there(site: Site) -> None:
    sign_in_moderator(site)

    assert "Hier zit niets vast." in site.get("/moderatie?stapel=stuck").get_text()


def test_a_question_unfolds_in_place_and_experts_are_invited_for_the_asker(site: Site) -> None:
    question = make_question(
        site.session, title="Vervoer", body="Wie betaalt vervoer?", asked_at=LONG_AGO, visibility=Visibility.RESTRICTED
    )
    declining = make_expert(site.session, name="Daan Inktpot")
    invitation = make_invited(site.session, question, declining)
    decline(site.session, viewer(declining), invitation.id, DeclineReason.OTHER, "Geen losse gevallen.", NOON)
    leave_to_moderators(site.session, question)
    expert = make_expert(site.session, name="Petra Rapport", expertise="Kent vervoer.")
    index_all(site.session, site.services.index)
    sign_in_moderator(site)
    link = site.get("/moderatie?stapel=stuck").select_one(".desk__title")
    assert link is not None
    assert link["aria-expanded"] == "false"

    page = site.get(str(link["href"]))

    opened = page.select_one(".desk__item")
    assert opened is not None
    assert "Wie betaalt vervoer?" in opened.get_text()
    assert "Daan Inktpot, vandaag: Geen losse gevallen." in opened.get_text(" ", strip=True)
    assert "Petra Rapport" in opened.get_text()
    form = opened.select_one("form.flow")
    assert form is not None
    onward = str(form.select_one("input[name=next]")["value"])
    answer = site.post(str(form["action"]), {"experts": expert.id, "next": onward})
    assert answer.location == "/moderatie?stapel=stuck"
    states = {each.expert_id: each.state for each in site.session.scalars(select(Invitation))}
    assert states == {declining.id: InvitationState.DECLINED, expert.id: InvitationState.INVITED}
    assert titles(site.get("/moderatie")) == []


@pytest.mark.sqlite_only
def test_a_moderator_withdraws_from_the_desk_and_stays_there(site: Site) -> None:
    question = make_question(site.session, wished_by=dt.date(2013, 3, 12))
    invitation = make_invited(site.session, question, make_expert(site.session, name="Hugo Passer"))
    sign_in_moderator(site)

    page = site.get(f"/moderatie?stapel=past_date&open={question.id}")

    assert "Hugo Passer: gevraagd vandaag, reageert uiterlijk 21\N{NO-BREAK SPACE}maart" in page.get_text(" ")
    form = page.select_one(f"form[action='/uitnodigingen/{invitation.id}/intrekken']")
    assert form is not None
    onward = str(form.select_one("input[name=next]")["value"])
    assert (
        site.post(str(form["action"]), {"next": onward}).location == f"/moderatie?stapel=past_date&open={question.id}"
    )


@pytest.mark.sqlite_only
def test_a_name_of_ours_is_not_markup(site: Site) -> None:
    question = make_question(site.session, title="<script>alert(1)</script>", wished_by=dt.date(2013, 3, 12))
    make_invited(site.session, question, make_expert(site.session, name="<b>Hugo</b>"))
    sign_in_moderator(site)

    page = site.get(f"/moderatie?open={question.id}")

    assert "<b>Hugo</b>: gevraagd" in page.get_text(" ")
    assert titles(page) == ["<script>alert(1)</script>"]


@pytest.mark.sqlite_only
@pytest.mark.parametrize("asked", ["0", "x", "99999999999999999999"])
def test_a_crafted_address_unfolds_nothing(site: Site, asked: str) -> None:
    make_stuck(site.session, asked_at=LONG_AGO)
    sign_in_moderator(site)

    assert site.get(f"/moderatie?open={asked}").select_one(".desk__item") is None


@pytest.mark.sqlite_only
def test_the_desk_shows_parts_of_twenty_five(site: Site) -> None:
    for _ in range(27):
        make_stuck(site.session, asked_at=LONG_AGO)
    sign_in_moderator(site)

    page = site.get("/moderatie")
    after = page.select_one("a[rel=next]")
    assert after is not None
    rest = site.get(str(after["href"]))
    assert (len(titles(page)), len(titles(rest))) == (25, 2)
    assert rest.select_one("a[rel=prev]") is not None


@pytest.mark.sqlite_only
def test_only_moderators_have_the_desk(site: Site) -> None:
    site.get("/moderatie", status=303)
    for role in (Role.COORDINATOR, Role.EXPERT, Role.MEMBER, Role.ADMINISTRATOR, Role.ACCOUNT_MANAGER):
        site.sign_in(make_person(site.session, role))
        site.get("/moderatie", status=403)


@pytest.mark.sqlite_only
def test_the_number_of_statements_does_not_grow(site: Site, engine: Engine) -> None:
    sign_in_moderator(site)
    question = make_stuck(site.session, asked_at=LONG_AGO, wished_by=dt.date(2013, 3, 1))
    counts = []
    for number in (2, 20):
        for _ in range(number):
            make_stuck(site.session, asked_at=LONG_AGO, themes=[make_theme(site.session)])
            make_expert(site.session, expertise="Kent vervoer.")
        index_all(site.session, site.services.index)
        with statements_of(engine) as statements:
            site.get(f"/moderatie?open={question.id}")
        counts.append(len(statements))

    assert counts[0] == counts[1]


def test_a_moderator_takes_a_question_and_sends_it_to_a_desk(site: Site) -> None:
    question = make_stuck(site.session, title="Vervoer")
    council = make_organisation(site.session, kind=OrganisationKind.SECTOR_COUNCIL, name="PO-Raad")
    make_expert(site.session, organisation=council)
    site.session.add(Desk(organisation_id=council.id))
    moderator = make_person(site.session, Role.MODERATOR, name="Tineke Gumdoos")
    site.sign_in(moderator)

    site.post(f"/moderatie/{question.id}/neem")
    assert "Tineke Gumdoos heeft deze vraag in handen" in site.get(f"/moderatie?open={question.id}").get_text(" ")
    site.post(f"/moderatie/{question.id}/bureau")

    course = site.get(f"/vragen/{question.id}").get_text(" ")
    assert "Naar het bureau van PO-Raad" in course
    assert "Eerste reactie verwacht van het bureau van PO-Raad" in course
    assert titles(site.get("/moderatie")) == []
    site.post(f"/moderatie/{question.id}/neem")
    assert "ligt niet meer bij de moderatoren" in site.get("/moderatie").get_text()


@pytest.mark.sqlite_only
def test_without_an_open_desk_a_question_stays_with_the_moderators(site: Site) -> None:
    question = make_stuck(site.session)
    sign_in_moderator(site)

    site.post(f"/moderatie/{question.id}/bureau")

    page = site.get("/moderatie")
    assert "geen open bureau" in page.get_text()
    assert titles(page) == [question.title]
