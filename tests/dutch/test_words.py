"""The lists of words that were written for this project hold to the goals, also the half that no rule was made on."""

from pathlib import Path

import pytest

from samenspraak.evaluation.language import measure_language

WORDS = Path(__file__).parent / "words"


@pytest.mark.parametrize("half", ["developed", "held_out"])
def test_words_meet_stay_apart_and_fall_into_parts(half: str) -> None:
    found = measure_language(WORDS / half)
    assert found["same"] >= 0.92
    assert found["apart"] <= 0.06
    assert found["compounds"] >= 0.92
