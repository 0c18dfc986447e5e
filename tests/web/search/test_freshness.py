"""What is posted is found as soon as the worker has been round."""

import pytest

from samenspraak.core.events import commit
from samenspraak.people.kinds import Role
from samenspraak.questions.actions.guests import let_in, let_out
from samenspraak.questions.kinds import Standing, Visibility
from samenspraak.worker.draining import drain
from samenspraak.worker.effects import EFFECTS
from tests.factories.people import make_expert, make_person, make_theme
from tests.factories.questions import make_question
from tests.support.site import NOON, Site
from tests.web.search.searching import fill, search, titles


def go_round(site: Site) -> None:
    """Do what the worker does, until nothing waits."""
    while drain(site.services, EFFECTS, lambda: False):
        site.session.expire_all()


def test_an_answer_that_was_posted_is_found(site: Site) -> None:
    question = make_question(site.session, title="De bus")
    expert = make_expert(site.session)
    voice = f"{Standing.PERSONAL.value}:{expert.assignments[0].organisation_id}"
    fill(site)
    site.sign_in(expert)
    assert titles(search(site, "rittenplan")) == []
    site.post(f"/vragen/{question.id}/antwoorden", {"body": "Maak een rittenplan.", "voice": voice})
    go_round(site)
    assert titles(search(site, "rittenplan")) == ["De bus"]


@pytest.mark.sqlite_only
def test_a_question_that_was_posted_is_found_and_an_index_that_is_missing_is_made(site: Site) -> None:
    theme = make_theme(site.session)
    coordinator = make_person(site.session, Role.COORDINATOR)
    make_question(site.session, title="Een oude vraag over de bus")
    site.sign_in(coordinator)
    form = {
        "title": "Mag de bus ook laat?",
        "body": "Wij zoeken een oplossing.",
        "themes": theme.id,
        "sector": "po",
        "visibility": Visibility.SIGNED_IN.value,
        "organisation": coordinator.assignments[0].organisation_id,
        "confirmed": "ja",
        "submission": "een-sleutel",
    }
    site.post("/vragen/nieuw", form)
    assert "Zoeken kan nu even niet" in search(site, "bus").get_text()
    go_round(site)
    assert set(titles(search(site, "bus"))) == {"Mag de bus ook laat?", "Een oude vraag over de bus"}


@pytest.mark.sqlite_only
def test_who_is_let_in_finds_a_question_and_who_is_let_out_does_not(site: Site) -> None:
    question = make_question(site.session, title="De bus", visibility=Visibility.RESTRICTED)
    expert = make_expert(site.session)
    fill(site)
    site.sign_in(expert)

    let_in(site.session, question.id, expert.id, NOON)
    commit(site.session, site.services.wiring, NOON)
    go_round(site)
    assert titles(search(site, "bus")) == ["De bus"]

    let_out(site.session, question.id, expert.id)
    commit(site.session, site.services.wiring, NOON)
    go_round(site)
    assert titles(search(site, "bus")) == []
