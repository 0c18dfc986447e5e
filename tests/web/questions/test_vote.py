"""The button that says that an answer helped."""

import pytest

from samenspraak.questions.kinds import Visibility
from tests.factories.people import make_expert, make_person
from tests.factories.questions import make_answer, make_question
from tests.support.site import Site, parse


@pytest.mark.sqlite_only
def test_pressing_the_button_counts_and_pressing_again_takes_it_back(site: Site) -> None:
    answer = make_answer(site.session, make_question(site.session))
    site.sign_in(make_person(site.session))
    address = f"/vragen/{answer.question_id}"
    for pressed, words in (("false", "Nuttig"), ("true", "Nuttig (1)"), ("false", "Nuttig")):
        button = site.get(address).select_one(f"#nuttig-{answer.id}")
        assert button is not None
        assert (button["aria-pressed"], button.get_text(strip=True)) == (pressed, words)
        form = button.parent
        assert form is not None
        wish = form.select_one("input[name=helpful]")
        assert wish is not None
        response = site.post(str(form["action"]), {"helpful": wish["value"]})
        assert response.location == f"{address}#antwoord-{answer.id}"


def test_who_stays_on_the_page_gets_the_button_alone(site: Site) -> None:
    answer = make_answer(site.session, make_question(site.session))
    site.sign_in(make_person(site.session))
    response = site.post(f"/antwoorden/{answer.id}/nuttig", {"helpful": "yes"}, 200, headers={"HX-Request": "true"})
    part = parse(response)
    assert [button.get_text(strip=True) for button in part.select("button")] == ["Nuttig (1)"]
    assert part.select_one("h1") is None


@pytest.mark.sqlite_only
def test_an_author_and_a_visitor_read_the_number_and_have_no_button(site: Site) -> None:
    expert, question = make_expert(site.session), make_question(site.session, visibility=Visibility.PUBLIC)
    answer = make_answer(site.session, question, author=expert)
    site.sign_in(make_person(site.session))
    site.post(f"/antwoorden/{answer.id}/nuttig", {"helpful": "yes"})
    site.sign_in(expert)
    seen = [site.get(f"/vragen/{question.id}")]
    site.sign_out()
    seen.append(site.get(f"/vragen/{question.id}"))
    for page in seen:
        assert page.select_one(f"#nuttig-{answer.id}") is None
        assert "1 lezer vond dit nuttig" in page.get_text()


@pytest.mark.sqlite_only
def test_an_author_who_posts_the_vote_is_refused(site: Site) -> None:
    expert = make_expert(site.session)
    answer = make_answer(site.session, make_question(site.session), author=expert)
    site.sign_in(expert)
    site.post(f"/antwoorden/{answer.id}/nuttig", {"helpful": "yes"}, 403)
