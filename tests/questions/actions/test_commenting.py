"""Comments, on both databases."""

import pytest
from sqlalchemy import func, select

from samenspraak.core.db import Session
from samenspraak.core.errors import NotAllowed, NotFound
from samenspraak.people.kinds import Role
from samenspraak.people.rules import VISITOR
from samenspraak.questions.actions.commenting import comment
from samenspraak.questions.drafts import CommentDraft
from samenspraak.questions.events import CommentPlaced
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.answer import Comment
from tests.factories.people import make_person, viewer
from tests.factories.questions import make_answer, make_question
from tests.questions.events import recorded
from tests.support.site import NOON


@pytest.mark.parametrize("role", Role)
def test_everyone_with_an_account_comments(session: Session, role: Role) -> None:
    question, someone = make_question(session), make_person(session, role)
    placed = comment(session, viewer(someone), question.id, CommentDraft("Goed punt."), NOON)
    assert (placed.author_id, placed.organisation_id) == (someone.id, someone.assignments[0].organisation_id)
    assert CommentPlaced(question.id, placed.id, someone.id) in recorded(session)


def test_a_comment_stands_under_its_answer(session: Session) -> None:
    question = make_question(session)
    answer, someone = make_answer(session, question), make_person(session)
    placed = comment(session, viewer(someone), question.id, CommentDraft("Dank.", answer.id), NOON)
    assert placed.answer_id == answer.id


def test_an_answer_of_another_question_is_not_commented_on_here(session: Session) -> None:
    question, elsewhere = make_question(session), make_answer(session, make_question(session))
    with pytest.raises(NotFound):
        comment(session, viewer(make_person(session)), question.id, CommentDraft("Dank.", elsewhere.id), NOON)


def test_the_same_submission_comments_once(session: Session) -> None:
    question, someone = make_question(session), make_person(session)
    for _ in range(2):
        comment(session, viewer(someone), question.id, CommentDraft("Dank.", None, "sleutel"), NOON)
    assert session.scalar(select(func.count(Comment.id))) == 1


def test_a_visitor_does_not_comment_on_a_public_question(session: Session) -> None:
    question = make_question(session, visibility=Visibility.PUBLIC)
    with pytest.raises(NotAllowed):
        comment(session, VISITOR, question.id, CommentDraft("Dank."), NOON)


def test_a_question_that_one_may_not_see_is_not_commented_on(session: Session) -> None:
    question = make_question(session, visibility=Visibility.RESTRICTED)
    with pytest.raises(NotFound):
        comment(session, viewer(make_person(session)), question.id, CommentDraft("Dank."), NOON)
