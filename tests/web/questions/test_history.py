"""The pages on versions: listed, compared, put back; and who is named on them."""

import datetime as dt

import pytest

from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.questions.kinds import Standing, Visibility
from samenspraak.questions.models.answer import EarlierText
from samenspraak.questions.models.question import Question
from tests.factories.people import make_expert, make_person, make_theme
from tests.factories.questions import make_answer, make_question
from tests.support.site import NOON, Site, parse

pytestmark = pytest.mark.sqlite_only

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def asker(site: Site) -> Person:
    return make_person(site.session, Role.COORDINATOR, name="Anna Vrager")


@pytest.fixture
def question(site: Site, asker: Person) -> Question:
    """A question of three versions."""
    question = make_question(site.session, asker=asker, themes=[make_theme(site.session, "zorg", "Zorgplicht")])
    for number, body in enumerate(("De school betaalt.", "De gemeente betaalt.")):
        site.session.add(
            EarlierText(
                question_id=question.id,
                title=question.title,
                body=body,
                theme_labels=["Vervoer"],
                written_at=NOON - (9 - number) * HOUR,
                replaced_at=NOON - (8 - number) * HOUR,
                replaced_by_id=asker.id,
                reason=f"Reden {number + 1}",
            )
        )
        site.session.flush()
    question.edited_at = NOON - 7 * HOUR
    return question


def test_versions_are_listed_with_who_when_and_why(site: Site, asker: Person, question: Question) -> None:
    site.sign_in(make_person(site.session))
    page = site.get(f"/vragen/{question.id}/wijzigingen")
    listed = [" ".join(each.get_text().split()) for each in page.select(".versions__version")]
    assert [words.split(" ")[1] for words in listed] == ["3", "2", "1"]
    assert "Reden 2" in listed[0]
    assert "Reden 1" in listed[1]
    assert asker.name in listed[2]
    assert page.select("a[href$=terugzetten]") == []


def test_at_first_the_last_change_is_shown_with_words_for_who_hears_it(site: Site, question: Question) -> None:
    site.sign_in(make_person(site.session))
    page = site.get(f"/vragen/{question.id}/wijzigingen")
    assert "Thema’s" in page.get_text()
    marked = [each.get_text() for each in page.select("del, ins")]
    assert marked[0].startswith("Weg: gemeente")
    assert any(each.startswith("Erbij: ") for each in marked)


def test_any_two_versions_are_compared_older_first(site: Site, question: Question) -> None:
    site.sign_in(make_person(site.session))
    page = site.get(f"/vragen/{question.id}/wijzigingen")
    keys = [option["value"] for option in page.select("select[name=van] option")]
    newer, older = str(keys[1]), str(keys[2])
    page = site.get(f"/vragen/{question.id}/wijzigingen?van={newer}&tot={older}")
    assert [each.get_text() for each in page.select("del, ins")] == ["Weg: school", "Erbij: gemeente"]
    assert "Deze versies zijn gelijk." in site.get(f"/vragen/{question.id}/wijzigingen?van=nu&tot=nu").get_text()


@pytest.mark.parametrize("address", ["?van=x&tot=nu", "?van=999999&tot=nu", "?van=&tot="])
def test_versions_that_are_not_there_do_not_break_the_page(site: Site, question: Question, address: str) -> None:
    site.sign_in(make_person(site.session))
    assert site.get(f"/vragen/{question.id}/wijzigingen{address}").select("del, ins")


def test_the_asker_puts_an_earlier_version_back(site: Site, asker: Person, question: Question) -> None:
    site.sign_in(asker)
    link = site.get(f"/vragen/{question.id}/wijzigingen").select("a[href$=terugzetten]")[-1]
    form = site.get(str(link["href"]))
    seen = form.select_one("input[name=seen]")
    assert seen is not None
    site.post(str(link["href"]), {"seen": seen["value"], "reason": ""})
    assert "De school betaalt." in site.get(f"/vragen/{question.id}").get_text()
    assert "Teruggezet naar de versie van" in site.get(f"/vragen/{question.id}/wijzigingen").get_text()


def test_a_moderator_puts_back_with_a_reason(site: Site, question: Question) -> None:
    site.sign_in(make_person(site.session, Role.MODERATOR))
    url = str(site.get(f"/vragen/{question.id}/wijzigingen").select("a[href$=terugzetten]")[-1]["href"])
    seen = site.get(url).select_one("input[name=seen]")
    assert seen is not None
    refused = parse(site.post(url, {"seen": seen["value"], "reason": ""}, status=422))
    assert "Schrijf waarom u dit aanpast." in refused.get_text()
    site.post(url, {"seen": seen["value"], "reason": "Vergissing"})
    assert ": Vergissing" in site.get(f"/vragen/{question.id}/wijzigingen").get_text()


def test_who_put_back_what_changed_meanwhile_looks_again(site: Site, asker: Person, question: Question) -> None:
    site.sign_in(asker)
    url = str(site.get(f"/vragen/{question.id}/wijzigingen").select("a[href$=terugzetten]")[-1]["href"])
    assert "intussen gewijzigd" in site.post(url, {"seen": "oud"}, status=422).text


def test_others_put_nothing_back(site: Site, question: Question) -> None:
    earlier = site.session.query(EarlierText).first()
    assert earlier is not None
    site.sign_in(make_expert(site.session))
    path = f"/vragen/{question.id}/wijzigingen/{earlier.id}/terugzetten"
    site.get(path, status=403)
    site.post(path, {"reason": "Zomaar"}, status=403)


def test_who_may_not_know_who_asked_does_not_read_it_in_the_versions(
    site: Site, asker: Person, question: Question
) -> None:
    question.is_anonymous = True
    site.sign_in(make_person(site.session))
    page = site.get(f"/vragen/{question.id}/wijzigingen")
    assert asker.name not in str(page)
    assert "naam niet getoond" in page.get_text()


def test_versions_of_an_answer_that_is_held_are_hidden_with_it(site: Site, asker: Person) -> None:
    question = make_question(site.session, asker=asker, visibility=Visibility.PUBLIC)
    answer = make_answer(site.session, question, standing=Standing.ORGANISATION, held_at=NOON)
    site.get(f"/antwoorden/{answer.id}/wijzigingen", status=404)
    site.sign_in(make_person(site.session, Role.MODERATOR))
    site.get(f"/antwoorden/{answer.id}/wijzigingen")
