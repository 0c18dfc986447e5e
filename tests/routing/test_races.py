"""Two acts at the same moment, on real connections in real threads: one wins, the other is refused."""

import datetime as dt
import threading
from collections.abc import Callable

from sqlalchemy import func, select

from samenspraak.core.db import Session, SessionFactory
from samenspraak.core.errors import Conflict
from samenspraak.routing.actions import accept, decline, invite, withdraw
from samenspraak.routing.models.invitation import Invitation, InvitationStep
from samenspraak.routing.rules import OPEN, DeclineReason, InvitationState
from tests.factories.people import make_expert, viewer
from tests.factories.questions import make_question
from tests.factories.routing import make_invited
from tests.support.clock import expire_due
from tests.support.site import NOON

LATER = NOON + dt.timedelta(days=30)


def race(sessions: SessionFactory, *acts: Callable[[Session], object]) -> list[str]:
    """Do acts at once, each in a transaction of its own; return what came of each, in order."""
    together = threading.Barrier(len(acts))
    results = [""] * len(acts)

    def run(number: int, act: Callable[[Session], object]) -> None:
        with sessions() as session:
            together.wait()
            try:
                done = act(session)
                session.commit()
                results[number] = "did nothing" if done == 0 else "won"
            except Conflict as refusal:
                results[number] = refusal.reason

    threads = [threading.Thread(target=run, args=(number, act)) for number, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return results


def test_of_accepting_and_withdrawing_at_once_one_wins_or_both_in_order(sessions: SessionFactory) -> None:
    with sessions() as session:
        question, expert = make_question(session), make_expert(session)
        invitation = make_invited(session, question, expert)
        session.commit()

    results = race(
        sessions,
        lambda session: accept(session, viewer(expert), invitation.id, NOON),
        lambda session: withdraw(session, viewer(question.asker), invitation.id, NOON),
    )

    # What was accepted first may still be withdrawn; what was withdrawn first can no longer be accepted.
    assert results in (["won", "won"], ["invitation-withdrawn", "won"])
    assert states_of(sessions, invitation) in (
        ["proposed", "invited", "accepted", "withdrawn"],
        ["proposed", "invited", "withdrawn"],
    )


def test_of_accepting_twice_at_once_one_wins(sessions: SessionFactory) -> None:
    with sessions() as session:
        expert = make_expert(session)
        invitation = make_invited(session, make_question(session), expert)
        session.commit()

    results = race(sessions, *[lambda session: accept(session, viewer(expert), invitation.id, NOON)] * 4)

    assert sorted(results) == ["invitation-accepted"] * 3 + ["won"]
    assert states_of(sessions, invitation) == ["proposed", "invited", "accepted"]


def test_of_declining_and_running_out_at_once_one_wins(sessions: SessionFactory) -> None:
    with sessions() as session:
        expert = make_expert(session)
        invitation = make_invited(session, make_question(session), expert)
        session.commit()

    results = race(
        sessions,
        lambda session: decline(session, viewer(expert), invitation.id, DeclineReason.NO_TIME, "", LATER),
        lambda session: expire_due(session, LATER),
    )

    assert results in (["won", "did nothing"], ["invitation-expired", "won"])
    assert len(states_of(sessions, invitation)) == 3


def test_two_clocks_close_everything_exactly_once(sessions: SessionFactory) -> None:
    with sessions() as session:
        for _ in range(5):
            make_invited(session, make_question(session), make_expert(session))
        session.commit()
    closed: list[int] = []

    race(sessions, *[lambda session: closed.append(expire_due(session, LATER))] * 2)

    assert sum(closed) == 5
    assert count_steps(sessions, InvitationState.EXPIRED) == 5


def test_the_same_invitation_sent_twice_at_once_is_made_once(sessions: SessionFactory) -> None:
    with sessions() as session:
        question, expert = make_question(session), make_expert(session)
        session.commit()

    results = race(
        sessions,
        *[lambda session: invite(session, viewer(question.asker), question.id, [expert.id], "", NOON)] * 3,
    )

    assert sorted(results) == ["already-invited", "already-invited", "won"]


def test_no_more_than_three_are_asked_when_all_are_asked_at_once(sessions: SessionFactory) -> None:
    with sessions() as session:
        question, experts = make_question(session), [make_expert(session) for _ in range(5)]
        session.commit()

    def asks(expert_id: int) -> Callable[[Session], object]:
        return lambda session: invite(session, viewer(question.asker), question.id, [expert_id], "", NOON)

    results = race(sessions, *(asks(expert.id) for expert in experts))

    assert sorted(results) == ["most-open", "most-open", "won", "won", "won"]
    assert count_open(sessions) == 3


def test_the_last_place_of_an_expert_is_given_once(sessions: SessionFactory) -> None:
    with sessions() as session:
        expert = make_expert(session, weekly_capacity=1)
        questions = [make_question(session) for _ in range(3)]
        session.commit()

    def asks(number: int) -> Callable[[Session], object]:
        asker, key = viewer(questions[number].asker), questions[number].id
        return lambda session: invite(session, asker, key, [expert.id], "", NOON)

    results = race(sessions, *(asks(number) for number in range(3)))

    assert sorted(results) == ["expert-full", "expert-full", "won"]
    assert count_open(sessions) == 1


def states_of(sessions: SessionFactory, invitation: Invitation) -> list[str]:
    with sessions() as session:
        found = select(InvitationStep.state).where(InvitationStep.invitation_id == invitation.id)
        return [state.value for state in session.scalars(found.order_by(InvitationStep.id))]


def count_steps(sessions: SessionFactory, state: InvitationState) -> int:
    with sessions() as session:
        return session.scalar(select(func.count()).where(InvitationStep.state == state)) or 0


def count_open(sessions: SessionFactory) -> int:
    with sessions() as session:
        return session.scalar(select(func.count()).where(Invitation.state.in_(OPEN))) or 0
