"""What someone may not see does not exist for them: in no hit, count, facet or passage, even when the index lags."""

from collections.abc import Iterator

import pytest

from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.question import Question
from samenspraak.themes.models import Theme
from tests.factories.people import make_expert, make_person, make_theme
from tests.factories.questions import let_in, make_answer, make_question
from tests.support.site import Site
from tests.web.search.searching import count, entries, fill, search, tabs, titles

SEARCHES = ("geheimzinnig", '"geheimzinnig plan"', "-iets", "thema:stil", "sector:po", "gefluisterd", "geheimzinnug")


@pytest.fixture
def hidden(site: Site) -> Question:
    """A restricted question on a theme of its own, with an answer, beside one that everyone may read."""
    theme = make_theme(site.session, "stil", "Stille zaken")
    question = make_question(
        site.session, title="Een geheimzinnig plan", themes=[theme], visibility=Visibility.RESTRICTED
    )
    make_answer(site.session, question, body="Het werd gefluisterd.")
    make_question(site.session, title="Wat iedereen weet", body="Het plan.", visibility=Visibility.PUBLIC)
    return question


def outsiders(site: Site) -> Iterator[None]:
    """Be in turn a visitor, a coordinator and an expert of elsewhere, and an administrator."""
    site.sign_out()
    yield
    for role in (Role.COORDINATOR, Role.EXPERT, Role.ADMINISTRATOR, Role.ACCOUNT_MANAGER):
        site.sign_in(make_person(site.session, role))
        yield


@pytest.mark.sqlite_only
def test_an_outsider_meets_a_restricted_question_nowhere(site: Site, hidden: Question) -> None:
    fill(site)
    for _ in outsiders(site):
        for typed in SEARCHES:
            response = site.fetch("GET", "/zoeken", query_string={"q": typed, "soort": "vragen"})
            text = response.text.replace(typed, "").replace("geheimzinnig+plan", "").replace("geheimzinnig plan", "")
            assert f"/vragen/{hidden.id}" not in text
            assert "Een geheimzinnig" not in text
            assert "gefluisterd" not in text
            assert "Stille zaken" not in text or "thema" in typed


@pytest.mark.sqlite_only
def test_an_outsider_counts_no_restricted_question(site: Site, hidden: Question) -> None:
    fill(site)
    for _ in outsiders(site):
        page = search(site, "plan", soort="vragen")
        assert (count(page), titles(page)) == (1, ["Wat iedereen weet"])
        assert entries(page, "thema") == {}
        assert [number for number, _ in entries(page, "sector").values()] == [1]
        assert list(entries(page, "antwoord")) == ["Nog geen antwoord"]
        assert all(number < 2 for number, _ in tabs(page).values())


@pytest.mark.sqlite_only
def test_who_may_read_it_finds_it_with_its_answer(site: Site, hidden: Question) -> None:
    guest = make_expert(site.session)
    let_in(site.session, hidden, guest)
    colleague = make_person(site.session, Role.COORDINATOR, organisation=hidden.organisation)
    moderator = make_person(site.session, Role.MODERATOR)
    fill(site)
    for person in (hidden.asker, guest, colleague, moderator):
        site.sign_in(person)
        assert titles(search(site, "gefluisterd")) == [hidden.title]
        assert entries(search(site, "plan", soort="vragen"), "thema")["Stille zaken"][0] == 1


def test_what_was_closed_since_it_was_indexed_is_in_no_hit_or_count(site: Site) -> None:
    theme = make_theme(site.session, "stil", "Stille zaken")
    closed = make_question(site.session, title="Het plan van toen", themes=[theme])
    make_question(site.session, title="Het plan van nu")
    fill(site)
    closed.visibility = Visibility.RESTRICTED
    site.sign_in(make_person(site.session, Role.COORDINATOR))
    page = search(site, "plan")
    assert (count(page), titles(page), entries(page, "thema")) == (1, ["Het plan van nu"], {})


def test_what_is_gone_since_it_was_indexed_is_not_shown(site: Site) -> None:
    question, kept = make_question(site.session, title="Het plan"), make_question(site.session, title="Ander plan")
    fill(site)
    site.session.delete(question)
    site.sign_in(kept.asker)
    assert titles(search(site, "plan")) == ["Ander plan"]


def test_an_expert_who_left_since_is_not_shown(site: Site) -> None:
    gone, away, kept = (make_expert(site.session, name=name, expertise="plan") for name in ("Anna", "Bas", "Cor"))
    fill(site)
    site.session.get_one(ExpertProfile, gone.id).is_listed = False
    away.is_active = False
    site.sign_in(kept)
    page = search(site, "plan")
    assert (titles(page), count(page)) == (["Cor"], 1)


def test_a_text_that_changed_since_it_was_indexed_is_not_shown_as_it_was(site: Site) -> None:
    question = make_question(site.session, title="Jan Jansen uit Zeist", body="Een naam die hier niet hoort.")
    fill(site)
    question.title, question.body, question.version = "Een leerling", "Zonder naam.", question.version + 1
    site.sign_in(make_person(site.session, Role.COORDINATOR))
    page = search(site, "zeist")
    assert titles(page) == ["Een leerling"]
    assert "Een naam" not in page.get_text()
    assert "Jansen" not in page.get_text()


@pytest.mark.sqlite_only
def test_visitors_do_not_find_experts_by_any_means(site: Site) -> None:
    expert: Person = make_expert(site.session, name="Anna de Boer", expertise="plan")
    public = make_question(site.session, title="Plan", visibility=Visibility.PUBLIC)
    make_answer(site.session, public, author=expert)
    fill(site)
    for typed in ("Anna", "plan", '"de boer"', "deskundige:boer"):
        response = site.fetch("GET", "/zoeken", query_string={"q": typed, "soort": "deskundigen"})
        assert f"/deskundigen/{expert.id}" not in response.text
        assert "Anna de Boer" not in response.text
    assert titles(search(site, "deskundige:boer")) == []


@pytest.mark.sqlite_only
def test_an_unknown_theme_in_the_address_counts_for_nothing(site: Site) -> None:
    theme: Theme = make_theme(site.session, "stil", "Stille zaken")
    make_question(site.session, title="Plan", themes=[theme], visibility=Visibility.PUBLIC)
    fill(site)
    assert count(search(site, "plan", thema="onzin", sector="xx", periode="eeuw", antwoord="x", soort="y")) == 1
