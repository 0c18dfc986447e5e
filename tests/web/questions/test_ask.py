"""Asking a question on the screen, without script."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import select
from sqlalchemy.orm import object_session

from samenspraak.core.db import Session
from samenspraak.people.kinds import Role, Sector
from samenspraak.people.models.account import Person, RoleAssignment
from samenspraak.questions.documents import question_documents
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.question import Question
from samenspraak.themes.models import Theme
from tests.factories.people import make_organisation, make_person, make_theme
from tests.factories.questions import make_answer, make_question
from tests.support.site import Site, parse

NEW = "/vragen/nieuw"


@pytest.fixture
def asker(site: Site) -> Person:
    asker = make_person(site.session, Role.COORDINATOR)
    site.sign_in(asker)
    return asker


@pytest.fixture
def theme(site: Site) -> Theme:
    return make_theme(site.session, slug="vervoer", label="Leerlingenvervoer")


def typed(asker: Person, *themes: Theme, **values: Any) -> dict[str, Any]:
    return {
        "title": "Wie betaalt het vervoer?",
        "body": "De plek is *ver* weg.\r\nTelt ons oordeel mee?",
        "themes": [str(theme.id) for theme in themes],
        "other_theme": "0",
        "sector": "po",
        "visibility": "signed_in",
        "wished_by": "2013-03-20",
        "organisation_id": str(organisation_of(asker)),
        "submission": "sleutel",
    } | values


def organisation_of(person: Person) -> int:
    session = object_session(person)
    assert session is not None
    own = select(RoleAssignment.organisation_id).where(RoleAssignment.person_id == person.id)
    return session.scalars(own.order_by(RoleAssignment.id)).first() or 0


def asked(session: Session) -> list[Question]:
    return list(session.scalars(select(Question).order_by(Question.id)))


def value(page: BeautifulSoup, name: str) -> str:
    field = page.select_one(f"main [name={name}]")
    assert field is not None
    return field.get_text().removeprefix("\r\n") if field.name == "textarea" else str(field.get("value", ""))


@pytest.mark.sqlite_only
def test_a_question_is_posted(site: Site, asker: Person, theme: Theme) -> None:
    response = site.post(NEW, typed(asker, theme))
    [question] = asked(site.session)
    assert response.location.startswith(f"/vragen/{question.id}")
    assert question.body == "De plek is *ver* weg.\nTelt ons oordeel mee?"
    assert (question.sector, question.visibility) == (Sector.PRIMARY, Visibility.SIGNED_IN)


def test_sending_the_form_twice_asks_once(site: Site, asker: Person, theme: Theme) -> None:
    first = site.post(NEW, typed(asker, theme))
    second = site.post(NEW, typed(asker, theme))
    assert first.location == second.location
    assert len(asked(site.session)) == 1


@pytest.mark.sqlite_only
def test_each_opened_form_has_a_key_of_its_own(site: Site, asker: Person) -> None:
    assert value(site.get(NEW), "submission") != value(site.get(NEW), "submission")


@pytest.mark.sqlite_only
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.COORDINATOR])
def test_others_than_coordinators_do_not_ask(site: Site, theme: Theme, role: Role) -> None:
    someone = make_person(site.session, role)
    site.sign_in(someone)
    site.get(NEW, status=403)
    site.post(NEW, typed(someone, theme), status=403)
    site.post(f"{NEW}/voorstel", status=403)
    assert asked(site.session) == []


def test_a_visitor_is_sent_to_log_in(site: Site) -> None:
    assert site.fetch("GET", NEW).status_code == 303


@pytest.mark.sqlite_only
def test_the_sentence_from_the_home_page_stands_in_the_form(site: Site, asker: Person) -> None:
    assert value(site.get(f"{NEW}?titel=Wie+betaalt+de+bus?"), "title") == "Wie betaalt de bus?"


@pytest.mark.sqlite_only
def test_nobody_asks_for_a_partnership_of_others(site: Site, asker: Person, theme: Theme) -> None:
    elsewhere = make_organisation(site.session)
    site.post(NEW, typed(asker, theme, organisation_id=str(elsewhere.id)), status=422)
    assert asked(site.session) == []


@pytest.mark.sqlite_only
def test_who_coordinates_two_partnerships_chooses_one(site: Site, asker: Person, theme: Theme) -> None:
    second = make_organisation(site.session)
    site.session.add(RoleAssignment(person_id=asker.id, organisation_id=second.id, role=Role.COORDINATOR))
    assert len(site.get(NEW).select("select[name=organisation_id] option")) == 2
    site.post(NEW, typed(asker, theme, organisation_id=str(second.id)))
    assert [question.organisation_id for question in asked(site.session)] == [second.id]


@pytest.mark.sqlite_only
@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"title": "  "}, "Schrijf uw vraag in een zin."),
        ({"title": "x" * 121}, "Gebruik hoogstens 120 tekens."),
        ({"body": ""}, "Schrijf een toelichting"),
        ({"body": "x" * 20_001}, "Gebruik hoogstens 20000 tekens."),
        ({"themes": []}, "Kies ten minste één thema."),
        ({"wished_by": "2013-03-13"}, "Kies vandaag of een latere dag."),
        ({"wished_by": "gauw"}, "Vul een dag in, zoals 14-03-2013."),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_on_top_and_nothing_typed_is_lost(
    site: Site, asker: Person, theme: Theme, wrong: dict[str, Any], message: str
) -> None:
    form = typed(asker, theme, **wrong)
    page = parse(site.post(NEW, form, status=422))
    summary = page.select_one(".error-summary")
    assert summary is not None
    assert message in summary.get_text()
    link = summary.select_one("a")
    assert link is not None
    assert page.select_one(str(link["href"])) is not None
    assert message in page.get_text().replace(summary.get_text(), "")
    assert value(page, "title") == form["title"].strip()
    assert value(page, "body") == form["body"].replace("\r\n", "\n")
    assert value(page, "submission") == "sleutel"
    assert page.title is not None
    assert page.title.get_text().startswith("Fout:")
    assert len(page.select("input[name=themes][checked]")) == len(form["themes"])


@pytest.mark.sqlite_only
def test_four_themes_are_too_many_and_stay_ticked(site: Site, asker: Person) -> None:
    themes = [make_theme(site.session) for _ in range(4)]
    page = parse(site.post(NEW, typed(asker, *themes), status=422))
    assert "Kies hoogstens drie thema’s." in page.get_text()
    assert len(page.select("input[name=themes][checked]")) == 4


@pytest.mark.sqlite_only
def test_a_theme_from_the_list_counts_too(site: Site, asker: Person, theme: Theme) -> None:
    site.post(NEW, typed(asker, other_theme=str(theme.id)))
    assert len(asked(site.session)) == 1


@pytest.mark.sqlite_only
def test_a_theme_from_the_list_is_ticked_when_one_asks_for_more(site: Site, asker: Person, theme: Theme) -> None:
    page = parse(site.post(NEW, typed(asker, other_theme=str(theme.id), suggest="1"), status=200))
    assert [field["value"] for field in page.select("input[name=themes][checked]")] == [str(theme.id)]
    assert asked(site.session) == []


@pytest.mark.sqlite_only
def test_themes_of_questions_like_it_are_offered(site: Site, asker: Person, theme: Theme) -> None:
    other = make_theme(site.session, label="Overleg met gemeenten")
    make_question(site.session, themes=[theme, other])
    make_question(site.session, title="Dyslexie", body="Leeshulp.")
    site.services.index.apply(question_documents(site.session))
    page = parse(site.post(NEW, typed(asker, suggest="1"), status=200))
    assert "Leerlingenvervoer" in [label.get_text() for label in page.select("#themes-offer .choice label")]
    assert page.select("input[name=themes][checked]") == []
    assert why_offered(page, other) == "staat bij vragen die hierop lijken"


@pytest.mark.sqlite_only
def test_a_theme_that_the_text_names_is_offered_with_the_words_that_do(site: Site, asker: Person, theme: Theme) -> None:
    site.services.index.apply([])
    page = parse(site.post(NEW, typed(asker, title="Wie regelt leerlingenvervoer?", suggest="1"), status=200))
    assert why_offered(page, theme) == "staat in uw tekst: “leerlingenvervoer”"


def why_offered(page: BeautifulSoup, theme: Theme) -> str:
    """What a theme's box is described by, beside what holds for all of them."""
    box = page.select_one(f"#theme-{theme.id}")
    assert box is not None
    told = page.select_one("#" + str(box["aria-describedby"]).split()[-1])
    assert told is not None
    return told.get_text(strip=True)


