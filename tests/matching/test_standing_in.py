"""Substitutes: chains are followed a few steps, circles end."""

from hypothesis import given
from hypothesis import strategies as st

from samenspraak.matching.standing_in import MOST_STEPS, substitute_for

PEOPLE = st.integers(1, 7)


def find(named: dict[int, int], away: set[int], person: int = 1) -> int | None:
    return substitute_for(person, named, away.__contains__, lambda each: each not in away)


def test_the_substitute_of_a_substitute_who_is_away_too_stands_in() -> None:
    assert find({1: 2, 2: 3}, {1, 2}) == 3
    assert find({1: 2}, {1}) == 2


def test_a_circle_and_a_chain_without_end_find_nobody() -> None:
    assert find({1: 2, 2: 1}, {1, 2}) is None
    assert find({1: 1}, {1}) is None
    chain = {each: each + 1 for each in range(1, 20)}
    assert find(chain, set(range(1, MOST_STEPS + 1))) == MOST_STEPS + 1
    assert find(chain, set(range(1, MOST_STEPS + 2))) is None


@given(st.dictionaries(PEOPLE, PEOPLE), st.sets(PEOPLE), PEOPLE)
def test_whoever_is_found_is_there_and_is_another(named: dict[int, int], away: set[int], person: int) -> None:
    found = find(named, away | {person}, person)
    assert found is None or (found != person and found not in away)
