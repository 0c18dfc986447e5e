"""Partnerships that may help: who asked the same and got an answer, who worked it out; nobody is given away."""

from pathlib import Path

import pytest

from samenspraak.core.db import Session
from samenspraak.matching.peers import Peers, find_peers
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.people.rules import Viewer
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.question import Question
from samenspraak.search.index import Index
from samenspraak.search.thesaurus import Thesaurus
from tests.factories.experiences import make_experience
from tests.factories.index import index_all
from tests.factories.people import make_person, make_theme, organisation_of, viewer
from tests.factories.questions import make_answer, make_question

TITLE = "Wie regelt busjes naar school?"


@pytest.fixture
def index(tmp_path: Path) -> Index:
    """An index of its own."""
    return Index(tmp_path / "index")


def peers_of(session: Session, index: Index, question: Question, who: Viewer | None = None) -> Peers:
    index_all(session, index)
    return find_peers(session, index, Thesaurus(), who or viewer(question.asker), question)


def answered(session: Session, asker: Person | None = None, **values: object) -> Question:
    question = make_question(session, asker=asker, **{"title": TITLE, "body": "", **values})
    make_answer(session, question)
    return question


def test_who_asked_the_same_and_got_an_answer_and_who_worked_it_out_with_reasons(
    session: Session, index: Index
) -> None:
    theme = make_theme(session, label="Vervoer")
    question = make_question(session, title=TITLE, body="", themes=[theme])
    same = answered(session, themes=[theme])
    make_question(session, title=TITLE, body="Nog zonder antwoord.")
    told = make_experience(session, title="Busjes delen", body="Drie scholen.", themes=[theme])

    peers = peers_of(session, index, question)

    [asked] = peers.asked
    assert (asked.question_id, asked.organisation, asked.answers) == (same.id, same.organisation.title, 1)
    assert {word.found for word in asked.common_words} >= {"busjes"}
    [worked_out] = peers.worked_out
    assert (worked_out.experience_id, worked_out.themes) == (told.id, ("Vervoer",))
    assert [word.found.lower() for word in worked_out.common_words] == ["busjes"]


def test_the_own_partnership_is_no_peer_and_another_is_one_once(session: Session, index: Index) -> None:
    asker, other = make_person(session, Role.COORDINATOR), make_person(session, Role.COORDINATOR)
    question = make_question(session, asker=asker, title=TITLE, body="")
    answered(session, asker)
    make_experience(session, organisation_of(session, asker), title="Onze busjes")
    for _ in range(6):
        make_experience(session, title="Lezen in de onderbouw")
    for number in range(3):
        answered(session, other, body=f"Regel {number}.")
        make_experience(session, organisation_of(session, other), title=f"Busjes {number}")

    peers = peers_of(session, index, question)

    assert [peer.organisation_id for peer in peers.asked] == [organisation_of(session, other).id]
    assert [peer.organisation_id for peer in peers.worked_out] == [organisation_of(session, other).id]


def test_an_anonymous_question_proposes_nobody_also_not_to_a_moderator(session: Session, index: Index) -> None:
    question = make_question(session, title=TITLE, body="")
    answered(session, is_anonymous=True)

    for who in (viewer(question.asker), viewer(make_person(session, Role.MODERATOR))):
        assert not peers_of(session, index, question, who)


def test_what_may_not_be_seen_makes_no_difference(session: Session, index: Index) -> None:
    question = make_question(session, title=TITLE, body="")
    answered(session)
    unanswered = make_question(session, title=TITLE, body="")
    before = peers_of(session, index, question)

    answered(session, visibility=Visibility.RESTRICTED)
    make_answer(session, unanswered).held_at = unanswered.asked_at
    session.flush()

    assert peers_of(session, index, question) == before