@pytest.mark.sqlite_only
def test_a_preview_shows_the_text_and_posts_nothing(site: Site, asker: Person, theme: Theme) -> None:
    page = parse(site.post(NEW, typed(asker, theme, preview="1"), status=200))
    preview = page.select_one("#body-preview")
    assert preview is not None
    assert preview.select_one("em") is not None
    assert value(page, "body").startswith("De plek is *ver* weg.")
    assert asked(site.session) == []


def test_what_is_alike_is_shown_once_before_posting(site: Site, asker: Person, theme: Theme) -> None:
    like = make_question(site.session, title="Wie betaalt het vervoer ver weg?")
    make_answer(site.session, like, body="De gemeente betaalt.", accepted=True)
    make_question(site.session, title="Dyslexie", body="Leeshulp.")
    make_question(site.session, title="Wie betaalt het geheime vervoer?", visibility=Visibility.RESTRICTED)
    site.services.index.apply(question_documents(site.session))
    before = len(asked(site.session))
    page = parse(site.post(NEW, typed(asker, theme), status=200))
    text = page.get_text()
    assert len(asked(site.session)) == before
    for part in ("Kijk eerst of uw vraag al beantwoord is", "De gemeente betaalt.", "Ja, stel mijn vraag"):
        assert part in text
    assert "geheime" not in text
    assert value(page, "body").startswith("De plek is *ver* weg.")
    site.post(NEW, typed(asker, theme, confirmed="1"))
    assert len(asked(site.session)) == before + 1


