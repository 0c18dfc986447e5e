"""What was taken from the outbox is carried out, finished, tried again, or parked."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from samenspraak.config import Settings
from samenspraak.core import outbox
from samenspraak.core.db import SessionFactory
from samenspraak.core.outbox import LEASE, MOST_TRIES, NotYet, OutboxRow
from samenspraak.services import Services, open_services
from samenspraak.wiring import WIRING
from samenspraak.worker.draining import drain
from samenspraak.worker.effects import EFFECTS, Effect
from tests.support.site import NOON

Payloads = Sequence[Mapping[str, Any]]


class Clock:
    """A clock that stands still until it is set forward."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> dt.datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def services(own_database_url: str, tmp_path: Path, clock: Clock) -> Iterator[Services]:
    settings = Settings(mode="test", database_url=own_database_url, data_folder=tmp_path)
    services = open_services(settings, WIRING, clock)
    yield services
    services.engine.dispose()


def enqueue(sessions: SessionFactory, *numbers: int, effect: str = "count") -> None:
    with sessions.begin() as session:
        for number in numbers:
            outbox.enqueue(session, effect, {"number": number}, NOON)


def rows(sessions: SessionFactory) -> Sequence[OutboxRow]:
    with sessions() as session:
        return session.scalars(select(OutboxRow).order_by(OutboxRow.id)).all()


def run(services: Services, carry_out: Callable[[Payloads], None], most_at_once: int = 1) -> int:
    effects = {"count": Effect(lambda _services, payloads: carry_out(payloads), most_at_once)}
    return drain(services, effects, lambda: False)


def test_rows_are_carried_out_in_order_and_finished(services: Services) -> None:
    enqueue(services.sessions, 1, 2, 3)
    done: list[Any] = []

    taken = run(services, done.append)

    assert taken == 3
    assert done == [[{"number": 1}], [{"number": 2}], [{"number": 3}]]
    assert all(row.done_at for row in rows(services.sessions))
    assert run(services, done.append) == 0


@pytest.mark.sqlite_only
def test_an_effect_gets_as_many_at_once_as_it_wants(services: Services) -> None:
    enqueue(services.sessions, 1, 2, 3)
    done: list[int] = []

    run(services, lambda payloads: done.append(len(payloads)), most_at_once=2)

    assert done == [2, 1]


def test_a_bad_row_holds_up_no_other(services: Services) -> None:
    enqueue(services.sessions, 1, 2, 3)

    def refuse_two(payloads: Payloads) -> None:
        if any(payload["number"] == 2 for payload in payloads):
            raise ValueError("two")

    run(services, refuse_two, most_at_once=50)

    assert [bool(row.done_at) for row in rows(services.sessions)] == [True, False, True]
    assert rows(services.sessions)[1].error == "ValueError: two"


def test_a_row_that_keeps_failing_is_parked(services: Services, clock: Clock) -> None:
    enqueue(services.sessions, 1)

    def fail(_payloads: Payloads) -> None:
        raise ValueError

    for _ in range(MOST_TRIES):
        assert run(services, fail) == 1
        clock.now += dt.timedelta(hours=1)

    assert rows(services.sessions)[0].parked_at is not None
    assert run(services, fail) == 0


def test_a_row_that_cannot_be_done_yet_is_never_parked(services: Services, clock: Clock) -> None:
    enqueue(services.sessions, 1)

    def wait(_payloads: Payloads) -> None:
        raise NotYet("the server is away", dt.timedelta(minutes=5))

    for _ in range(2 * MOST_TRIES):
        assert run(services, wait) == 1
        assert run(services, wait) == 0
        clock.now += dt.timedelta(minutes=5)

    assert rows(services.sessions)[0].parked_at is None


def test_a_worker_that_lost_its_lease_leaves_the_row_to_the_other(services: Services, clock: Clock) -> None:
    enqueue(services.sessions, 1, 2)
    done: list[Any] = []

    def dawdle(payloads: Payloads) -> None:
        done.extend(payloads)
        if len(done) == 1:
            clock.now += LEASE
            run(services, done.extend)

    run(services, dawdle)

    assert [payload["number"] for payload in done] == [1, 1, 2]
    assert all(row.done_at for row in rows(services.sessions))


@pytest.mark.sqlite_only
def test_what_is_in_hand_is_finished_when_told_to_stop_and_the_rest_is_left(services: Services) -> None:
    enqueue(services.sessions, 1, 2)
    done: list[Any] = []
    effects = {"count": Effect(lambda _services, payloads: done.extend(payloads))}

    drain(services, effects, lambda: bool(done))

    assert done == [{"number": 1}]
    assert [bool(row.done_at) for row in rows(services.sessions)] == [True, False]


@pytest.mark.sqlite_only
def test_an_effect_that_nobody_knows_waits_for_a_version_that_does(services: Services) -> None:
    enqueue(services.sessions, 1, effect="dance")

    drain(services, EFFECTS, lambda: False)

    assert rows(services.sessions)[0].error == "UnknownEffect: dance"


def test_every_effect_that_an_event_causes_is_known() -> None:
    assert {effect for effects in WIRING.after.values() for effect in effects} <= set(EFFECTS)
