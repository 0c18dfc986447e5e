"""Inviting experts from the page on which they are chosen, and what is refused."""

import pytest
from sqlalchemy import select

from samenspraak.people.kinds import Role
from samenspraak.questions.models.question import Question
from samenspraak.routing.kinds import Pace
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.models.route import ThemePace
from samenspraak.routing.rules import InvitationState
from tests.factories.people import make_expert, make_person, make_theme
from tests.factories.questions import make_question
from tests.factories.routing import make_invited
from tests.support.site import Site, parse
from tests.web.matching.choosing import TRANSPORT, ask, index, invited, path, ticked


def test_the_asker_invites_who_was_ticked_with_a_note(site: Site) -> None:
    question, first, second = ask(site), make_expert(site.session, name="Eva"), make_expert(site.session, name="Bas")
    index(site)

    answer = site.post(path(question), {"experts": [first.id, second.id], "note": " Graag uw ervaring. "})

    assert answer.location == f"/vragen/{question.id}"
    assert invited(site) == {first.id: InvitationState.INVITED, second.id: InvitationState.INVITED}
    assert set(site.session.scalars(select(Invitation.note))) == {"Graag uw ervaring."}
    notice = site.get(f"/vragen/{question.id}").select_one(".remark")
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


@pytest.mark.sqlite_only
def test_who_leaves_the_choice_to_us_sees_the_best_invited_and_can_take_it_back(site: Site) -> None:
    question = ask(site)
    fitting = [make_expert(site.session, expertise="Kent vervoer.") for _ in range(2)]
    make_expert(site.session, expertise="Kent toetsen.")
    index(site)

    site.post(path(question), {"choose_for_me": "1", "note": "Graag deze week."})

    [chosen] = invited(site)
    assert chosen in {expert.id for expert in fitting}
    assert "Samenspraak kiest voor u" in site.get(path(question)).get_text()
    site.post(f"{path(question)}/zelf")
    assert "Samenspraak kiest voor u" not in site.get(path(question)).get_text()


def test_we_invite_three_at_once_where_a_theme_is_set_to_that(site: Site) -> None:
    theme = make_theme(site.session, "vervoer")
    question = ask(site, themes=[theme])
    site.session.add(ThemePace(theme_id=theme.id, pace=Pace.SEVERAL_AT_ONCE))
    for _ in range(4):
        make_expert(site.session, expertise="Kent vervoer.")
    index(site)

    site.post(path(question), {"choose_for_me": "1", "note": ""})

    assert len(invited(site)) == 3


@pytest.mark.sqlite_only
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
    assert page.select_one("textarea[name=note]").get_text(strip=True) == "Mijn bericht"
    assert invited(site) == {}


@pytest.mark.sqlite_only
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


@pytest.mark.sqlite_only
def test_an_expert_who_became_full_meanwhile_is_refused_with_the_name(site: Site) -> None:
    question = ask(site)
    expert = make_expert(site.session, name="Victor Vol", expertise="Kent vervoer.", weekly_capacity=1)
    index(site)
    make_invited(site.session, make_question(site.session), expert)

    page = parse(site.post(path(question), {"experts": expert.id, "note": "Mijn bericht"}, status=422))

    assert "Victor Vol heeft deze week geen ruimte meer" in page.get_text()
    assert "Mijn bericht" in page.get_text()


@pytest.mark.sqlite_only
@pytest.mark.parametrize("value", ["x", "-1", "99999999999999999999", "0"])
def test_who_is_nobody_is_not_found(site: Site, value: str) -> None:
    question = ask(site)
    index(site)

    site.post(path(question), {"experts": value}, status=404)


@pytest.mark.sqlite_only
def test_a_choice_left_to_us_waits_for_an_index(site: Site) -> None:
    question = ask(site)

    site.post(path(question), {"choose_for_me": "1"})

    assert "Bij Verloop ziet u wat er nu gebeurt" in site.get(f"/vragen/{question.id}").get_text()
    assert "Samenspraak zoekt nu de volgende deskundige" in site.get(f"/vragen/{question.id}").get_text()


@pytest.mark.sqlite_only
def test_a_moderator_is_led_back_to_the_desk(site: Site) -> None:
    question, expert = make_question(site.session), make_expert(site.session)
    site.sign_in(make_person(site.session, Role.MODERATOR))
    index(site)

    answer = site.post(path(question), {"experts": expert.id, "next": "/moderatie?stapel=nobody_asked"})
    assert answer.location == "/moderatie?stapel=nobody_asked"


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
