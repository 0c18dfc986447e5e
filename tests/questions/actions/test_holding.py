"""Holding an answer, and settling that: on both databases."""

from typing import Any

import pytest
from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid, NotAllowed, NotFound
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.questions.actions.answering import accept_answer
from samenspraak.questions.actions.editing import edit_answer
from samenspraak.questions.actions.holding import hold_answer, lower_standing, release_answer
from samenspraak.questions.actions.voting import vote_helpful
from samenspraak.questions.documents import question_documents
from samenspraak.questions.edits import AnswerEdit
from samenspraak.questions.events import AcceptanceWithdrawn, AnswerHeld, AnswerReleased
from samenspraak.questions.kinds import Standing
from samenspraak.questions.models.answer import Acceptance, Answer, EarlierText
from samenspraak.questions.queries.held import list_held
from samenspraak.questions.queries.listing import rows_of
from samenspraak.questions.queries.questions import find_answer
from tests.factories.people import make_expert, make_person, viewer
from tests.factories.questions import make_answer, make_question
from tests.questions.events import recorded
from tests.support.site import NOON

WHY = "Namens wie spreekt u?"


@pytest.fixture
def moderator(session: Session) -> Person:
    return make_person(session, Role.MODERATOR)


@pytest.fixture
def author(session: Session) -> Person:
    return make_expert(session)


def claim(session: Session, author: Person, **values: Any) -> Answer:
    """Make an answer that claims to speak for an organisation."""
    return make_answer(session, make_question(session), author=author, standing=Standing.ORGANISATION, **values)


def test_a_moderator_holds_an_answer_with_a_reason(session: Session, moderator: Person, author: Person) -> None:
    answer = claim(session, author)
    hold_answer(session, viewer(moderator), answer.id, f" {WHY} ", NOON)
    assert (answer.held_at, answer.held_by_id, answer.held_because) == (NOON, moderator.id, WHY)
    assert AnswerHeld(answer.question_id, answer.id, moderator.id) in recorded(session)
    assert [(each.answer_id, each.because) for each in list_held(session)[0]] == [(answer.id, WHY)]


def test_a_reason_is_needed(session: Session, moderator: Person, author: Person) -> None:
    with pytest.raises(Invalid):
        hold_answer(session, viewer(moderator), claim(session, author).id, "  ", NOON)


def test_nobody_but_a_moderator_holds_or_releases(session: Session, moderator: Person, author: Person) -> None:
    writes = viewer(author)
    answer = claim(session, author)
    for who in (writes, viewer(make_person(session, Role.ADMINISTRATOR))):
        with pytest.raises(NotAllowed):
            hold_answer(session, who, answer.id, WHY, NOON)
    hold_answer(session, viewer(moderator), answer.id, WHY, NOON)
    with pytest.raises(NotAllowed):
        release_answer(session, writes, answer.id, NOON)
    with pytest.raises(NotFound):
        release_answer(session, viewer(make_expert(session)), answer.id, NOON)


def test_one_from_own_experience_claims_nothing_and_is_not_held(session: Session, moderator: Person) -> None:
    answer = make_answer(session, make_question(session))
    with pytest.raises(NotAllowed):
        hold_answer(session, viewer(moderator), answer.id, WHY, NOON)


def test_an_answer_that_is_held_counts_for_nobody(session: Session, moderator: Person, author: Person) -> None:
    answer = claim(session, author, accepted=True)
    vote_helpful(session, viewer(make_person(session)), answer.id, NOON)
    hold_answer(session, viewer(moderator), answer.id, WHY, NOON)

    [row] = rows_of(session, viewer(moderator), [answer.question_id])
    [document] = question_documents(session, [answer.question_id])

    assert (row.answers, row.is_accepted) == (0, False)
    assert (document.answered, document.accepted, document.helpful, document.people) == (False, False, 0, ())
    assert answer.body not in document.discussion
    assert session.scalars(select(Acceptance)).all() == []
    assert AcceptanceWithdrawn(answer.question_id, answer.id, moderator.id) in recorded(session)


def test_it_is_neither_accepted_nor_called_helpful(session: Session, moderator: Person) -> None:
    asker = make_person(session, Role.COORDINATOR)
    who, question = viewer(asker), make_question(session, asker=asker)
    answer = make_answer(session, question, author=make_expert(session), standing=Standing.ORGANISATION)
    hold_answer(session, viewer(moderator), answer.id, WHY, NOON)
    with pytest.raises(NotAllowed):
        accept_answer(session, who, answer.id, NOON)
    with pytest.raises(NotAllowed):
        vote_helpful(session, who, answer.id, NOON)


def test_a_moderator_releases_it_as_it_is(session: Session, moderator: Person, author: Person) -> None:
    answer = claim(session, author)
    hold_answer(session, viewer(moderator), answer.id, WHY, NOON)
    release_answer(session, viewer(moderator), answer.id, NOON)
    assert (answer.held_at, answer.held_because, answer.standing) == (None, "", Standing.ORGANISATION)
    assert AnswerReleased(answer.question_id, answer.id, moderator.id) in recorded(session)
    assert find_answer(session, viewer(make_expert(session)), answer.id)[1].id == answer.id


def test_its_author_lowers_the_standing_which_releases_it_and_is_kept(
    session: Session, moderator: Person, author: Person
) -> None:
    writes = viewer(author)
    answer = claim(session, author)
    hold_answer(session, viewer(moderator), answer.id, WHY, NOON)
    lower_standing(session, writes, answer.id, "Was mijn eigen mening", NOON)
    assert (answer.held_at, answer.standing) == (None, Standing.PERSONAL)
    assert [each.standing for each in session.scalars(select(EarlierText))] == [Standing.ORGANISATION]


def test_another_standing_by_editing_releases_it_too(session: Session, moderator: Person, author: Person) -> None:
    writes = viewer(author)
    answer = claim(session, author)
    hold_answer(session, viewer(moderator), answer.id, WHY, NOON)
    edit_answer(session, writes, answer.id, AnswerEdit(answer.body, Standing.PERSONAL), answer.sign, NOON)
    assert (answer.held_at, answer.standing) == (None, Standing.PERSONAL)


def test_a_text_with_the_same_standing_stays_held(session: Session, moderator: Person, author: Person) -> None:
    writes = viewer(author)
    answer = claim(session, author)
    hold_answer(session, viewer(moderator), answer.id, WHY, NOON)
    edit_answer(session, writes, answer.id, AnswerEdit("Anders.", answer.standing), answer.sign, NOON)
    assert answer.held_at is not None
