"""Saying that an answer helped: on both databases."""

import pytest
from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.errors import NotAllowed, NotFound
from samenspraak.people.kinds import Role
from samenspraak.people.rules import VISITOR
from samenspraak.questions.actions.voting import vote_helpful, withdraw_vote
from samenspraak.questions.documents import question_documents
from samenspraak.questions.events import QuestionChanged
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.answer import HelpfulVote
from samenspraak.questions.queries.tallies import Votes
from samenspraak.questions.queries.threads import thread_of
from tests.factories.people import make_expert, make_person, viewer
from tests.factories.questions import let_in, make_answer, make_question
from tests.questions.events import recorded
from tests.support.site import NOON


def voters(session: Session) -> list[int]:
    return list(session.scalars(select(HelpfulVote.person_id)))


def test_voting_twice_counts_once_and_tells_once(session: Session) -> None:
    answer, reader = make_answer(session, make_question(session)), make_person(session, Role.MEMBER)
    vote_helpful(session, viewer(reader), answer.id, NOON)
    vote_helpful(session, viewer(reader), answer.id, NOON)
    assert voters(session) == [reader.id]
    assert recorded(session) == [QuestionChanged(answer.question_id)]


def test_a_vote_that_is_taken_back_is_gone(session: Session) -> None:
    answer, reader = make_answer(session, make_question(session)), make_person(session)
    vote_helpful(session, viewer(reader), answer.id, NOON)
    withdraw_vote(session, viewer(reader), answer.id)
    withdraw_vote(session, viewer(reader), answer.id)
    assert voters(session) == []
    assert recorded(session) == [QuestionChanged(answer.question_id)] * 2


def test_nobody_votes_for_an_answer_of_their_own(session: Session) -> None:
    expert = make_expert(session)
    answer = make_answer(session, make_question(session), author=expert)
    with pytest.raises(NotAllowed):
        vote_helpful(session, viewer(expert), answer.id, NOON)


def test_a_visitor_has_no_vote(session: Session) -> None:
    answer = make_answer(session, make_question(session, visibility=Visibility.PUBLIC))
    with pytest.raises(NotAllowed):
        vote_helpful(session, VISITOR, answer.id, NOON)
    with pytest.raises(NotAllowed):
        withdraw_vote(session, VISITOR, answer.id)


def test_who_may_not_see_the_question_finds_no_answer_to_vote_for(session: Session) -> None:
    question, reader = make_question(session, visibility=Visibility.RESTRICTED), make_person(session)
    answer = make_answer(session, question)
    with pytest.raises(NotFound):
        vote_helpful(session, viewer(reader), answer.id, NOON)
    let_in(session, question, reader)
    vote_helpful(session, viewer(reader), answer.id, NOON)
    assert voters(session) == [reader.id]


def test_the_index_knows_the_sum_over_all_answers(session: Session) -> None:
    question, other = make_question(session), make_question(session)
    version = question.version
    for answer in (make_answer(session, question), make_answer(session, question)):
        vote_helpful(session, viewer(make_person(session)), answer.id, NOON)
    session.refresh(question)
    assert question.version > version
    found = {document.key: document.helpful for document in question_documents(session)}
    assert found == {question.id: 2, other.id: 0}


def test_a_reader_sees_how_many_and_whether_they_are_among_them(session: Session) -> None:
    question, reader, other = make_question(session), make_person(session), make_person(session)
    answer = make_answer(session, question)
    make_answer(session, question)
    vote_helpful(session, viewer(reader), answer.id, NOON)
    vote_helpful(session, viewer(other), answer.id, NOON)
    for who, expected in ((viewer(reader), True), (VISITOR, False), (viewer(make_person(session)), False)):
        votes = [each.votes for each in thread_of(session, question, who).answers]
        assert sorted(votes, key=lambda each: each.count) == [Votes(0, with_own=False), Votes(2, with_own=expected)]
