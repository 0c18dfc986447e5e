"""Mentioning someone in a comment."""

import pytest

from tests.factories.people import make_expert, make_person
from tests.factories.questions import make_answer, make_question
from tests.support.site import Site


def test_names_are_offered_as_they_are_typed(site: Site) -> None:
    question = make_question(site.session)
    make_expert(site.session, name="Jan Smit")
    site.sign_in(make_person(site.session))
    offered = site.fetch("GET", f"/vragen/{question.id}/noemen?q=smi").get_json()
    assert [option["name"] for option in offered["options"]] == ["Jan Smit"]


def test_a_mention_is_shown_linked_and_told_once(site: Site) -> None:
    expert, asker = make_expert(site.session, name="Jan Smit"), make_person(site.session, name="Vera")
    question = make_question(site.session, asker=asker)
    site.sign_in(make_person(site.session))
    site.post(f"/vragen/{question.id}/reacties", {"body": "Weet @Jan Smit dit? Vraag het @Jan Smit.", "mentions": "0"})
    links = site.get(f"/vragen/{question.id}").select(".replies a[href^='/deskundigen/']")
    assert [(link.get_text(), link["href"]) for link in links] == [("@Jan Smit", f"/deskundigen/{expert.id}")] * 2
    site.sign_in(expert)
    assert site.get("/postvak").get_text().count("noemde u in een reactie") == 1


@pytest.mark.sqlite_only
def test_without_script_someone_is_chosen_from_a_list(site: Site) -> None:
    author = make_person(site.session, name="Ada Auteur")
    question = make_question(site.session)
    make_answer(site.session, question, author=author)
    site.sign_in(make_person(site.session))
    options = site.get(f"/vragen/{question.id}").select("#noem-vraag option")
    assert [option.get_text() for option in options] == ["Niemand", "Ada Auteur"]
    site.post(f"/vragen/{question.id}/reacties", {"body": "Klopt dit?", "mentions": str(author.id)})
    assert "@Ada Auteur Klopt dit?" in site.get(f"/vragen/{question.id}").get_text()


@pytest.mark.sqlite_only
def test_who_cannot_be_mentioned_is_refused_at_the_field(site: Site) -> None:
    make_person(site.session, name="Mies Elders")
    question = make_question(site.session)
    site.sign_in(make_person(site.session))
    form = {"body": "Wat vindt @Mies Elders?", "mentions": "0"}
    response = site.post(f"/vragen/{question.id}/reacties", form, status=422)
    assert "U noemt na een @ iemand die u hier niet kunt noemen." in response.text
    assert "Wat vindt @Mies Elders?" in response.text
