"""The whole calculation on the screen: for moderators and administrators, and for each only what they may see."""

import dataclasses

import pytest
from sqlalchemy import select

from samenspraak.matching.weights import Weights
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.question import Question
from tests.factories.people import make_expert, make_person, make_theme
from tests.factories.questions import make_answer, make_question
from tests.support.site import Site
from tests.web.matching.choosing import TRANSPORT, index, path

pytestmark = pytest.mark.sqlite_only

HIDDEN = "Een geheim geval van vervoer naar school"


def calculation(site: Site, question: Question, more: str = "") -> str:
    return site.get(path(question) + "/berekening" + more).get_text(" ", strip=True)


@pytest.fixture
def question(site: Site) -> Question:
    theme = make_theme(site.session, label="Leerlingenvervoer")
    expert = make_expert(site.session, name="Vera Vervoer", expertise="Kent vervoer.", themes=[theme])
    make_answer(site.session, make_question(site.session, title="Vervoer naar ver"), author=expert, accepted=True)
    make_expert(site.session, name="Victor Vol", expertise="Kent vervoer en gemeenten.", weekly_capacity=0)
    made = make_question(site.session, **TRANSPORT)
    index(site)
    return made


def add_hidden_answer(site: Site) -> None:
    hidden = make_question(site.session, title=HIDDEN, visibility=Visibility.RESTRICTED)
    vera = site.session.scalars(select(Person).where(Person.name == "Vera Vervoer")).one()
    make_answer(site.session, hidden, author=vera)
    index(site)


def test_a_moderator_reads_every_part_a_total_and_who_is_left_out(site: Site, question: Question) -> None:
    site.sign_in(make_person(site.session, Role.MODERATOR))
    page = site.get(path(question) + "/berekening")
    tables = page.select("section[aria-labelledby^=deskundige] table")
    assert len(tables) == 2
    for table in tables:
        *points, total = (int(cell.get_text().replace(".", "")) for cell in table.select("td.num"))
        assert sum(points) == total
    for row in page.select("section[aria-labelledby=peers] tbody tr"):
        *points, total = (int(cell.get_text().replace(".", "")) for cell in row.select("td.num"))
        assert sum(points) == total > 0
    words = page.get_text(" ", strip=True)
    assert "Eerder antwoord Vervoer naar ver (geaccepteerd)" in words
    assert "Woord in het profiel vervoer" in words
    assert "niet voorgesteld: neemt nu geen vragen aan" in words
    assert "wordt voorgesteld" in words
    assert "Eerdere antwoorden op vragen die lijken" in words


def test_each_setting_is_named_in_words(site: Site, question: Question) -> None:
    site.sign_in(make_person(site.session, Role.MODERATOR))
    names = [word.get_text() for word in site.get(path(question) + "/berekening").select("#settings ~ details dl dt")]
    settings = [field.name for field in dataclasses.fields(Weights)]
    assert len(set(names)) == len(settings)
    assert not set(names) & {*settings, ""}


def test_others_are_refused(site: Site, question: Question) -> None:
    for role in (Role.COORDINATOR, Role.EXPERT, Role.MEMBER, Role.ACCOUNT_MANAGER):
        site.sign_in(make_person(site.session, role))
        site.get(path(question) + "/berekening", 403)


def test_a_hidden_question_changes_nothing_for_an_administrator_or_in_the_view_of_the_asker(
    site: Site, question: Question
) -> None:
    people = {role: make_person(site.session, role) for role in (Role.ADMINISTRATOR, Role.MODERATOR)}
    before = {}
    for role, person in people.items():
        site.sign_in(person)
        before[role] = calculation(site, question)
    add_hidden_answer(site)
    for role, person in people.items():
        site.sign_in(person)
        assert calculation(site, question) == before[role]
    assert HIDDEN in calculation(site, question, "?zicht=eigen")


def test_a_question_that_was_hidden_since_it_was_indexed_has_no_title_and_no_number(
    site: Site, question: Question
) -> None:
    expert = make_expert(site.session, name="Gerda Geheim", expertise="Kent de wet.")
    for number in range(2):
        made = make_question(site.session, title=f"{HIDDEN} {number}")
        make_answer(site.session, made, author=expert)
    index(site)
    for made in site.session.scalars(select(Question).where(Question.title.startswith(HIDDEN))):
        made.visibility = Visibility.RESTRICTED
    site.sign_in(make_person(site.session, Role.ADMINISTRATOR))
    words = calculation(site, question)
    assert HIDDEN not in words
    assert words.count("Andere gesprekken") == 1


def test_without_an_index_the_page_says_so(site: Site) -> None:
    site.sign_in(make_person(site.session, Role.MODERATOR))
    assert "Wij kunnen nu niet zoeken wie past" in calculation(site, make_question(site.session))


def test_moderators_find_it_from_the_page_to_choose(site: Site, question: Question) -> None:
    site.sign_in(make_person(site.session, Role.MODERATOR))
    assert site.get(path(question)).select_one(f"a[href='{path(question)}/berekening']") is not None
    site.sign_in(site.session.get_one(Person, question.asker_id))
    assert site.get(path(question)).select_one(f"a[href='{path(question)}/berekening']") is None


def test_points_are_folded_on_a_phone_and_those_of_lower_experts_everywhere(site: Site, question: Question) -> None:
    for name in ("Wim Weg", "Xenia Auto", "Yvo Bus"):
        make_expert(site.session, name=name, expertise="Kent vervoer.")
    index(site)
    site.sign_in(make_person(site.session, Role.MODERATOR))
    folds = site.get(path(question) + "/berekening").select("section[aria-labelledby^=deskundige] details")
    assert [fold.get("class") == ["fold"] for fold in folds] == [True, True, True, False, False]
    assert not any(fold.has_attr("open") for fold in folds)
    assert all(fold.select_one("table") for fold in folds)
