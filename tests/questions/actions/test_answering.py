"""Answering, changing an answer, accepting one: on both databases."""

import dataclasses

import pytest
from sqlalchemy import func, select

from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict, Invalid, NotAllowed, NotFound
from samenspraak.people.kinds import OrganisationKind, Role
from samenspraak.people.models.account import Person
from samenspraak.questions.actions.answering import accept_answer, give_answer, withdraw_acceptance
from samenspraak.questions.actions.editing import edit_answer
from samenspraak.questions.drafts import AnswerDraft
from samenspraak.questions.edits import AnswerEdit
from samenspraak.questions.events import AnswerAccepted, AnswerGiven, QuestionChanged
from samenspraak.questions.kinds import Standing, Visibility
from samenspraak.questions.models.answer import Acceptance, Answer, EarlierText
from samenspraak.questions.queries.questions import is_guest
from tests.factories.people import (
    make_expert,
    make_organisation,
    make_person,
    make_spokesperson,
    make_theme,
    viewer,
)
from tests.factories.questions import let_in, make_answer, make_question
from tests.questions.events import recorded
from tests.support.site import NOON


def said(body: str) -> AnswerEdit:
    return AnswerEdit(body, Standing.PERSONAL)


def draft_of(author: Person, **values: object) -> AnswerDraft:
    draft = AnswerDraft("De gemeente.", Standing.PERSONAL, author.assignments[0].organisation_id, "sleutel")
    return dataclasses.replace(draft, **values)


def accepted(session: Session) -> list[int]:
    return list(session.scalars(select(Acceptance.answer_id)))


def test_an_expert_answers_and_becomes_a_guest(session: Session) -> None:
    question, expert = make_question(session), make_expert(session)
    answer = give_answer(session, viewer(expert), question.id, draft_of(expert), NOON)
    assert (answer.body, answer.author_id, answer.answered_at) == ("De gemeente.", expert.id, NOON)
    assert is_guest(session, question.id, expert.id)
    assert AnswerGiven(question.id, answer.id, expert.id) in recorded(session)
    assert QuestionChanged(question.id) in recorded(session)


def test_an_answer_makes_the_question_newer_for_the_index(session: Session) -> None:
    question, expert = make_question(session), make_expert(session)
    version = question.version
    give_answer(session, viewer(expert), question.id, draft_of(expert), NOON)
    session.refresh(question)
    assert question.version > version


def test_the_same_submission_answers_once_and_tells_once(session: Session) -> None:
    question, expert = make_question(session), make_expert(session)
    first = give_answer(session, viewer(expert), question.id, draft_of(expert), NOON)
    again = give_answer(session, viewer(expert), question.id, draft_of(expert), NOON)
    assert again is first
    assert session.scalar(select(func.count(Answer.id))) == 1
    assert sum(isinstance(event, AnswerGiven) for event in recorded(session)) == 1


def test_a_standing_that_one_may_not_claim_is_refused(session: Session) -> None:
    question, expert = make_question(session), make_expert(session)
    with pytest.raises(Invalid) as refusal:
        give_answer(session, viewer(expert), question.id, draft_of(expert, standing=Standing.MINISTRY), NOON)
    assert refusal.value.field == "voice"


def test_an_organisation_of_others_is_refused(session: Session) -> None:
    question, expert, ministry = make_question(session), make_expert(session), make_organisation(session)
    with pytest.raises(Invalid):
        give_answer(session, viewer(expert), question.id, draft_of(expert, organisation_id=ministry.id), NOON)


def test_the_ministry_states_its_position(session: Session) -> None:
    ministry = make_organisation(session, kind=OrganisationKind.MINISTRY)
    theme, expert = make_theme(session), make_expert(session, organisation=ministry)
    question = make_question(session, themes=[theme])
    make_spokesperson(session, expert, theme)
    answer = give_answer(session, viewer(expert), question.id, draft_of(expert, standing=Standing.MINISTRY), NOON)
    assert answer.standing is Standing.MINISTRY


def test_a_member_does_not_answer_unless_let_in(session: Session) -> None:
    question, member = make_question(session), make_person(session, Role.MEMBER)
    with pytest.raises(NotAllowed):
        give_answer(session, viewer(member), question.id, draft_of(member), NOON)
    let_in(session, question, member)
    assert give_answer(session, viewer(member), question.id, draft_of(member), NOON).author_id == member.id


def test_a_question_that_one_may_not_see_is_not_answered(session: Session) -> None:
    question, expert = make_question(session, visibility=Visibility.RESTRICTED), make_expert(session)
    with pytest.raises(NotFound):
        give_answer(session, viewer(expert), question.id, draft_of(expert), NOON)


