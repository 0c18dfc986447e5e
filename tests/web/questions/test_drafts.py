"""Drafts on the screen: kept while one types, listed, resumed, thrown away, and carried through a log-in."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import Engine, select

from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.kept import AnsweredAlready, KeptDraft
from samenspraak.questions.models.question import Question
from samenspraak.themes.models import Theme
from tests.factories.accounts import PASSWORD, make_account
from tests.factories.people import make_expert, make_person, make_theme, organisation_of
from tests.factories.questions import make_answer, make_question
from tests.support.site import NOON, Site, parse
from tests.support.statements import statements_of

pytestmark = pytest.mark.sqlite_only

BSN = "Het gaat om burgerservicenummer 111222333 van een leerling."


@pytest.fixture
def asker(site: Site) -> Person:
    asker = make_person(site.session, Role.COORDINATOR)
    site.sign_in(asker)
    return asker


@pytest.fixture
def theme(site: Site) -> Theme:
    return make_theme(site.session, slug="vervoer", label="Leerlingenvervoer")


def typed(**values: Any) -> dict[str, Any]:
    given = {"title": "Wie betaalt het vervoer?", "body": "De plek is ver weg."}
    return given | {"submission": "sleutel", "opening": "telefoon", "follows": "", "draft_of": ""} | values


def kept(site: Site) -> list[KeptDraft]:
    return list(site.session.scalars(select(KeptDraft).order_by(KeptDraft.id)))


def keep_in_place(site: Site, **values: Any) -> BeautifulSoup:
    return parse(site.post("/vragen/concepten", typed(**values), status=200, headers={"HX-Request": "true"}))


def value(page: BeautifulSoup, name: str, scope: str = "#question-form") -> str:
    field = page.select_one(f"{scope} [name={name}]")
    assert field is not None, name
    return str(field.get("value") or field.text.strip())


def fields_along(page: BeautifulSoup) -> dict[str, str]:
    return {str(field["name"]): str(field["value"]) for field in page.select('input[name^="typed."]')}


def test_what_is_typed_is_kept_and_told_with_the_time(site: Site, asker: Person) -> None:
    told = keep_in_place(site, themes=["1"], sector="vo")

    assert "Bewaard om 12:00." in told.get_text()
    assert [draft.title for draft in kept(site)] == ["Wie betaalt het vervoer?"]


def test_a_draft_is_listed_and_goes_on_as_it_was(site: Site, asker: Person, theme: Theme) -> None:
    keep_in_place(site, themes=[str(theme.id)], sector="vo", visibility="restricted", is_anonymous="y")

    link = site.get("/vragen/concepten").find("a", string="Ga verder")
    assert link is not None
    form = site.get(str(link["href"]), status=303)
    form = site.get(f"/vragen/nieuw?concept={kept(site)[0].id}")

    assert value(form, "title") == "Wie betaalt het vervoer?"
    assert value(form, "body") == "De plek is ver weg."
    ticked = {str(box["name"]): box["value"] for box in form.select("#question-form input[checked]")}
    assert ticked == {"themes": str(theme.id), "sector": "vo", "visibility": "restricted", "is_anonymous": "y"}
    assert value(form, "submission") == "sleutel"
    assert value(form, "follows") == kept(site)[0].stamp


def test_without_script_a_button_keeps_it(site: Site, asker: Person) -> None:
    page = site.get("/vragen/nieuw")
    assert page.find("button", string="Bewaar als concept") is not None

    assert site.post("/vragen/concepten", typed()).location == "/vragen/concepten"
    assert "Uw concept is bewaard." in site.get("/vragen/concepten").get_text()


def test_two_devices_lose_nothing(site: Site, asker: Person) -> None:
    keep_in_place(site)
    follows = kept(site)[0].stamp
    keep_in_place(site, body="Verder op laptop.", opening="laptop", follows=follows)

    told = keep_in_place(site, body="Verder op telefoon.")

    problem = told.select_one("#kept-problem[role=status]")
    assert problem is not None
    assert "op een ander apparaat" in problem.get_text()
    assert {draft.content["fields"]["body"][0] for draft in kept(site)} == {"Verder op laptop.", "Verder op telefoon."}


def test_a_text_that_names_a_pupil_by_number_is_not_kept(site: Site, asker: Person) -> None:
    assert "Niet bewaard" in keep_in_place(site, body=BSN).get_text()
    page = parse(site.post("/vragen/concepten", typed(body=BSN), status=422))
    for name in ("other_theme", "voice", "submission", "opening"):
        assert "Niet bewaard" in keep_in_place(site, **{name: "111222333"}).get_text(), name

    assert kept(site) == []
    assert BSN in page.get_text()


def test_posting_removes_the_draft(site: Site, asker: Person, theme: Theme) -> None:
    keep_in_place(site)
    site.post(
        "/vragen/nieuw",
        typed(
            themes=[str(theme.id)],
            sector="po",
            visibility="signed_in",
            organisation_id=str(organisation_of(site.session, asker).id),
            other_theme="0",
            on_behalf_of="0",
        ),
    )

    assert kept(site) == []
    assert site.session.scalars(select(Question.title)).all() == ["Wie betaalt het vervoer?"]


def test_a_draft_is_thrown_away_by_its_owner_alone(site: Site, asker: Person) -> None:
    keep_in_place(site)
    address = f"/vragen/concepten/{kept(site)[0].id}"
    site.sign_in(make_person(site.session, Role.COORDINATOR))
    site.post(f"{address}/weggooien")
    site.get(address, status=404)
    assert len(kept(site)) == 1

    site.sign_in(asker)
    site.post(f"{address}/weggooien")

    assert kept(site) == []


def test_an_answer_is_kept_with_its_question_and_goes_on_there(site: Site) -> None:
    question, expert = make_question(site.session), make_expert(site.session)
    site.sign_in(expert)
    keep_in_place(site, title="", body="De gemeente betaalt.", draft_of=str(question.id))

    page = site.get(f"/vragen/{question.id}")

    assert value(page, "body", "#answer-form") == "De gemeente betaalt."
    assert "Antwoord op: Wie betaalt het vervoer?" in site.get("/vragen/concepten").get_text()
    voice = value(page, "voice", "#answer-form")
    site.post(
        f"/vragen/{question.id}/antwoorden",
        typed(body="De gemeente betaalt.", follows=value(page, "follows", "#answer-form"), voice=voice),
    )
    assert kept(site) == []
    assert site.session.scalars(select(Answer.body)).all() == ["De gemeente betaalt."]


def test_nobody_keeps_a_draft_for_what_they_cannot_see(site: Site) -> None:
    question = make_question(site.session, visibility="restricted")
    site.sign_in(make_expert(site.session))

    site.post("/vragen/concepten", typed(draft_of=str(question.id)), status=404)
    site.post("/vragen/concepten", typed(), status=403)


def test_what_was_written_when_the_session_ended_is_there_after_the_log_in(site: Site) -> None:
    make_account(site.session, Role.COORDINATOR, email="anna@voorbeeld.test")
    refused = parse(site.post("/vragen/nieuw", typed(), status=401))
    carried = fields_along(refused)
    login = parse(site.post("/inloggen", carried, status=200))
    assert fields_along(login) == carried

    wrong = site.post("/inloggen", carried | {"email": "anna@voorbeeld.test", "password": "nee"}, status=422)
    assert "De plek is ver weg." in wrong.text
    right = site.post("/inloggen", carried | {"email": "anna@voorbeeld.test", "password": PASSWORD})

    assert right.location == f"/vragen/concepten/{kept(site)[0].id}"
    assert value(site.get(f"/vragen/nieuw?concept={kept(site)[0].id}"), "body") == "De plek is ver weg."


def test_a_form_that_keeps_no_draft_carries_nothing_through_the_log_in(site: Site) -> None:
    refused = parse(site.post("/account/wachtwoord", {"current": "geheim"}, status=401))

    assert fields_along(refused) == {}


def test_an_earlier_answer_closes_the_draft_and_that_can_be_undone(site: Site, asker: Person, theme: Theme) -> None:
    earlier = make_question(site.session, title="Wie betaalt de taxi?", themes=[theme])
    make_answer(site.session, earlier, accepted=True)

    led = site.post("/vragen/nieuw/beantwoord", typed(answered=str(earlier.id)))
    page = site.get(led.location)

    assert led.location == f"/vragen/{earlier.id}"
    assert "Fijn dat u het antwoord vond." in page.get_text()
    assert "Beantwoordde ook 1 vraag vooraf" in page.get_text()
    drafts = site.get("/vragen/concepten").get_text()
    assert "Vooraf beantwoord" in drafts
    assert "u wilde vragen: Wie betaalt het vervoer?" in drafts

    found = site.session.scalars(select(AnsweredAlready.id)).one()
    back = site.post(f"/vragen/vooraf-beantwoord/{found}/ongedaan")

    assert back.location == f"/vragen/nieuw?concept={kept(site)[0].id}"
    assert "vooraf" not in site.get(f"/vragen/{earlier.id}").get_text()


def test_what_has_no_answer_answers_nothing(site: Site, asker: Person) -> None:
    earlier = make_question(site.session)

    site.post("/vragen/nieuw/beantwoord", typed(answered=str(earlier.id)), status=404)
    assert kept(site) == []


def test_the_list_asks_no_more_often_with_more_drafts(site: Site, engine: Engine, asker: Person) -> None:
    def fill(first: int, last: int) -> None:
        for number in range(first, last):
            question = make_question(site.session, asker=asker, title=f"Vraag {number}")
            answer = make_answer(site.session, question)
            body = {"opening": "x", "fields": {"body": ["De plek"]}}
            given = {"person_id": asker.id, "content": body, "kept_at": NOON}
            site.session.add(KeptDraft(key=f"v{number}", title="Vraag", **given))
            site.session.add(KeptDraft(key=f"a{number}", question_id=question.id, **given))
            found = {"question_id": question.id, "answer_id": answer.id, "at": NOON, "draft_key": f"b{number}"}
            organisation_id = question.organisation_id
            site.session.add(AnsweredAlready(person_id=asker.id, organisation_id=organisation_id, **found))
        site.session.commit()

    fill(0, 2)
    with statements_of(engine) as few:
        site.get("/vragen/concepten")
    fill(2, 20)
    with statements_of(engine) as many:
        site.get("/vragen/concepten")

    assert len(many) == len(few) <= 12
