"""Signing answers together: on both databases."""

import pytest

from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid, NotAllowed, NotFound
from samenspraak.people.kinds import OrganisationKind, Role
from samenspraak.people.models.account import Person
from samenspraak.people.rules import Viewer
from samenspraak.questions.actions.editing import edit_answer
from samenspraak.questions.actions.signing import ask_to_sign, decline_to_sign, sign
from samenspraak.questions.actions.voting import vote_helpful
from samenspraak.questions.documents import question_documents
from samenspraak.questions.edits import AnswerEdit
from samenspraak.questions.events import AnswerSigned, AskedToSign
from samenspraak.questions.kinds import Standing, Visibility
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.queries.authors import authors_of
from samenspraak.questions.queries.questions import is_guest
from samenspraak.questions.queries.signing import who_can_sign
from tests.factories.people import (
    make_expert,
    make_organisation,
    make_person,
    make_spokesperson,
    make_theme,
    organisation_of,
    viewer,
)
from tests.factories.questions import make_answer, make_question
from tests.questions.events import recorded
from tests.support.site import NOON


@pytest.fixture
def author(session: Session) -> Person:
    return make_expert(session, name="Ada Auteur")


@pytest.fixture
def other(session: Session) -> Person:
    return make_expert(session, name="Ben Bij")


@pytest.fixture
def answer(session: Session, author: Person) -> Answer:
    return make_answer(session, make_question(session), author=author, standing=Standing.ORGANISATION)


def signed(session: Session, author: Viewer, other: Viewer, answer: Answer) -> None:
    ask_to_sign(session, author, answer.id, other.person_id or 0, NOON)
    sign(session, other, answer.id, NOON)


def test_who_agrees_signs_for_their_own_organisation(
    session: Session, author: Person, other: Person, answer: Answer
) -> None:
    who, whom, own = viewer(author), viewer(other), organisation_of(session, other).id
    asked = ask_to_sign(session, who, answer.id, other.id, NOON)
    assert (asked.organisation_id, asked.agreed_at) == (own, None)
    assert authors_of(session, answer) == {author.id}
    sign(session, whom, answer.id, NOON)
    assert authors_of(session, answer) == {author.id, other.id}
    assert is_guest(session, answer.question_id, other.id)
    assert AskedToSign(answer.question_id, answer.id, other.id, author.id) in recorded(session)
    assert AnswerSigned(answer.question_id, answer.id, other.id) in recorded(session)


def test_search_and_match_know_who_signed(session: Session, author: Person, other: Person, answer: Answer) -> None:
    signed(session, viewer(author), viewer(other), answer)
    [document] = question_documents(session, [answer.question_id])
    assert [each.person for each in document.people] == [author.id, other.id]


def test_who_signed_edits_it_and_has_no_vote(session: Session, author: Person, other: Person, answer: Answer) -> None:
    who, whom = viewer(author), viewer(other)
    vote_helpful(session, whom, answer.id, NOON)
    signed(session, who, whom, answer)
    [document] = question_documents(session, [answer.question_id])
    assert document.helpful == 0
    with pytest.raises(NotAllowed):
        vote_helpful(session, whom, answer.id, NOON)
    edit_answer(session, whom, answer.id, AnswerEdit("Samen.", answer.standing), answer.sign, NOON)
    assert answer.body == "Samen."
    assert authors_of(session, answer) == {author.id, other.id}


def test_a_signature_is_declined_taken_back_and_asked_again(
    session: Session, author: Person, other: Person, answer: Answer
) -> None:
    who, whom = viewer(author), viewer(other)
    ask_to_sign(session, who, answer.id, other.id, NOON)
    decline_to_sign(session, whom, answer.id, NOON)
    assert authors_of(session, answer) == {author.id}
    signed(session, who, whom, answer)
    decline_to_sign(session, whom, answer.id, NOON)
    assert authors_of(session, answer) == {author.id}


def test_nobody_signs_unasked_and_only_the_author_asks(
    session: Session, author: Person, other: Person, answer: Answer
) -> None:
    whom = viewer(other)
    with pytest.raises(NotFound):
        sign(session, whom, answer.id, NOON)
    with pytest.raises(NotAllowed):
        ask_to_sign(session, whom, answer.id, author.id, NOON)


def test_who_cannot_claim_the_standing_is_not_asked(session: Session, author: Person, answer: Answer) -> None:
    who = viewer(author)
    member = make_person(session, organisation=organisation_of(session, author))
    with pytest.raises(Invalid) as refusal:
        ask_to_sign(session, who, answer.id, member.id, NOON)
    assert refusal.value.reason == "standing-not-theirs"


def test_who_may_not_see_the_question_is_not_asked(session: Session, author: Person, other: Person) -> None:
    who = viewer(author)
    hidden = make_answer(session, make_question(session, visibility=Visibility.RESTRICTED), author=author)
    with pytest.raises(NotFound):
        ask_to_sign(session, who, hidden.id, other.id, NOON)


def test_the_asker_is_not_asked_to_sign_an_answer_to_the_own_question(session: Session, author: Person) -> None:
    who, asker = viewer(author), make_person(session, Role.COORDINATOR)
    question = make_question(session, asker=asker)
    answer = make_answer(session, question, author=author)
    assert asker.id not in {person.id for person in who_can_sign(session, who, question, answer)}
    with pytest.raises(Invalid):
        ask_to_sign(session, who, answer.id, asker.id, NOON)


def test_another_standing_lets_signatures_fall_that_cannot_carry_it(session: Session) -> None:
    ministry = make_organisation(session, kind=OrganisationKind.MINISTRY)
    theme, named = make_theme(session), make_expert(session, organisation=ministry)
    make_spokesperson(session, named, theme)
    colleague = make_expert(session, organisation=ministry)
    who, whom = viewer(named), viewer(colleague)
    answer = make_answer(session, make_question(session, themes=[theme]), author=named)
    signed(session, who, whom, answer)
    edit_answer(session, who, answer.id, AnswerEdit(answer.body, Standing.MINISTRY), answer.sign, NOON)
    assert authors_of(session, answer) == {named.id}
