"""The page to choose experts: who is shown to whom and why, and inviting them."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import Engine, select

from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.people.models.expert import AwayPeriod
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.question import Question
from samenspraak.routing.models import Invitation
from samenspraak.routing.rules import InvitationState
from tests.factories.index import index_all
from tests.factories.people import make_expert, make_organisation, make_person, make_theme
from tests.factories.questions import make_answer, make_question
from tests.factories.routing import make_invited
from tests.support.site import Site, parse
from tests.support.statements import statements_of

TRANSPORT = {"title": "Wie betaalt het leerlingenvervoer?", "body": "De gemeente weigert vervoer naar de school."}


def path(question: Question) -> str:
    return f"/vragen/{question.id}/deskundigen"


def ask(site: Site, **values: object) -> Question:
    """Have a coordinator ask about transport and sign the coordinator in."""
    question = make_question(site.session, **TRANSPORT | values)
    site.sign_in(question.asker)
    return question


def index(site: Site) -> None:
    index_all(site.session, site.services.index)


def invited(site: Site) -> dict[int, InvitationState]:
    return {each.expert_id: each.state for each in site.session.scalars(select(Invitation))}


def ticked(page: BeautifulSoup) -> list[str]:
    return [str(box["value"]) for box in page.select("input[name=experts][checked]")]


def test_the_asker_sees_experts_with_reasons_load_and_who_is_left_out(site: Site) -> None:
    question = ask(site)
    expert = make_expert(site.session, name="Vera Vervoer", expertise="Kent vervoer en gemeenten.", weekly_capacity=3)
    earlier = make_question(site.session, title="Vervoer naar een verre school")
    make_answer(site.session, earlier, author=expert, accepted=True)
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
    assert "Profiel noemt: " in words
    assert "1 van 3 vragen deze week" in words
    assert candidate.select_one(f"a[href='/vragen/{earlier.id}']") is not None
    assert candidate.select_one(f"a[href='/deskundigen/{expert.id}']") is not None
    left_out = page.select_one(".left-out")
    assert left_out is not None
    assert left_out.get_text(" ", strip=True) == "Anna Afwezig afwezig tot en met 24\N{NO-BREAK SPACE}maart"
    assert "Vervoer naar een verre school" in str(page.select_one("[aria-labelledby=peers]"))


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


def test_the_asker_invites_who_was_ticked_with_a_note(site: Site) -> None:
    question, first, second = ask(site), make_expert(site.session, name="Eva"), make_expert(site.session, name="Bas")
    index(site)

    answer = site.post(path(question), {"experts": [first.id, second.id], "note": " Graag uw ervaring. "})

    assert answer.location == f"/vragen/{question.id}"
    assert invited(site) == {first.id: InvitationState.INVITED, second.id: InvitationState.INVITED}
    assert set(site.session.scalars(select(Invitation.note))) == {"Graag uw ervaring."}
    notice = site.get(f"/vragen/{question.id}").select_one(".notice")
    assert notice is not None
    assert "Gevraagd: Eva en Bas." in notice.get_text()
    assert "uiterlijk 21\N{NO-BREAK SPACE}maart" in notice.get_text()


def test_the_same_form_sent_twice_invites_once_and_is_no_fault(site: Site) -> None:
    question, expert = ask(site), make_expert(site.session)
    index(site)

    site.post(path(question), {"experts": expert.id})
    assert site.post(path(question), {"experts": expert.id}).location == path(question)
    assert "was al gevraagd" in site.get(path(question)).get_text()
    assert invited(site) == {expert.id: InvitationState.INVITED}


def test_choosing_is_left_to_us(site: Site) -> None:
    question = ask(site)
    fitting = [make_expert(site.session, expertise="Kent vervoer.") for _ in range(2)]
    make_expert(site.session, expertise="Kent toetsen.")
    index(site)

    site.post(path(question), {"choose_for_me": "1", "note": ""})

    assert set(invited(site)) == {expert.id for expert in fitting}


@pytest.mark.parametrize(
    ("experts", "message"),
    [
        ([], "Kruis ten minste één deskundige aan."),
        ([1, 2, 3, 4], "Kruis hoogstens drie deskundigen aan."),
    ],
)
def test_what_was_typed_and_ticked_is_kept_when_something_is_wrong(
    site: Site, experts: list[int], message: str
) -> None:
    question, expert = ask(site), make_expert(site.session, expertise="Kent vervoer.")
    index(site)
    ticks = [expert.id, *experts] if experts else []

    page = parse(site.post(path(question), {"experts": ticks, "note": "Mijn bericht"}, status=422))

    assert message in page.get_text()
    assert ticked(page) == [str(expert.id)] * bool(experts)
    assert page.select_one("textarea[name=note]").get_text(strip=True) == "Mijn bericht"  # type: ignore[union-attr]
    assert invited(site) == {}


def test_no_tick_is_lost_beyond_the_first_four_or_among_those_found_by_name(site: Site) -> None:
    question = ask(site)
    experts = [make_expert(site.session, expertise="Kent vervoer.") for _ in range(6)]
    named = make_expert(site.session, name="Petra Rapport", expertise="Kent toetsen.")
    index(site)
    wanted = [experts[-1].id, named.id]

    form = site.get(path(question) + "?naam=rapport").select_one("form.columns")
    assert form is not None
    too_long = {"experts": wanted, "note": "x" * 1001}
    page = parse(site.post(str(form["action"]), too_long, status=422))

    assert sorted(map(int, ticked(page))) == sorted(wanted)


def test_nobody_is_ticked_when_some_are_asked_or_a_name_was_searched_for(site: Site) -> None:
    question, asked = ask(site), make_expert(site.session, expertise="Kent toetsen.")
    make_expert(site.session, expertise="Kent vervoer.")
    index(site)
    assert len(ticked(site.get(path(question)))) == 1

    assert ticked(site.get(path(question) + "?naam=jansen")) == []
    site.post(path(question), {"experts": asked.id})
    assert ticked(site.get(path(question))) == []


def test_an_expert_who_became_full_meanwhile_is_refused_with_the_name(site: Site) -> None:
    question = ask(site)
    expert = make_expert(site.session, name="Victor Vol", expertise="Kent vervoer.", weekly_capacity=1)
    index(site)
    make_invited(site.session, make_question(site.session), expert)

    page = parse(site.post(path(question), {"experts": expert.id, "note": "Mijn bericht"}, status=422))

    assert "Victor Vol heeft deze week geen ruimte meer" in page.get_text()
    assert "Mijn bericht" in page.get_text()


@pytest.mark.parametrize("value", ["x", "-1", "99999999999999999999", "0"])
def test_who_is_nobody_is_not_found(site: Site, value: str) -> None:
    question = ask(site)
    index(site)

    site.post(path(question), {"experts": value}, status=404)


def test_three_who_are_asked_leave_no_room_and_can_be_taken_back(site: Site) -> None:
    question = ask(site)
    for number in range(3):
        make_invited(site.session, question, make_expert(site.session, name=f"Gevraagde {number}"))
    index(site)

    page = site.get(path(question))

    assert "Er zijn nu drie deskundigen gevraagd" in page.get_text()
    assert page.select_one("textarea[name=note]") is None
    act = str(page.select_one("#asked ~ ul form")["action"])  # type: ignore[index]
    site.post(act, {"next": path(question)})
    assert "U kunt nog 1 deskundige vragen." in site.get(path(question)).get_text()


def test_without_an_index_one_searches_by_name(site: Site) -> None:
    question, expert = ask(site), make_expert(site.session, name="Petra Rapport")

    page = site.get(path(question))
    assert "Wij kunnen nu niet zoeken wie past" in page.get_text()
    found = site.get(path(question) + "?naam=rapport")
    assert [box["value"] for box in found.select("input[name=experts]")] == [str(expert.id)]
    site.post(path(question), {"experts": expert.id})
    assert invited(site) == {expert.id: InvitationState.INVITED}


def test_leaving_the_choice_to_us_needs_an_index(site: Site) -> None:
    question = ask(site)

    page = parse(site.post(path(question), {"choose_for_me": "1"}, status=422))

    assert "Zoek zelf een deskundige op naam" in page.get_text()


def test_a_name_that_nobody_has_leads_to_the_directory(site: Site) -> None:
    question = ask(site)
    index(site)

    page = site.get(path(question) + "?naam=%3Cb%3E")

    found = page.select_one("[aria-labelledby=found]")
    assert found is not None
    assert "Wij vonden niemand met deze naam" in found.get_text()
    assert found.select_one("a[href='/deskundigen']") is not None


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


def test_the_reasons_of_a_hidden_question_do_not_reach_the_asker(site: Site) -> None:
    question, expert = ask(site), make_expert(site.session, name="Vera", expertise="Kent vervoer.")
    hidden = make_question(site.session, title="Geheim vervoer naar school", visibility=Visibility.RESTRICTED)
    make_answer(site.session, hidden, author=expert, accepted=True)
    index(site)

    page = site.get(path(question)).get_text()

    assert "Vera" in page
    assert "Geheim" not in page


def test_a_moderator_is_led_back_to_the_desk(site: Site) -> None:
    question, expert = make_question(site.session), make_expert(site.session)
    site.sign_in(make_person(site.session, Role.MODERATOR))
    index(site)

    answer = site.post(path(question), {"experts": expert.id, "next": "/moderatie?stapel=nobody_asked"})
    assert answer.location == "/moderatie?stapel=nobody_asked"


def test_the_number_of_statements_does_not_grow_with_experts_and_answers(site: Site, engine: Engine) -> None:
    question = ask(site)
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


def test_posting_a_question_proposes_the_best_three_and_leads_to_the_choice(site: Site) -> None:
    theme = make_theme(site.session)
    for _ in range(4):
        make_expert(site.session, expertise="Kent vervoer.")
    asker = make_person(site.session, Role.COORDINATOR)
    index(site)
    site.sign_in(asker)

    answer = site.post(
        "/vragen/nieuw",
        TRANSPORT
        | {
            "themes": str(theme.id),
            "other_theme": "0",
            "sector": "po",
            "visibility": "signed_in",
            "organisation_id": str(asker.assignments[0].organisation_id),
            "submission": "sleutel",
        },
    )

    [question] = site.session.scalars(select(Question))
    assert answer.location == path(question)
    assert list(invited(site).values()) == [InvitationState.PROPOSED] * 3
