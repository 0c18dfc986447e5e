"""What is shown adds up, whatever the numbers."""

from hypothesis import given
from hypothesis import strategies as st

from samenspraak.matching.shown_points import THOUSANDTHS, shown_points

POINTS = st.lists(st.floats(0, 100, allow_nan=False), max_size=60)


@given(POINTS)
def test_the_rounded_numbers_add_up_to_the_rounded_sum(points: list[float]) -> None:
    assert abs(sum(shown_points(points)) - sum(points) * THOUSANDTHS) <= 0.5 + 1e-6


@given(POINTS)
def test_no_number_is_off_by_more_than_one(points: list[float]) -> None:
    shown = shown_points(points)
    assert all(abs(number - each * THOUSANDTHS) <= 1 for number, each in zip(shown, points, strict=True))


def test_nothing_is_nothing() -> None:
    assert shown_points([]) == []
