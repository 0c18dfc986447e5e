"""What is written happens, through the rooms' own rules."""

import pytest
from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.demonstration.content_files import WrittenQuestion, experts, open_questions, values
from samenspraak.people.models.account import Person, RoleAssignment
from samenspraak.questions.models.question import Question
from samenspraak.routing.models.invitation import Invitation

ENDS = {
    "invite": {"invited", "expired"},
    "accept": {"accepted", "expired"},
    "decline": {"declined"},
    "forward": {"forwarded"},
    "withdraw": {"withdrawn"},
}


@pytest.mark.sqlite_only
@pytest.mark.parametrize("question", open_questions(), ids=lambda question: question.story)
def test_a_written_course_ends_as_written(seen: Session, question: WrittenQuestion) -> None:
    rows = select(Person.name, Invitation.state).join(Invitation.expert).join(Invitation.question)
    states = dict(seen.execute(rows.where(Question.title == question.title)).all())
    names = {expert.key: expert.name for expert in experts()}
    for key, acts in values("courses")[question.story].get("invitations", {}).items():
        assert states[names[key]] in ENDS[acts[-1][0]]


@pytest.mark.sqlite_only
def test_nobody_is_asked_by_their_own_organisation(seen: Session) -> None:
    own = (
        select(Person.name, Question.title)
        .select_from(Invitation)
        .join(Question, Question.id == Invitation.question_id)
        .join(Person, Person.id == Invitation.expert_id)
        .join(RoleAssignment, RoleAssignment.person_id == Person.id)
        .where(RoleAssignment.organisation_id == Question.organisation_id, Invitation.invited_at.is_not(None))
    )
    assert seen.execute(own).all() == []
