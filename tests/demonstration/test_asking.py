"""The demonstration asks in every way: anonymously, for a member, as a follow-up, in drafts, and by finding answers."""

import pytest
from sqlalchemy import func, select

from samenspraak.core.db import Session
from samenspraak.people.models.account import Person
from samenspraak.people.models.organisation import PartnershipMember
from samenspraak.people.queries.people import find_person
from samenspraak.people.queries.viewers import viewer_of
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.kept import AnsweredAlready
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.answered_already import answered_of
from samenspraak.questions.queries.kept import drafts_of
from tests.support.site import NOON

pytestmark = pytest.mark.sqlite_only


def viewer_named(session: Session, name: str) -> Viewer:
    return viewer_of(find_person(session, session.scalars(select(Person.id).where(Person.name == name)).one()))


def test_questions_are_asked_anonymously_for_a_member_and_as_a_follow_up(seen: Session) -> None:
    for kind in (Question.is_anonymous, Question.on_behalf_of_id.is_not(None), Question.origin_id.is_not(None)):
        assert seen.scalars(select(Question.id).where(kind)).all() != []


def test_the_coordinator_who_logs_in_has_drafts_and_found_answers(seen: Session) -> None:
    roos = viewer_named(seen, "Roos Lessenaar")

    drafts = drafts_of(seen, roos, NOON)

    assert {draft.question_id is None for draft in drafts} == {True, False}
    assert {draft.is_last_call for draft in drafts} == {True, False}
    assert answered_of(seen, roos) != []


def test_the_expert_who_logs_in_is_writing_an_answer(seen: Session) -> None:
    [draft] = drafts_of(seen, viewer_named(seen, "Carla Puntenslijper"), NOON)

    assert draft.question


def test_partnerships_have_members_and_answers_answered_beforehand(seen: Session) -> None:
    assert (seen.scalar(select(func.count()).select_from(PartnershipMember)) or 0) >= 4
    assert (seen.scalar(select(func.count()).select_from(AnsweredAlready)) or 0) >= 5