def test_a_changed_answer_keeps_its_earlier_text(session: Session) -> None:
    expert = make_expert(session)
    answer = make_answer(session, make_question(session), author=expert)
    edit_answer(session, viewer(expert), answer.id, said("Het rijk."), answer.sign, NOON)
    kept = session.scalars(select(EarlierText)).one()
    assert (kept.answer_id, kept.body, kept.written_at) == (answer.id, "De gemeente beslist.", answer.answered_at)
    assert (answer.body, answer.edited_at) == ("Het rijk.", NOON)


def test_saving_an_answer_unchanged_is_no_change(session: Session) -> None:
    expert = make_expert(session)
    answer = make_answer(session, make_question(session), author=expert)
    edit_answer(session, viewer(expert), answer.id, said(answer.body), answer.sign, NOON)
    assert answer.edited_at is None
    assert recorded(session) == []


def test_an_answer_that_changed_meanwhile_is_not_overwritten(session: Session) -> None:
    expert = make_expert(session)
    answer = make_answer(session, make_question(session), author=expert)
    opened_on, who = answer.sign, viewer(expert)
    edit_answer(session, who, answer.id, said("Eerst."), opened_on, NOON)
    with pytest.raises(Conflict):
        edit_answer(session, who, answer.id, said("Later."), opened_on, NOON)
    assert answer.body == "Eerst."


def test_only_its_author_changes_an_answer(session: Session) -> None:
    answer = make_answer(session, make_question(session))
    moderator = make_person(session, Role.MODERATOR)
    with pytest.raises(NotAllowed):
        edit_answer(session, viewer(moderator), answer.id, said("Anders."), answer.sign, NOON)


def test_the_asker_accepts_and_changes_their_mind(session: Session) -> None:
    asker = make_person(session, Role.COORDINATOR)
    who = viewer(asker)
    question = make_question(session, asker=asker)
    first, second = make_answer(session, question), make_answer(session, question)
    assert accept_answer(session, who, first.id, NOON) is None
    assert accept_answer(session, who, second.id, NOON) == first.id
    assert accepted(session) == [second.id]
    assert AnswerAccepted(question.id, second.id, asker.id) in recorded(session)


def test_accepting_twice_tells_once(session: Session) -> None:
    asker = make_person(session, Role.COORDINATOR)
    who = viewer(asker)
    answer = make_answer(session, make_question(session, asker=asker))
    accept_answer(session, who, answer.id, NOON)
    accept_answer(session, who, answer.id, NOON)
    assert sum(isinstance(event, AnswerAccepted) for event in recorded(session)) == 1


def test_a_coordinator_of_the_same_partnership_accepts(session: Session) -> None:
    asker = make_person(session, Role.COORDINATOR)
    colleague = make_person(session, Role.COORDINATOR, organisation=asker.assignments[0].organisation)
    answer = make_answer(session, make_question(session, asker=asker))
    accept_answer(session, viewer(colleague), answer.id, NOON)
    assert accepted(session) == [answer.id]


@pytest.mark.parametrize("role", Role)
def test_nobody_else_accepts_or_takes_it_back(session: Session, role: Role) -> None:
    answer = make_answer(session, make_question(session), accepted=True)
    stranger = make_person(session, role)
    with pytest.raises(NotAllowed):
        accept_answer(session, viewer(stranger), answer.id, NOON)
    with pytest.raises(NotAllowed):
        withdraw_acceptance(session, viewer(stranger), answer.id)
    assert accepted(session) == [answer.id]


def test_an_acceptance_is_taken_back(session: Session) -> None:
    asker = make_person(session, Role.COORDINATOR)
    who = viewer(asker)
    answer = make_answer(session, make_question(session, asker=asker), accepted=True)
    withdraw_acceptance(session, who, answer.id)
    withdraw_acceptance(session, who, answer.id)
    assert accepted(session) == []


def test_an_undo_that_comes_late_leaves_the_acceptance_of_another_answer(session: Session) -> None:
    asker = make_person(session, Role.COORDINATOR)
    question = make_question(session, asker=asker)
    first, second = make_answer(session, question), make_answer(session, question, accepted=True)
    withdraw_acceptance(session, viewer(asker), first.id)
    assert accepted(session) == [second.id]


def test_an_answer_that_is_not_there_is_not_found(session: Session) -> None:
    with pytest.raises(NotFound):
        accept_answer(session, viewer(make_person(session, Role.COORDINATOR)), 987654, NOON)
