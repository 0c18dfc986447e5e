"""Two colleagues at the same moment, on real connections in real threads: one gets the question."""

from sqlalchemy import func, select

from samenspraak.core.db import Session, SessionFactory
from samenspraak.routing.desks.actions import pass_on, take, take_in, time_out
from samenspraak.routing.kinds import DeskCaseState, RouteStepKind
from samenspraak.routing.models.desk import DeskCase
from samenspraak.routing.models.route import RouteStep
from tests.factories.desks import make_case, make_colleague, make_desk
from tests.factories.people import viewer
from tests.factories.questions import make_question
from tests.routing.test_races import LATER, race
from tests.support.site import NOON


def count_steps(sessions: SessionFactory, kind: RouteStepKind) -> int:
    with sessions() as session:
        return session.scalar(select(func.count()).where(RouteStep.kind == kind)) or 0


def test_of_two_who_take_a_question_at_once_one_gets_it(sessions: SessionFactory) -> None:
    with sessions() as session:
        desk = make_desk(session)
        anna, bram = (viewer(make_colleague(session, desk)) for _ in range(2))
        key = make_case(session, desk, make_question(session)).id
        session.commit()

    results = race(
        sessions,
        lambda session: take(session, anna, key, NOON),
        lambda session: take(session, bram, key, NOON),
    )

    assert sorted(results) == ["case-taken", "won"]
    assert count_steps(sessions, RouteStepKind.ASSIGNED) == 1
    with sessions() as session:
        winner = anna if results[0] == "won" else bram
        assert session.get_one(DeskCase, key).assigned_to_id == winner.person_id


def test_a_question_that_comes_in_twice_at_once_has_one_case(sessions: SessionFactory) -> None:
    with sessions() as session:
        make_colleague(session, make_desk(session))
        question = make_question(session)
        session.commit()

    race(sessions, *[lambda session: take_in(session, question, NOON)] * 2)

    with sessions() as session:
        assert session.scalar(select(func.count()).select_from(DeskCase)) == 1


def test_passing_on_and_the_clock_at_once_leave_the_desk_once(sessions: SessionFactory) -> None:
    with sessions() as session:
        desk = make_desk(session)
        anna = viewer(make_colleague(session, desk))
        key = make_case(session, desk, make_question(session), respond_by=NOON).id
        session.commit()

    def clock(session: Session) -> None:
        time_out(session, session.get_one(DeskCase, key), LATER)

    race(sessions, lambda session: pass_on(session, anna, key, "Omdat", LATER), clock)

    assert count_steps(sessions, RouteStepKind.LEFT_DESK) == 1
    with sessions() as session:
        assert session.get_one(DeskCase, key).state in {DeskCaseState.PASSED_ON, DeskCaseState.TIMED_OUT}
