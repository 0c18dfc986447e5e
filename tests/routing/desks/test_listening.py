"""What counts as a desk's response, and what ends its part: through the real events."""

import datetime as dt

import pytest
from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.events import settle
from samenspraak.people.actions.roles import NewRole, give_role, take_role
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person, RoleAssignment
from samenspraak.people.rules import VISITOR
from samenspraak.questions.actions.answering import accept_answer, give_answer
from samenspraak.questions.drafts import AnswerDraft
from samenspraak.questions.kinds import Standing, Visibility
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.questions import is_guest
from samenspraak.routing.actions import accept, decline, invite
from samenspraak.routing.desks.queries import has_in_hand
from samenspraak.routing.kinds import DeskCaseState, RouteStage
from samenspraak.routing.models.desk import Desk, DeskCase
from samenspraak.routing.models.route import Route
from samenspraak.routing.route import hold_route, to_desk
from samenspraak.routing.rules import DeclineReason
from samenspraak.wiring import WIRING
from tests.factories.desks import make_colleague, make_desk
from tests.factories.people import make_expert, make_person, viewer
from tests.factories.questions import make_question
from tests.support.site import NOON

LATER = NOON + dt.timedelta(hours=2)


@pytest.fixture
def desk(session: Session) -> Desk:
    return make_desk(session)


@pytest.fixture
def anna(session: Session, desk: Desk) -> Person:
    return make_colleague(session, desk, name="Anna")


@pytest.fixture
def question(session: Session, anna: Person) -> Question:
    assert anna
    return make_question(session, visibility=Visibility.RESTRICTED)


@pytest.fixture
def case(session: Session, question: Question) -> DeskCase:
    to_desk(session, hold_route(session, question.id), None, NOON)
    settle(session, WIRING, NOON)
    return session.scalars(select(DeskCase)).one()


def answer(session: Session, author: Person, question: Question) -> int:
    organisation = author.assignments[0].organisation_id
    draft = AnswerDraft("Zo zit het.", Standing.PERSONAL, organisation)
    given = give_answer(session, viewer(author), question.id, draft, LATER)
    settle(session, WIRING, LATER)
    return given.id


def stage(session: Session, question: Question) -> RouteStage:
    return session.get_one(Route, question.id).stage


def test_an_answer_by_a_colleague_is_the_response(
    session: Session, anna: Person, question: Question, case: DeskCase
) -> None:
    given = answer(session, anna, question)
    assert (case.state, case.responded_at) == (DeskCaseState.RESPONDED, LATER)
    assert stage(session, question) is RouteStage.ANSWERED

    accept_answer(session, viewer(question.asker), given, LATER)
    settle(session, WIRING, LATER)

    assert case.state is DeskCaseState.CLOSED


def test_an_answer_by_someone_else_ends_the_part_of_the_desk(
    session: Session, anna: Person, question: Question, case: DeskCase
) -> None:
    expert = make_expert(session)
    invite(session, viewer(question.asker), question.id, [expert.id], "", NOON)
    settle(session, WIRING, NOON)
    answer(session, expert, question)

    assert (case.state, case.responded_at) == (DeskCaseState.CLOSED, None)
    assert not has_in_hand(session, viewer(anna), question.id)


def test_inviting_an_expert_is_the_response_and_a_refusal_brings_the_question_back(
    session: Session, anna: Person, question: Question, case: DeskCase
) -> None:
    expert = make_expert(session)
    [invitation] = invite(session, viewer(anna), question.id, [expert.id], "", LATER)
    settle(session, WIRING, LATER)
    assert (case.state, case.responded_at) == (DeskCaseState.RESPONDED, LATER)
    assert stage(session, question) is RouteStage.EXPERTS

    next_day = LATER + dt.timedelta(days=1)
    decline(session, viewer(expert), invitation.id, DeclineReason.NO_TIME, "", next_day)
    settle(session, WIRING, next_day)

    assert (case.state, case.responded_at) == (DeskCaseState.OPEN, LATER)
    assert case.respond_by > next_day + dt.timedelta(days=4)
    assert stage(session, question) is RouteStage.DESK


def test_an_answer_by_an_expert_whom_the_desk_invited_is_of_the_desk(
    session: Session, anna: Person, question: Question, case: DeskCase
) -> None:
    expert = make_expert(session)
    [invitation] = invite(session, viewer(anna), question.id, [expert.id], "", LATER)
    accept(session, viewer(expert), invitation.id, LATER)
    settle(session, WIRING, LATER)

    answer(session, expert, question)

    assert case.state is DeskCaseState.RESPONDED


def test_a_colleague_who_declines_for_themself_reads_on_with_the_desk(
    session: Session, desk: Desk, question: Question, case: DeskCase
) -> None:
    cees = make_expert(session, organisation=desk.organisation, name="Cees")
    [invitation] = invite(session, viewer(question.asker), question.id, [cees.id], "", LATER)
    settle(session, WIRING, LATER)

    decline(session, viewer(cees), invitation.id, DeclineReason.NO_TIME, "", LATER)
    settle(session, WIRING, LATER)

    assert case.state is DeskCaseState.OPEN
    assert has_in_hand(session, viewer(cees), question.id)
    assert Role.EXPERT in viewer(cees).roles


def test_who_comes_to_work_at_the_desk_reads_what_it_has_in_hand_and_who_leaves_does_not(
    session: Session, desk: Desk, question: Question, case: DeskCase
) -> None:
    newcomer = make_person(session, Role.MEMBER, name="Nico")
    assert not is_guest(session, question.id, newcomer.id)

    give_role(session, None, newcomer.id, NewRole(desk.organisation_id, Role.COORDINATOR), LATER)
    settle(session, WIRING, LATER)
    assert is_guest(session, question.id, newcomer.id)
    assignment = session.scalars(
        select(RoleAssignment).where(
            RoleAssignment.person_id == newcomer.id, RoleAssignment.organisation_id == desk.organisation_id
        )
    ).one()
    case.assigned_to_id = newcomer.id
    take_role(session, VISITOR, newcomer.id, assignment.id, LATER)
    settle(session, WIRING, LATER)

    assert not is_guest(session, question.id, newcomer.id)
    assert case.assigned_to_id is None
