"""Equals take turns: nobody starves, the order can be repeated, and a clear difference stands."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from samenspraak.matching.kinds import RankingRule
from samenspraak.matching.rulebook import EVERY_RULE, Rulebook
from samenspraak.matching.spread import TOLERANCE, draw, spread
from tests.support.depth import is_deep

WINDOW = 28
"""Days over which being asked counts, as in `routing.load`."""


@dataclass(frozen=True)
class Fits:
    person: int
    score: float = 1.0
    lately: int = 0


def turn(people: list[Fits], rulebook: Rulebook) -> list[int]:
    best = max((each.score for each in people), default=0.0)
    return [each.person for each in spread(people, best, rulebook)]


def test_of_equals_who_was_asked_least_comes_first() -> None:
    assert turn([Fits(1, lately=2), Fits(2, lately=1), Fits(3)], Rulebook(seed=9)) == [3, 2, 1]


def test_a_clear_difference_is_never_turned_round_however_busy_the_better_one_is() -> None:
    assert turn([Fits(1, 1.0, lately=50), Fits(2, 0.98)], Rulebook()) == [1, 2]
    assert turn([Fits(1, 1.0, lately=50), Fits(2, 0.995)], Rulebook()) == [2, 1]


def test_chance_differs_by_question_and_is_the_same_each_time() -> None:
    people = [Fits(each) for each in range(1, 9)]
    orders = {tuple(turn(people, Rulebook(seed=question))) for question in range(20)}
    assert len(orders) == 20
    assert turn(people, Rulebook(seed=3)) == turn(people[::-1], Rulebook(seed=3))


def test_with_both_rules_off_the_order_is_that_of_the_score_alone() -> None:
    off = Rulebook(EVERY_RULE - {RankingRule.FAIR_SPREAD, RankingRule.LIGHTEST_LOAD_FIRST})
    assert turn([Fits(2, lately=0), Fits(1, lately=9)], off) == [1, 2]


def test_over_many_questions_chance_alone_favours_nobody() -> None:
    first = Counter(min(range(1, 6), key=lambda each: draw(question, each)) for question in range(2_000))
    assert all(330 <= first[each] <= 470 for each in range(1, 6))  # 400 each; seven standard deviations


@given(
    st.lists(st.builds(Fits, st.integers(1, 99), st.floats(0, 3), st.integers(0, 9)), unique_by=lambda f: f.person),
    st.integers(0, 10**6),
)
def test_nobody_passes_who_is_clearly_better(people: list[Fits], question: int) -> None:
    best = max((each.score for each in people), default=0.0)
    ordered = spread(people, best, Rulebook(seed=question))
    assert sorted(ordered, key=lambda f: f.person) == sorted(people, key=lambda f: f.person)
    assert all(first.score >= second.score - TOLERANCE * best for first, second in pairwise(ordered))


@settings(max_examples=2_000 if is_deep() else 40, deadline=None)
@given(st.data())
def test_no_expert_who_is_there_and_fits_as_well_as_the_others_starves(data: st.DataObject) -> None:
    """Questions come at least one a day; each asks some of the equals who are there and have room.

    Some answer at once, some leave it, some are away for a while. Whoever is there, with room, has their turn before
    every other has been asked more often than they: within `experts * (load + 2)` questions.
    """
    experts = data.draw(st.integers(2, 6), "experts")
    asked_at_once, capacity = data.draw(st.integers(1, 2), "asked at once"), data.draw(st.integers(2, 4), "capacity")
    asked: dict[int, list[int]] = {person: [] for person in range(experts)}
    waited = dict.fromkeys(range(experts), 0)
    for day in range(60):
        away = data.draw(st.sets(st.integers(1, experts - 1), max_size=1), "away")
        load = {person: sum(day - at < WINDOW for at in days) for person, days in asked.items()}
        this_week = {person: sum(day // 7 == at // 7 for at in days) for person, days in asked.items()}
        there = [person for person in range(experts) if person not in away and this_week[person] < capacity]
        chosen = turn([Fits(person, lately=load[person]) for person in there], Rulebook(seed=day))[:asked_at_once]
        for person in range(experts):
            if person in chosen:
                asked[person].append(day)
                waited[person] = 0
            elif person in there:
                waited[person] += 1
                assert waited[person] <= experts * (load[person] + 2), (day, person)
            else:
                waited[person] = 0
