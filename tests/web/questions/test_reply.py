"""Answering, commenting and accepting on the screen."""

from typing import Any

import pytest
from sqlalchemy import func, select

from samenspraak.core.db import Session
from samenspraak.people.kinds import OrganisationKind, Role
from samenspraak.questions.kinds import Standing, Visibility
from samenspraak.questions.models.answer import Acceptance, Answer, Comment
from tests.factories.people import make_expert, make_organisation, make_person, make_spokesperson, make_theme
from tests.factories.questions import let_in, make_answer, make_question
from tests.support.site import Site, parse


def count(session: Session, model: Any) -> int:
    return session.scalar(select(func.count()).select_from(model)) or 0


def answer_of(organisation_id: int, **values: Any) -> dict[str, Any]:
    voice = f"personal:{organisation_id}"
    return {"body": "De **gemeente**.", "voice": voice, "submission": "sleutel"} | values


def test_an_expert_answers_and_reads_at_the_top_what_happened(site: Site) -> None:
    question, expert = make_question(site.session), make_expert(site.session)
    organisation_id = expert.assignments[0].organisation_id
    site.sign_in(expert)
    response = site.post(f"/vragen/{question.id}/antwoorden", answer_of(organisation_id))
    [answer] = site.session.scalars(select(Answer))
    assert response.location == f"/vragen/{question.id}"
    page = site.get(f"/vragen/{question.id}")
    assert page.select_one(f"#antwoord-{answer.id} strong") is not None
    assert "Uw antwoord staat erbij." in page.get_text()


def test_sending_an_answer_twice_answers_once(site: Site) -> None:
    question, expert = make_question(site.session), make_expert(site.session)
    data = answer_of(expert.assignments[0].organisation_id)
    site.sign_in(expert)
    locations = {site.post(f"/vragen/{question.id}/antwoorden", data).location for _ in range(2)}
    assert len(locations) == 1
    assert count(site.session, Answer) == 1


def test_only_the_voices_that_one_may_claim_are_offered(site: Site) -> None:
    ministry = make_organisation(site.session, kind=OrganisationKind.MINISTRY, name="OCW")
    theme = make_theme(site.session)
    question = make_question(site.session, themes=[theme])
    expert, named = make_expert(site.session), make_expert(site.session, organisation=ministry)
    make_spokesperson(site.session, named, theme)
    for person, expected in (
        (expert, ["personal", "organisation"]),
        (make_expert(site.session, organisation=ministry), ["personal"]),
        (named, ["personal", "ministry"]),
    ):
        site.sign_in(person)
        offered = site.get(f"/vragen/{question.id}").select("input[name=voice]")
        assert [str(field["value"]).split(":")[0] for field in offered] == expected


@pytest.mark.sqlite_only
def test_a_voice_that_one_may_not_claim_is_refused(site: Site) -> None:
    question, expert = make_question(site.session), make_expert(site.session)
    voice = f"ministry:{expert.assignments[0].organisation_id}"
    site.sign_in(expert)
    for wrong in (voice, "x", "personal:", "personal:999999", ""):
        page = parse(site.post(f"/vragen/{question.id}/antwoorden", answer_of(0, voice=wrong), status=422))
        field = page.select_one("#antwoord")
        assert field is not None
        assert field.get_text().strip() == "De **gemeente**."
    assert count(site.session, Answer) == 0


@pytest.mark.sqlite_only
def test_an_empty_answer_is_refused_at_its_field(site: Site) -> None:
    question, expert = make_question(site.session), make_expert(site.session)
    site.sign_in(expert)
    data = answer_of(expert.assignments[0].organisation_id, body=" ")
    page = parse(site.post(f"/vragen/{question.id}/antwoorden", data, status=422))
    assert page.select_one(".error-summary a[href='#antwoord']") is not None
    assert "Schrijf uw antwoord." in page.get_text()


@pytest.mark.sqlite_only
def test_a_preview_of_an_answer_posts_nothing(site: Site) -> None:
    question, expert = make_question(site.session), make_expert(site.session)
    data = answer_of(expert.assignments[0].organisation_id, preview="1")
    site.sign_in(expert)
    page = parse(site.post(f"/vragen/{question.id}/antwoorden", data, status=200))
    assert page.select_one("#antwoord-preview strong") is not None
    assert count(site.session, Answer) == 0


@pytest.mark.sqlite_only
@pytest.mark.parametrize("who", ["asker", "colleague", "member"])
def test_who_may_not_answer_is_refused(site: Site, who: str) -> None:
    asker = make_person(site.session, Role.COORDINATOR)
    question = make_question(site.session, asker=asker)
    own = asker.assignments[0].organisation
    people = {
        "asker": asker,
        "colleague": make_person(site.session, Role.COORDINATOR, organisation=own),
        "member": make_person(site.session, Role.MEMBER),
    }
    organisation_id = people[who].assignments[0].organisation_id
    site.sign_in(people[who])
    site.post(f"/vragen/{question.id}/antwoorden", answer_of(organisation_id), status=403)
    assert count(site.session, Answer) == 0


