"""Until when an expert is away."""

import datetime as dt

import pytest

from samenspraak.matching.availability import back_from, last_day_away

MARCH = [dt.date(2013, 3, day) for day in range(1, 32)]


def day(number: int) -> dt.date:
    return MARCH[number - 1]


@pytest.mark.parametrize(
    ("periods", "last"),
    [
        ([], None),
        ([(1, 13)], None),  # over
        ([(15, 20)], None),  # to come
        ([(14, 14)], 14),
        ([(10, 16)], 16),
        ([(10, 16), (17, 20)], 20),  # the next one follows at once
        ([(17, 20), (10, 16)], 20),
        ([(10, 16), (18, 20)], 16),  # a day between
        ([(10, 20), (12, 16)], 20),  # one within another
        ([(1, 5), (14, 15), (15, 22), (23, 24)], 24),
    ],
)
def test_an_absence_lasts_as_long_as_its_periods_touch(periods: list[tuple[int, int]], last: int | None) -> None:
    found = last_day_away([(day(first), day(end)) for first, end in periods], day(14))

    assert found == (day(last) if last else None)


def test_one_is_back_from_the_first_of_the_day_after() -> None:
    assert back_from(day(30)) == dt.datetime(2013, 3, 30, 23, tzinfo=dt.UTC)
