"""Counting tries."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest

from samenspraak.core.db import Session, SessionFactory
from samenspraak.core.errors import TooMany
from samenspraak.people.actions.attempts import Limit, count_attempt, neighbourhood
from tests.support.site import NOON

LIMIT = Limit(3, dt.timedelta(minutes=5))


def test_the_try_after_the_last_is_refused_and_says_when_to_come_back(session: Session) -> None:
    for second in range(3):
        count_attempt(session, "deur", LIMIT, NOON + dt.timedelta(seconds=second))

    with pytest.raises(TooMany) as refused:
        count_attempt(session, "deur", LIMIT, NOON + dt.timedelta(seconds=60))

    assert refused.value.retry_after == 240
    count_attempt(session, "andere deur", LIMIT, NOON)


def test_the_count_moves_along_with_time(session: Session) -> None:
    for minute in range(12):
        count_attempt(session, "deur", LIMIT, NOON + dt.timedelta(minutes=2 * minute))


def test_tries_at_the_same_moment_are_counted_exactly(sessions: SessionFactory) -> None:
    def attempt(_number: int) -> bool:
        with sessions() as session:
            try:
                count_attempt(session, "deur", LIMIT, NOON)
            except TooMany:
                return False
            session.commit()
            return True

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(attempt, range(24))) == 3


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("", "unknown"),
        ("nonsense", "unknown"),
    ],
)
def test_a_neighbourhood_is_what_one_party_holds(address: str, expected: str) -> None:
    assert neighbourhood(address) == expected
