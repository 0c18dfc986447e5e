"""The page to choose experts: who is shown to whom, and why."""

import datetime as dt

import pytest
from sqlalchemy import Engine

from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.people.models.expert import AwayPeriod
from samenspraak.questions.kinds import Visibility
from samenspraak.routing.rules import InvitationState
from tests.factories.people import make_expert, make_organisation, make_person, make_theme
from tests.factories.questions import make_answer, make_question
from tests.factories.routing import make_invited
from tests.support.site import Site
from tests.support.statements import statements_of
from tests.web.matching.choosing import ask, index, invited, path, ticked


def test_the_asker_sees_experts_with_reasons_load_and_who_is_left_out(site: Site) -> None:
    question = ask(site)
    expert = make_expert(site.session, name="Vera Vervoer", expertise="Kent vervoer en gemeenten.", weekly_capacity=3)
    earlier = make_question(site.session, title="Vervoer naar een verre school")
    answer = make_answer(site.session, earlier, author=expert, accepted=True)
    make_invited(site.session, make_question(site.session, title="Schorsing", body="Mag dat zomaar?"), expert)
    away = make_expert(site.session, name="Anna Afwezig", expertise="Kent vervoer.")
    site.session.add(AwayPeriod(person_id=away.id, first_day=dt.date(2013, 3, 1), last_day=dt.date(2013, 3, 24)))
    index(site)

    page = site.get(path(question))

    candidate = page.select_one(".candidate")
    assert candidate is not None
    words = candidate.get_text(" ", strip=True)
    assert "Vera Vervoer" in words
    assert "Sterk passend" in words
    assert "Antwoordde eerder op Vervoer naar een verre school (geaccepteerd)" in words
    assert "Profiel noemt vervoer" in words
    assert "1 van 3 vragen deze week" in words
    assert candidate.select_one(f"a[href='/vragen/{earlier.id}#antwoord-{answer.id}']") is not None
    line = candidate.select_one(f"a[href='/deskundigen/{expert.id}#profiel-0:~:text=vervoer']")
    assert line is not None
    assert site.get(str(line["href"])).select_one("#profiel-0") is not None
    assert candidate.select_one(f"a[href='/deskundigen/{expert.id}']") is not None
    left_out = page.select_one(".left-out")
    assert left_out is not None
    assert left_out.get_text(" ", strip=True) == "Anna Afwezig afwezig tot en met 24\N{NO-BREAK SPACE}maart"
    assert "Vervoer naar een verre school" in str(page.select_one("[aria-labelledby=peers]"))


def test_another_partnership_is_shown_with_what_its_question_shares_and_the_own_one_is_not(site: Site) -> None:
    theme = make_theme(site.session, label="Dyslexie")
    question = ask(site, themes=[theme])
    peer = make_question(
        site.session, title="Leerlingenvervoer: wie betaalt?", body="De gemeente weigert.", themes=[theme]
    )
    own = make_question(site.session, title="Leerlingenvervoer: wie betaalt?", asker=question.asker)
    for each in (peer, own):
        make_answer(site.session, each)
    index(site)

    [shown] = site.get(path(question)).select("[aria-labelledby=peers] .row")
    words = shown.get_text(" ", strip=True)
    assert words.startswith(peer.title)
    assert "Vraag noemt ook" in words
    assert "Zelfde thema: Dyslexie" in words
    assert "voor=" not in str(site.get(path(question)))
    site.sign_in(make_person(site.session, Role.MODERATOR))
    for address in (path(question), f"/vragen/{question.id}"):
        [meeting] = site.get(address).select(f"a[href*='kennismakingen/nieuw?met={peer.organisation_id}&']")
        assert f"voor={question.organisation_id}" in str(meeting["href"])


@pytest.mark.sqlite_only
def test_only_who_fits_strongly_is_ticked_and_two_at_most(site: Site) -> None:
    question = ask(site)
    strong = [make_expert(site.session, expertise="Kent vervoer, gemeente en school.") for _ in range(3)]
    make_expert(
        site.session, expertise="Er is veel meer dan een school te noemen in dit profiel over toetsen en lezen."
    )
    index(site)

    assert len(ticked(site.get(path(question)))) == 2
    for expert in strong[1:]:
        expert_profile_away(site, expert)
    assert ticked(site.get(path(question))) == [str(strong[0].id)]


def expert_profile_away(site: Site, expert: Person) -> None:
    site.session.add(AwayPeriod(person_id=expert.id, first_day=dt.date(2013, 3, 1), last_day=dt.date(2013, 3, 24)))


