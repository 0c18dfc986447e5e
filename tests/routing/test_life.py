"""Whatever is tried with an invitation, its life follows the table, and its steps tell that life."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict
from samenspraak.people.models.account import Person
from samenspraak.questions.models.question import Guest, Question
from samenspraak.routing.actions import accept, decline, expire, invite, propose, withdraw
from samenspraak.routing.forwarding import Colleague, forward
from samenspraak.routing.models.invitation import Invitation, InvitationStep
from samenspraak.routing.rules import MOST_WITHDRAWN, OPEN, TRANSITIONS, Act, DeclineReason, InvitationState
from tests.factories.people import make_expert, viewer
from tests.factories.questions import make_question
from tests.support.site import NOON

LIVES = st.lists(st.sampled_from(Act), max_size=12)


@pytest.mark.sqlite_only
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=LIVES)
def test_a_life_follows_the_table_and_its_steps_tell_it(session: Session, acts: list[Act]) -> None:
    with session.begin_nested() as example:
        question, expert = make_question(session), make_expert(session)
        [invitation] = propose(session, question.id, [expert.id], NOON)
        lived = [InvitationState.PROPOSED]
        for number, act in enumerate(acts):
            # Days apart, so that an invitation that is open has always run out when the clock comes.
            if attempt(session, question, expert, invitation, act, NOON + dt.timedelta(days=20 * number)):
                assert TRANSITIONS[lived[-1], act] is invitation.state
                lived.append(invitation.state)

        assert steps_of(session, invitation) == lived
        assert all(later in reachable(earlier) for earlier, later in pairwise(lived))
        assert is_guest(session, question, expert) is (invitation.state in OPEN)
        assert (invitation.closed_at is not None) is (invitation.state not in {*OPEN, InvitationState.PROPOSED})
        example.rollback()


def attempt(
    session: Session, question: Question, expert: Person, invitation: Invitation, act: Act, now: dt.datetime
) -> bool:
    """Try one act; say whether it happened. A refused act must be one that the table does not hold."""
    before = invitation.state
    try:
        match act:
            case Act.INVITE:
                invite(session, viewer(question.asker), question.id, [expert.id], "", now)
            case Act.ACCEPT:
                accept(session, viewer(expert), invitation.id, now)
            case Act.DECLINE:
                decline(session, viewer(expert), invitation.id, DeclineReason.INVOLVED, "", now)
            case Act.FORWARD:
                colleague = Colleague(make_expert(session).name, "")
                forward(session, viewer(expert), invitation.id, colleague, "", now)
            case Act.WITHDRAW:
                withdraw(session, viewer(question.asker), invitation.id, now)
            case Act.EXPIRE:
                return expire(session, invitation.id, now)
    except Conflict:
        withdrawn = steps_of(session, invitation).count(InvitationState.WITHDRAWN)
        assert (before, act) not in TRANSITIONS or (act is Act.INVITE and withdrawn == MOST_WITHDRAWN)
        return False
    return True


def reachable(state: InvitationState) -> set[InvitationState]:
    return {after for (before, _act), after in TRANSITIONS.items() if before is state}


def steps_of(session: Session, invitation: Invitation) -> list[InvitationState]:
    found = select(InvitationStep.state).where(InvitationStep.invitation_id == invitation.id)
    return list(session.scalars(found.order_by(InvitationStep.id)))


def is_guest(session: Session, question: Question, expert: Person) -> bool:
    found = select(Guest.person_id).where(Guest.question_id == question.id, Guest.person_id == expert.id)
    return session.scalar(found) is not None