def test_a_visitor_does_nothing_on_a_public_question(site: Site) -> None:
    question = make_question(site.session, visibility=Visibility.PUBLIC)
    answer = make_answer(site.session, question)
    for path in (
        f"/vragen/{question.id}/antwoorden",
        f"/vragen/{question.id}/reacties",
        f"/antwoorden/{answer.id}/reacties",
        f"/antwoorden/{answer.id}/accepteren",
        f"/antwoorden/{answer.id}/niet-accepteren",
    ):
        site.post(path, {"body": "Een tekst van drie woorden."}, status=401)
    assert (count(site.session, Answer), count(site.session, Comment), count(site.session, Acceptance)) == (1, 0, 0)


@pytest.mark.sqlite_only
def test_whoever_answered_a_restricted_question_keeps_reading_it(site: Site) -> None:
    question, guest = make_question(site.session, visibility=Visibility.RESTRICTED), make_person(site.session)
    let_in(site.session, question, guest)
    data = answer_of(guest.assignments[0].organisation_id)
    site.sign_in(guest)
    site.post(f"/vragen/{question.id}/antwoorden", data)
    assert "U gaf antwoord" in site.get(f"/vragen/{question.id}").get_text()


def test_comments_stand_under_the_question_and_under_the_answer(site: Site) -> None:
    question = make_question(site.session)
    answer = make_answer(site.session, question)
    site.sign_in(make_person(site.session, name="Ruud"))
    site.post(f"/vragen/{question.id}/reacties", {"body": "Onder de vraag.", "submission": "een"})
    site.post(f"/antwoorden/{answer.id}/reacties", {"body": "Onder het antwoord.", "submission": "twee"})
    page = site.get(f"/vragen/{question.id}")
    below, under = page.select_one("#reacties .replies"), page.select_one(f"#antwoord-{answer.id} .replies")
    assert below is not None
    assert under is not None
    assert "Onder de vraag." in below.get_text()
    assert "Onder het antwoord." in under.get_text()


def test_sending_a_comment_twice_comments_once(site: Site) -> None:
    question = make_question(site.session)
    site.sign_in(make_person(site.session))
    for _ in range(2):
        site.post(f"/vragen/{question.id}/reacties", {"body": "Dank.", "submission": "sleutel"})
    assert count(site.session, Comment) == 1


@pytest.mark.sqlite_only
def test_a_comment_that_is_too_long_stays_in_its_own_open_form(site: Site) -> None:
    question = make_question(site.session)
    answer = make_answer(site.session, question)
    site.sign_in(make_person(site.session))
    page = parse(site.post(f"/antwoorden/{answer.id}/reacties", {"body": "x" * 4001}, status=422))
    [opened] = page.select("details[open]")
    assert opened.select_one(f"#reactie-{answer.id}") is not None
    assert "x" * 4001 in opened.get_text()
    assert page.select_one(f".error-summary a[href='#reactie-{answer.id}']") is not None


def test_accepting_is_told_and_can_be_undone_from_the_notice(site: Site) -> None:
    asker = make_person(site.session, Role.COORDINATOR)
    question = make_question(site.session, asker=asker)
    author = make_person(site.session, Role.EXPERT, name="Carla")
    answer = make_answer(site.session, question, author=author)
    site.sign_in(asker)
    site.post(f"/antwoorden/{answer.id}/accepteren")
    notice = site.get(f"/vragen/{question.id}").select_one(".remark--accepted")
    assert notice is not None
    assert "U hebt het antwoord van Carla geaccepteerd." in notice.get_text()
    undo = notice.select_one("form")
    assert undo is not None
    site.post(str(undo["action"]))
    assert count(site.session, Acceptance) == 0


def test_undoing_a_change_of_mind_accepts_the_earlier_answer_again(site: Site) -> None:
    asker = make_person(site.session, Role.COORDINATOR)
    question = make_question(site.session, asker=asker)
    first = make_answer(site.session, question, accepted=True)
    second = make_answer(site.session, question)
    site.sign_in(asker)
    site.post(f"/antwoorden/{second.id}/accepteren")
    undo = site.get(f"/vragen/{question.id}").select_one(".remark form")
    assert undo is not None
    site.post(str(undo["action"]))
    assert list(site.session.scalars(select(Acceptance.answer_id))) == [first.id]


@pytest.mark.sqlite_only
@pytest.mark.parametrize("role", list(Role))
def test_nobody_from_elsewhere_accepts(site: Site, role: Role) -> None:
    answer = make_answer(site.session, make_question(site.session))
    site.sign_in(make_person(site.session, role))
    site.post(f"/antwoorden/{answer.id}/accepteren", status=403)
    assert count(site.session, Acceptance) == 0


@pytest.mark.sqlite_only
def test_the_standing_of_an_organisation_is_shown_in_words(site: Site) -> None:
    question = make_question(site.session, visibility=Visibility.PUBLIC)
    make_answer(site.session, question, standing=Standing.ORGANISATION)
    assert "Standpunt van de organisatie" in site.get(f"/vragen/{question.id}").get_text()