def test_who_saw_what_is_alike_while_writing_is_not_asked_again(site: Site, asker: Person, theme: Theme) -> None:
    make_question(site.session, title="Wie betaalt het vervoer ver weg?")
    make_question(site.session, title="Dyslexie", body="Leeshulp.")
    site.services.index.apply(question_documents(site.session))
    part = parse(site.post(f"{NEW}/voorstel", typed(asker, theme), status=200))
    shown = part.select_one("input[name=shown]")
    assert shown is not None
    assert "Wie betaalt het vervoer ver weg?" in part.get_text()
    site.post(NEW, typed(asker, theme, shown=shown["value"]))


def test_the_part_that_is_renewed_while_writing_keeps_what_was_ticked(site: Site, asker: Person, theme: Theme) -> None:
    part = parse(site.post(f"{NEW}/voorstel", typed(asker, theme), status=200))
    assert part.select("html") == []
    assert [field["value"] for field in part.select("#themes-offer input[checked]")] == [str(theme.id)]
    assert asked(site.session) == []


@pytest.mark.sqlite_only
@pytest.mark.parametrize("shown", ["1,2,x", "9" * 5000, "\x00", ",,,"])
def test_a_forged_list_of_what_was_shown_does_no_harm(site: Site, asker: Person, theme: Theme, shown: str) -> None:
    site.post(NEW, typed(asker, theme, shown=shown))


@pytest.mark.sqlite_only
def test_a_text_with_nul_is_posted_without_it(site: Site, asker: Person, theme: Theme) -> None:
    site.post(NEW, typed(asker, theme, title="Wie\x00 betaalt?", body="A\x00B"))
    assert [(each.title, each.body) for each in asked(site.session)] == [("Wie betaalt?", "AB")]


@pytest.mark.sqlite_only
@pytest.mark.parametrize("name", ["themes", "other_theme", "sector", "visibility", "organisation_id"])
def test_a_choice_that_was_not_offered_is_refused(site: Site, asker: Person, theme: Theme, name: str) -> None:
    for wrong in ("x", "999999999999999999999", "\x00"):
        site.post(NEW, typed(asker, theme, **{name: wrong}), status=422)
    assert asked(site.session) == []
