"""Closing and reopening questions, in their pages."""

import pytest
from bs4 import BeautifulSoup

from samenspraak.people.kinds import Role
from tests.factories.people import make_expert, make_person
from tests.factories.questions import make_question
from tests.support.site import Site


def told(page: BeautifulSoup, selector: str) -> str:
    found = page.select_one(selector)
    return " ".join(found.get_text(" ").split()) if found else ""


def test_the_asker_closes_and_reopens(site: Site) -> None:
    asker = make_person(site.session, Role.COORDINATOR)
    question = make_question(site.session, asker=asker)
    site.sign_in(asker)
    assert "Sluit de vraag" in site.get(f"/vragen/{question.id}").get_text()
    site.post(f"/vragen/{question.id}/sluiten", {"because": "solved_otherwise", "words": "Gevonden bij de buren."})

    page = site.get(f"/vragen/{question.id}")
    assert "De vraag is gesloten." in told(page, ".remark")
    assert "Op een andere manier opgelost. Gevonden bij de buren." in told(page, ".weighs")
    assert "Gesloten" in site.get("/vragen").get_text()

    site.post(f"/vragen/{question.id}/heropenen")
    assert told(site.get(f"/vragen/{question.id}"), ".weighs") == ""


@pytest.mark.sqlite_only
def test_a_reason_must_be_chosen_and_another_reason_told(site: Site) -> None:
    asker = make_person(site.session, Role.COORDINATOR)
    question = make_question(site.session, asker=asker)
    site.sign_in(asker)
    path = f"/vragen/{question.id}/sluiten"
    assert "Kies waarom u de vraag sluit." in site.post(path, {}, status=422).text
    assert "Schrijf kort waarom u de vraag sluit." in site.post(path, {"because": "other"}, status=422).text


@pytest.mark.sqlite_only
def test_others_have_no_way_to_close(site: Site) -> None:
    question = make_question(site.session)
    site.sign_in(make_expert(site.session))
    assert "Sluit de vraag" not in site.get(f"/vragen/{question.id}").get_text()
    site.get(f"/vragen/{question.id}/sluiten", status=403)
    site.post(f"/vragen/{question.id}/heropenen", status=403)


def test_who_was_writing_an_answer_keeps_the_text_when_it_is_closed(site: Site) -> None:
    asker, expert = make_person(site.session, Role.COORDINATOR), make_expert(site.session)
    form = {"body": "Een lang antwoord.", "voice": f"personal:{expert.assignments[0].organisation_id}"}
    question = make_question(site.session, asker=asker)
    site.sign_in(asker)
    site.post(f"/vragen/{question.id}/sluiten", {"because": "unclear"})
    site.sign_in(expert)
    response = site.post(f"/vragen/{question.id}/antwoorden", form, status=422)
    assert "Deze vraag is intussen gesloten." in response.text
    assert "Een lang antwoord." in response.text