@pytest.mark.sqlite_only
def test_nobody_is_ticked_when_some_are_asked_or_a_name_was_searched_for(site: Site) -> None:
    question, asked = ask(site), make_expert(site.session, expertise="Kent toetsen.")
    make_expert(site.session, expertise="Kent vervoer.")
    index(site)
    assert len(ticked(site.get(path(question)))) == 1

    assert ticked(site.get(path(question) + "?naam=jansen")) == []
    site.post(path(question), {"experts": asked.id})
    assert ticked(site.get(path(question))) == []


@pytest.mark.sqlite_only
def test_three_who_are_asked_leave_no_room_and_can_be_taken_back(site: Site) -> None:
    question = ask(site)
    for number in range(3):
        make_invited(site.session, question, make_expert(site.session, name=f"Gevraagde {number}"))
    index(site)

    page = site.get(path(question))

    assert "Er zijn nu drie deskundigen gevraagd" in page.get_text()
    assert page.select_one("textarea[name=note]") is None
    act = str(page.select_one("#asked ~ ul form")["action"])
    site.post(act, {"next": path(question)})
    assert "U kunt nog 1 deskundige vragen." in site.get(path(question)).get_text()


@pytest.mark.sqlite_only
def test_without_an_index_one_searches_by_name(site: Site) -> None:
    question, expert = ask(site), make_expert(site.session, name="Petra Rapport")

    page = site.get(path(question))
    assert "Wij kunnen nu niet zoeken wie past" in page.get_text()
    found = site.get(path(question) + "?naam=rapport")
    assert [box["value"] for box in found.select("input[name=experts]")] == [str(expert.id)]
    site.post(path(question), {"experts": expert.id})
    assert invited(site) == {expert.id: InvitationState.INVITED}


def test_a_name_that_nobody_has_leads_to_the_directory(site: Site) -> None:
    question = ask(site)
    index(site)

    page = site.get(path(question) + "?naam=%3Cb%3E")

    found = page.select_one("[aria-labelledby=found]")
    assert found is not None
    assert "Wij vonden niemand met deze naam" in found.get_text()
    assert found.select_one("a[href='/deskundigen']") is not None


@pytest.mark.sqlite_only
def test_more_are_shown_on_request(site: Site) -> None:
    question = ask(site)
    for _ in range(7):
        make_expert(site.session, expertise="Kent vervoer.")
    index(site)

    page = site.get(path(question))

    assert len(page.select(".candidate")) == 4
    assert "Toon nog 3 deskundigen" in page.get_text()
    assert len(site.get(path(question) + "?alle=1").select(".candidate")) == 7


def test_who_may_open_the_page(site: Site) -> None:
    partnership = make_organisation(site.session)
    asker = make_person(site.session, Role.COORDINATOR, organisation=partnership)
    question = make_question(site.session, asker=asker)
    hidden = make_question(site.session, asker=asker, visibility=Visibility.RESTRICTED)
    index(site)
    moderator = make_person(site.session, Role.MODERATOR)
    colleague = make_person(site.session, Role.COORDINATOR, organisation=partnership)
    stranger, member = make_person(site.session, Role.COORDINATOR), make_person(site.session)

    assert site.get(path(question), status=303) is not None
    for person, of_open, of_hidden in (
        (asker, 200, 200),
        (colleague, 200, 200),
        (moderator, 200, 200),
        (stranger, 403, 404),
        (member, 403, 404),
        (make_expert(site.session), 403, 404),
    ):
        site.sign_in(person)
        site.get(path(question), status=of_open)
        site.get(path(hidden), status=of_hidden)


@pytest.mark.sqlite_only
def test_the_reasons_of_a_hidden_question_do_not_reach_the_asker(site: Site) -> None:
    question, expert = ask(site), make_expert(site.session, name="Vera", expertise="Kent vervoer.")
    hidden = make_question(site.session, title="Geheim vervoer naar school", visibility=Visibility.RESTRICTED)
    make_answer(site.session, hidden, author=expert, accepted=True)
    index(site)

    page = site.get(path(question)).get_text()

    assert "Vera" in page
    assert "Geheim" not in page


@pytest.mark.sqlite_only
def test_the_number_of_statements_does_not_grow_with_experts_and_answers(site: Site, engine: Engine) -> None:
    question = ask(site)
    site.get(path(question))  # reads the thesaurus, which is kept
    counts = []
    for _ in range(2):
        for _ in range(25 * len(counts) + 5):
            expert = make_expert(site.session, expertise="Kent vervoer.")
            make_answer(site.session, make_question(site.session, title="Vervoer naar school"), author=expert)
        index(site)
        with statements_of(engine) as statements:
            site.get(path(question) + "?alle=1&naam=persoon")
        counts.append(len(statements))

    assert counts[0] == counts[1]
