"""The outbox: each effect is taken by one worker at a time, tried again ever later, and parked at last."""

import datetime as dt

from sqlalchemy import select

from samenspraak.core import outbox
from samenspraak.core.db import Session
from samenspraak.core.outbox import FIRST_RETRY, KEPT, LEASE, MOST_TRIES, OutboxRow
from tests.support.site import NOON


def enqueue(session: Session, number: int = 1) -> None:
    for key in range(number):
        outbox.enqueue(session, "index_question", {"question_id": key}, NOON)
    session.flush()


def test_rows_are_taken_in_order_and_only_once_while_the_lease_runs(session: Session) -> None:
    enqueue(session, 3)

    first = outbox.take(session, NOON, most=2)
    second = outbox.take(session, NOON)
    third = outbox.take(session, NOON)

    assert [row.payload["question_id"] for row in first] == [0, 1]
    assert [row.payload["question_id"] for row in second] == [2]
    assert list(third) == []


def test_a_row_of_a_dead_worker_is_taken_again_after_its_lease(session: Session) -> None:
    enqueue(session)
    outbox.take(session, NOON)

    taken = outbox.take(session, NOON + LEASE)

    assert [row.tries for row in taken] == [2]


def test_a_worker_whose_lease_was_taken_over_finishes_nothing(session: Session) -> None:
    enqueue(session)
    old = outbox.take(session, NOON)[0].lease
    row = outbox.take(session, NOON + LEASE)[0]

    assert not outbox.finish(session, row.id, old, NOON)
    assert outbox.finish(session, row.id, row.lease, NOON)
    assert outbox.count_waiting(session) == 0


def test_a_failing_row_is_tried_later_and_later_and_then_parked(session: Session) -> None:
    enqueue(session)
    waits: list[dt.timedelta] = []
    now = NOON
    for _ in range(MOST_TRIES):
        row = outbox.take(session, now)[0]
        outbox.fail(row, "no route to host", now)
        session.flush()
        waits.append(row.available_at - now)
        assert list(outbox.take(session, now)) == []
        now = row.available_at

    assert waits == [FIRST_RETRY * 2**number for number in range(MOST_TRIES)]
    assert list(outbox.take(session, now + dt.timedelta(days=1))) == []
    parked = session.scalars(select(OutboxRow)).one()
    assert parked.parked_at is not None
    assert parked.error == "no route to host"


def test_a_worker_sees_whether_there_is_something_to_take(session: Session) -> None:
    assert not outbox.has_due(session, NOON)
    enqueue(session)
    assert outbox.has_due(session, NOON)
    outbox.take(session, NOON)

    assert not outbox.has_due(session, NOON)
    assert outbox.has_due(session, NOON + LEASE)


def test_a_lease_can_be_renewed_as_long_as_it_is_held(session: Session) -> None:
    enqueue(session)
    row = outbox.take(session, NOON)[0]
    held = row.lease
    later = NOON + LEASE / 2

    assert outbox.renew(session, [row.id], held, later) == {row.id}
    assert list(outbox.take(session, NOON + LEASE)) == []
    assert len(outbox.take(session, later + LEASE)) == 1
    assert outbox.renew(session, [row.id], held, later) == set()


def test_a_postponed_row_comes_back_and_its_try_does_not_count(session: Session) -> None:
    enqueue(session)
    row = outbox.take(session, NOON)[0]

    outbox.postpone(row, "the server is away", dt.timedelta(minutes=5), NOON)
    session.flush()

    assert list(outbox.take(session, NOON + dt.timedelta(minutes=4))) == []
    assert [each.tries for each in outbox.take(session, NOON + dt.timedelta(minutes=5))] == [1]


def test_what_was_done_long_ago_is_forgotten_and_what_waits_is_not(session: Session) -> None:
    enqueue(session, 2)
    row = outbox.take(session, NOON, most=1)[0]
    outbox.finish(session, row.id, row.lease, NOON)

    assert outbox.forget_done(session, NOON + KEPT) == 0
    assert outbox.forget_done(session, NOON + KEPT + dt.timedelta(seconds=1)) == 1
    assert outbox.count_waiting(session) == 1
