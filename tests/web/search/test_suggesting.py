"""What the search box offers while someone types: questions, experts, themes and words that they may see."""

from typing import Any

import pytest
from sqlalchemy import Engine

from samenspraak.people.kinds import Role
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.questions.kinds import Visibility
from tests.factories.people import make_expert, make_person, make_theme
from tests.factories.questions import make_question
from tests.support.site import Site
from tests.support.statements import statements_of
from tests.web.search.searching import fill

pytestmark = pytest.mark.sqlite_only


def offered(site: Site, typed: str) -> dict[str, Any]:
    """What the script gets."""
    response = site.fetch("GET", "/zoeken/aanvullen", query_string={"q": typed})
    assert response.status_code == 200
    found: dict[str, Any] = response.get_json()
    return found


def urls(site: Site, typed: str) -> list[str]:
    return [option["url"] for option in offered(site, typed)["options"]]


def test_each_kind_is_named_and_leads_somewhere(site: Site) -> None:
    theme = make_theme(site.session, "vervoer", "Leerlingenvervoer")
    question = make_question(site.session, title="Leerlingenvervoer naar een andere gemeente", themes=[theme])
    expert = make_expert(site.session, name="Lea Leerling", expertise="Adviseert.")
    fill(site)
    site.sign_in(make_person(site.session, Role.COORDINATOR))
    found = {option["url"]: (option["label"], option["kind"]) for option in offered(site, "leerl")["options"]}
    assert found[f"/vragen/{question.id}"] == (question.title, "Vraag")
    assert found[f"/deskundigen/{expert.id}"] == ("Lea Leerling", "Deskundige")
    assert found["/zoeken?thema=vervoer"] == ("Leerlingenvervoer", "Thema")
    assert offered(site, "leerl")["told"] == f"{len(found)} suggesties. Kies met de pijltjes."
    assert {site.fetch("GET", url).status_code for url in found} == {200}


@pytest.mark.parametrize("typed", ["", " ", "l", "\x00", "zzzz", '"', "-", "thema:", "?" * 5000])
def test_what_leads_nowhere_offers_nothing(site: Site, typed: str) -> None:
    make_question(site.session, title="Leerlingenvervoer", visibility=Visibility.PUBLIC)
    fill(site)
    assert offered(site, typed) == {"told": "Geen suggesties.", "options": []}


def test_without_an_index_nothing_is_offered(site: Site) -> None:
    assert offered(site, "vervoer")["options"] == []


def test_visitors_are_offered_no_experts_and_only_public_questions(site: Site) -> None:
    public = make_question(site.session, title="Vervoer voor iedereen", visibility=Visibility.PUBLIC)
    make_question(site.session, title="Vervoer voor leden")
    make_expert(site.session, name="Vera Vervoer")
    fill(site)
    found = [url for url in urls(site, "verv") if not url.startswith("/zoeken")]
    assert found == [f"/vragen/{public.id}"]


def test_a_hidden_question_changes_nothing_of_what_is_offered(site: Site) -> None:
    make_question(site.session, title="Vervoer voor leden", body="Een plan.")
    fill(site)
    site.sign_in(make_person(site.session, Role.COORDINATOR))
    typed = ("geheim", "geheimz", "plan", "vervoer g", "verv", "kan")
    before = [offered(site, each) for each in typed]
    hidden = make_question(
        site.session, title="Vervoer, een geheimzinnig plan", body="Kanariegeel.", visibility=Visibility.RESTRICTED
    )
    asker = hidden.asker
    fill(site)
    assert [offered(site, each) for each in typed] == before
    site.sign_in(asker)
    assert f"/vragen/{hidden.id}" in urls(site, "vervoer, een geh")


def test_what_changed_since_it_was_indexed_is_offered_as_it_is_now(site: Site) -> None:
    closed = make_question(site.session, title="Vervoer van toen")
    renamed = make_question(site.session, title="Vervoer van Jan Jansen")
    gone = make_expert(site.session, name="Vera Vervoer")
    fill(site)
    site.sign_in(make_person(site.session, Role.COORDINATOR))
    closed.visibility = Visibility.RESTRICTED
    renamed.title = "Vervoer van een leerling"
    site.session.get_one(ExpertProfile, gone.id).is_listed = False
    options = offered(site, "vervoer van")["options"]
    assert [option["label"] for option in options if option["kind"] == "Vraag"] == ["Vervoer van een leerling"]
    assert [option for option in offered(site, "vera")["options"] if option["kind"] == "Deskundige"] == []


def test_the_number_of_statements_does_not_grow(site: Site, engine: Engine) -> None:
    def statements() -> int:
        fill(site)
        with statements_of(engine) as found:
            assert offered(site, "vervoer")["options"]
        return len(found)

    make_question(site.session, title="Vervoer 0")
    make_expert(site.session, name="Vervoer 0")
    site.sign_in(make_person(site.session, Role.COORDINATOR))
    few = statements()
    for number in range(1, 30):
        make_question(site.session, title=f"Vervoer {number}")
        make_expert(site.session, name=f"Vervoer {number}")
    assert statements() == few
    assert few < 12
