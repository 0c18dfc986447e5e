"""Chance: intervals and paired differences, the same at every run."""

import pytest

from samenspraak.evaluation.chance import interval, p_value


def test_the_interval_of_a_mean_is_about_two_standard_errors_wide() -> None:
    low, high = interval([0.0, 1.0] * 50)
    assert low == pytest.approx(0.4, abs=0.02)
    assert high == pytest.approx(0.6, abs=0.02)


def test_a_steady_difference_is_no_chance_and_a_wavering_one_is() -> None:
    plain = [0.1 * (n % 10) for n in range(60)]
    assert p_value([each + 0.05 for each in plain], plain) < 0.001
    assert p_value([each + (0.05 if n % 2 else -0.05) for n, each in enumerate(plain)], plain) > 0.9


def test_the_same_values_give_the_same_figures() -> None:
    assert interval([0.2, 0.9, 0.4]) == interval([0.2, 0.9, 0.4])
    assert p_value([0.3, 0.4], [0.3, 0.4]) == 1.0
