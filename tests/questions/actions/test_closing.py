"""Closing and reopening questions: on both databases."""

import pytest

from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid, NotAllowed
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.people.rules import Viewer
from samenspraak.questions.actions.answering import give_answer, withdraw_acceptance
from samenspraak.questions.actions.closing import close_question, reopen_question
from samenspraak.questions.actions.commenting import comment
from samenspraak.questions.drafts import AnswerDraft, CommentDraft
from samenspraak.questions.events import AcceptanceWithdrawn, QuestionClosed, QuestionReopened
from samenspraak.questions.kinds import AnswerState, CloseReason, Standing
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.listing import QuestionFilters, list_questions
from tests.factories.people import make_expert, make_organisation, make_person, viewer
from tests.factories.questions import make_answer, make_question
from tests.questions.events import recorded
from tests.support.site import NOON


@pytest.fixture
def asker(session: Session) -> Person:
    return make_person(session, Role.COORDINATOR)


def close(session: Session, who: Viewer, question: Question) -> None:
    close_question(session, who, question.id, CloseReason.SOLVED_OTHERWISE, "Gevonden.", NOON)


def test_the_asker_closes_with_a_reason(session: Session, asker: Person) -> None:
    who = viewer(asker)
    question = make_question(session, asker=asker)
    close(session, who, question)
    assert (question.closed_at, question.closed_by_id) == (NOON, question.asker_id)
    assert (question.closed_because, question.closing_words) == (CloseReason.SOLVED_OTHERWISE, "Gevonden.")
    assert QuestionClosed(question.id, question.asker_id) in recorded(session)


def test_who_coordinates_the_same_partnership_and_moderators_close_and_nobody_else(session: Session) -> None:
    partnership = make_organisation(session)
    asker = make_person(session, Role.COORDINATOR, organisation=partnership)
    may = [make_person(session, Role.COORDINATOR, organisation=partnership), make_person(session, Role.MODERATOR)]
    may_not = [make_person(session, organisation=partnership), make_expert(session)]
    for person in may:
        question = make_question(session, asker=asker)
        close_question(session, viewer(person), question.id, CloseReason.UNCLEAR, "", NOON)
        assert question.closed_by_id == person.id
    for person in may_not:
        with pytest.raises(NotAllowed):
            close_question(
                session, viewer(person), make_question(session, asker=asker).id, CloseReason.UNCLEAR, "", NOON
            )


def test_closing_twice_closes_once(session: Session, asker: Person) -> None:
    who = viewer(asker)
    question = make_question(session, asker=asker)
    close(session, who, question)
    close(session, who, question)
    assert sum(isinstance(event, QuestionClosed) for event in recorded(session)) == 1


def test_a_closed_question_takes_comments_and_no_answers(session: Session, asker: Person) -> None:
    who = viewer(asker)
    question, expert = make_question(session, asker=asker), make_expert(session)
    close(session, who, question)
    comment(session, viewer(expert), question.id, CommentDraft("Jammer."), NOON)
    draft = AnswerDraft("Toch nog.", Standing.PERSONAL, expert.assignments[0].organisation_id)
    with pytest.raises(Invalid) as refusal:
        give_answer(session, viewer(expert), question.id, draft, NOON)
    assert refusal.value.reason == "question-closed"


def test_it_is_reopened_as_if_it_had_not_been_closed(session: Session, asker: Person) -> None:
    who = viewer(asker)
    question = make_question(session, asker=asker)
    close(session, who, question)
    reopen_question(session, who, question.id, NOON)
    assert (question.closed_at, question.closed_because, question.closing_words) == (None, None, "")
    assert QuestionReopened(question.id, question.asker_id) in recorded(session)


def test_withdrawing_an_acceptance_reopens_it(session: Session, asker: Person) -> None:
    who = viewer(asker)
    question = make_question(session, asker=asker)
    answer = make_answer(session, question, accepted=True)
    close(session, who, question)
    withdraw_acceptance(session, who, answer.id)
    assert question.closed_at is None
    assert AcceptanceWithdrawn(question.id, answer.id, question.asker_id) in recorded(session)
    assert QuestionReopened(question.id, question.asker_id) in recorded(session)


def test_lists_tell_which_are_closed_without_an_answer(session: Session, asker: Person) -> None:
    who = viewer(asker)
    reader, closed, helped = (
        make_person(session),
        make_question(session, asker=asker),
        make_question(session, asker=asker),
    )
    make_answer(session, helped, accepted=True)
    for question in (closed, helped):
        close(session, who, question)
    rows, total = list_questions(session, viewer(reader), QuestionFilters(state=AnswerState.CLOSED))
    assert ([row.id for row in rows], total) == ([closed.id], 1)
    assert rows[0].is_closed
