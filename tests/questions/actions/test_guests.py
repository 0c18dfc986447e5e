"""Letting in and out, on both databases."""

from samenspraak.core.db import Session
from samenspraak.questions.actions.guests import let_in, let_out
from samenspraak.questions.events import QuestionChanged
from samenspraak.questions.queries.questions import is_guest
from tests.factories.people import make_expert
from tests.factories.questions import make_answer, make_question
from tests.questions.events import recorded
from tests.support.site import NOON


def test_a_guest_is_let_in_once_and_the_index_is_told(session: Session) -> None:
    question, expert = make_question(session), make_expert(session)
    let_in(session, question.id, expert.id, NOON)
    let_in(session, question.id, expert.id, NOON)
    session.refresh(question)
    assert is_guest(session, question.id, expert.id)
    assert recorded(session) == [QuestionChanged(question.id)]
    assert question.version == 2


def test_a_guest_is_let_out(session: Session) -> None:
    question, expert = make_question(session), make_expert(session)
    let_in(session, question.id, expert.id, NOON)
    let_out(session, question.id, expert.id)
    assert not is_guest(session, question.id, expert.id)
    assert len(recorded(session)) == 2


def test_whoever_answered_stays(session: Session) -> None:
    question, expert = make_question(session), make_expert(session)
    let_in(session, question.id, expert.id, NOON)
    make_answer(session, question, author=expert)
    let_out(session, question.id, expert.id)
    assert is_guest(session, question.id, expert.id)


def test_letting_out_who_is_no_guest_tells_nothing(session: Session) -> None:
    question, expert = make_question(session), make_expert(session)
    let_out(session, question.id, expert.id)
    assert recorded(session) == []
