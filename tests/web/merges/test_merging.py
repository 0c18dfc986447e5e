"""Having questions go into each other, as a moderator does it in a browser; and what others find at the old address."""

import pytest

from samenspraak.indexing.upkeep import rebuild
from samenspraak.people.kinds import Role
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.merge import QuestionMerge
from samenspraak.questions.models.question import Question
from tests.factories.people import make_expert, make_person
from tests.factories.questions import make_answer, make_question
from tests.support.site import Site

pytestmark = pytest.mark.sqlite_only
REASON = {"reason": "Allebei over het vervoer."}


@pytest.fixture
def pair(site: Site) -> tuple[Question, Question]:
    """Two questions that ask the same, and a moderator who is signed in."""
    source = make_question(site.session, title="Vervoer naar een plek ver weg: wie betaalt?")
    target = make_question(site.session, title="Wie betaalt het vervoer naar een plek ver weg?")
    site.sign_in(make_person(site.session, Role.MODERATOR, name="Maarten Moderator"))
    rebuild(site.services.sessions, site.services.index)
    return source, target


def merge(site: Site, source: Question, target: Question) -> QuestionMerge:
    site.post(f"/vragen/{source.id}/dubbel", REASON | {"doel": str(target.id)}, status=303)
    return site.session.query(QuestionMerge).one()


def test_a_moderator_finds_the_other_question_by_likeness_words_number_and_address(
    site: Site, pair: tuple[Question, Question]
) -> None:
    source, target = pair
    assert site.get(f"/vragen/{target.id}").find("a", href=f"/vragen/{target.id}/dubbel")
    for words in ("", "?zoek=betaalt+vervoer", f"?zoek={target.id}", f"?zoek=https://elders.test/vragen/{target.id}"):
        page = site.get(f"/vragen/{source.id}/dubbel{words}")
        assert page.find("a", href=f"/vragen/{source.id}/dubbel?doel={target.id}"), words
    assert "Wij vonden geen andere vraag" in site.get(f"/vragen/{source.id}/dubbel?zoek=xylofoon").get_text()


def test_what_will_happen_is_told_before_it_does_and_a_reason_is_needed(
    site: Site, pair: tuple[Question, Question]
) -> None:
    source, target = pair
    make_answer(site.session, source)
    page = site.get(f"/vragen/{source.id}/dubbel?doel={target.id}")
    assert "1 antwoord blijft bij de oorspronkelijke vraag staan" in page.get_text()
    refused = site.post(f"/vragen/{source.id}/dubbel", {"reason": " ", "doel": str(target.id)}, status=422)
    assert "Schrijf waarom. De vraagsteller leest dit." in refused.text


def test_what_stands_in_the_way_is_told_instead(site: Site, pair: tuple[Question, Question]) -> None:
    source, _target = pair
    secret = make_question(site.session, visibility=Visibility.RESTRICTED)
    page = site.get(f"/vragen/{source.id}/dubbel?doel={secret.id}")
    assert "De andere vraag is voor minder lezers" in page.get_text()
    assert page.find("button", string="Voeg samen") is None
    site.post(f"/vragen/{source.id}/dubbel", REASON | {"doel": str(secret.id)}, status=422)


def test_the_old_address_leads_to_the_target_which_says_so_and_the_original_stays_to_read(
    site: Site, pair: tuple[Question, Question]
) -> None:
    source, target = pair
    make_answer(site.session, source, body="Vraag het de gemeente.")
    merge(site, source, target)
    site.sign_in(make_expert(site.session))
    response = site.fetch("GET", f"/vragen/{source.id}")
    assert (response.status_code, response.headers["Location"]) == (
        301,
        f"/vragen/{target.id}?samengevoegd={source.id}",
    )
    assert response.headers["Cache-Control"] == "no-store"
    text = site.get(f"/vragen/{target.id}?samengevoegd={source.id}").get_text()
    assert "Samengevoegd" in text
    assert REASON["reason"] in text
    assert "Ook gesteld als" in text
    original = site.get(f"/vragen/{source.id}/oorspronkelijk").get_text()
    assert "Vraag het de gemeente." in original
    assert "Maak samenvoegen ongedaan" not in original


def test_what_was_being_written_to_a_merged_question_is_shown_and_not_lost(
    site: Site, pair: tuple[Question, Question]
) -> None:
    source, target = pair
    merge(site, source, target)
    site.sign_in(make_expert(site.session))
    response = site.post(f"/vragen/{source.id}/reacties", {"body": "Dit wilde ik nog zeggen."}, status=422)
    assert "Dit wilde ik nog zeggen." in response.text


def test_a_moderator_undoes_it_on_the_page_of_the_target_or_of_the_original(
    site: Site, pair: tuple[Question, Question]
) -> None:
    source, target = pair
    merged = merge(site, source, target)
    for address in (f"/vragen/{target.id}", f"/vragen/{source.id}/oorspronkelijk"):
        assert site.get(address).find("form", action=f"/samengevoegd/{merged.id}/ongedaan"), address
    site.post(f"/samengevoegd/{merged.id}/ongedaan", {}, status=303)
    assert "Ook gesteld als" not in site.get(f"/vragen/{target.id}").get_text()
    assert site.fetch("GET", f"/vragen/{source.id}").status_code == 200
    assert site.fetch("GET", f"/vragen/{source.id}/oorspronkelijk").status_code == 303
    site.post(f"/samengevoegd/{merged.id}/ongedaan", {}, status=303)


def test_who_may_not_see_where_it_went_any_more_reads_the_original(site: Site, pair: tuple[Question, Question]) -> None:
    source, target = pair
    merge(site, source, target)
    target.visibility = Visibility.RESTRICTED
    site.session.commit()
    site.sign_in(make_expert(site.session))
    response = site.fetch("GET", f"/vragen/{source.id}")
    assert (response.status_code, response.headers["Location"]) == (302, f"/vragen/{source.id}/oorspronkelijk")
    assert target.title not in site.get(f"/vragen/{source.id}/oorspronkelijk").get_text()
