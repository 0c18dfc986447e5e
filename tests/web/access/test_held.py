"""An answer that is held leaves no trace for whom it does not concern: every page is the same with it as without it."""

import pytest
from sqlalchemy import select

from samenspraak.indexing.upkeep import rebuild
from samenspraak.questions.kinds import Standing
from samenspraak.questions.models.answer import Answer, CoAuthor, Comment, EarlierText, HelpfulVote
from samenspraak.questions.models.question import Question
from tests.factories.questions import make_answer
from tests.support.depth import is_deep
from tests.support.site import NOON, Site
from tests.web.access.test_doors import enter
from tests.web.access.test_leaks import look_around
from tests.web.access.world import CANARY, OUTSIDERS, World, make_world

pytestmark = pytest.mark.sqlite_only


def at_a_question_of_others(site: Site) -> World:
    """Make the world, seen from a question that its asker asked and everyone who is signed in reads."""
    world = make_world(site)
    question = site.session.scalars(
        select(Question).where(Question.asker_id == world.people["asker"].id).order_by(Question.id)
    ).first()
    assert question is not None
    answer = site.session.scalars(select(Answer).where(Answer.question_id == question.id)).one()
    world.ids.update(question=question.id, answer=answer.id)
    return world


def add_held_answer(site: Site, world: World) -> Answer:
    """Add an answer that is held, with all that can hang on one, and index its question."""
    session = site.session
    question = session.get_one(Question, world.ids["question"])
    author, signer = world.people["guest"], world.people["colleague"]
    held = make_answer(
        session,
        question,
        author=author,
        standing=Standing.ORGANISATION,
        body=f"De gemeente betaalt het geheimzinnige vervoer, {CANARY}.",
        basis=CANARY,
        held_at=NOON,
        held_by_id=world.people["moderator"].id,
        held_because=f"Namens wie spreekt u? {CANARY}",
        edited_at=NOON,
    )
    organisation_id = held.organisation_id
    said = {"question_id": question.id, "author_id": author.id, "organisation_id": organisation_id}
    before = {"written_at": NOON, "replaced_at": NOON, "replaced_by_id": author.id, "body": f"Eerder: {CANARY}"}
    signs = {"answer_id": held.id, "organisation_id": organisation_id, "asked_at": NOON}
    session.add_all(
        [
            Comment(answer_id=held.id, body=f"Nog iets: {CANARY}", commented_at=NOON, **said),
            EarlierText(answer_id=held.id, **before),
            CoAuthor(person_id=signer.id, agreed_at=NOON, **signs),
            HelpfulVote(answer_id=held.id, person_id=signer.id, voted_at=NOON),
        ]
    )
    session.commit()
    rebuild(site.services.sessions, site.services.index)
    return held


@pytest.mark.parametrize("who", OUTSIDERS if is_deep() else ("expert",))
def test_every_page_is_the_same_for_outsiders_with_and_without_it(site: Site, who: str) -> None:
    world = at_a_question_of_others(site)
    enter(site, world, who)
    before = look_around(site, world)
    add_held_answer(site, world)
    enter(site, world, who)

    after = look_around(site, world)

    assert [address for address in before if after[address] != before[address]] == []
    assert [address for address, text in after.items() if CANARY in text] == []


@pytest.mark.parametrize("who", ["member", "expert"])
def test_its_own_addresses_are_not_found_by_outsiders(site: Site, who: str) -> None:
    world = at_a_question_of_others(site)
    held = add_held_answer(site, world)
    enter(site, world, who)

    site.get(f"/antwoorden/{held.id}/wijzigingen", status=404)
    for act in ("nuttig", "accepteren", "reacties", "ondertekenen", "eigen-ervaring"):
        site.post(f"/antwoorden/{held.id}/{act}", {"body": "x"}, status=404)


@pytest.mark.parametrize("who", ["asker", "colleague", "moderator"])
def test_whoever_asked_and_moderators_read_it_with_the_reason(site: Site, who: str) -> None:
    world = at_a_question_of_others(site)
    held = add_held_answer(site, world)
    enter(site, world, who)

    shown = site.get(f"/vragen/{held.question_id}").select_one(f"#antwoord-{held.id}")

    assert shown is not None
    assert "Een moderator houdt dit antwoord vast." in shown.get_text()
    assert f"Namens wie spreekt u? {CANARY}" in shown.get_text()
