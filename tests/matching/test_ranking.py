"""The ranking of experts, over plain values."""

import math
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.matching.eligibility import Candidate, LeftOut
from samenspraak.matching.kinds import RankingRule
from samenspraak.matching.parts import RefusedSubject, ThemePoints
from samenspraak.matching.ranking import rank_experts
from samenspraak.matching.rulebook import EVERY_RULE, Rulebook
from samenspraak.matching.spread import TOLERANCE
from samenspraak.search.document import Contribution
from samenspraak.search.evidence import Evidence, History, ProfileEvidence, TermShare, ThreadEvidence

NOW = datetime(2026, 3, 1, tzinfo=UTC)
YEAR = timedelta(days=365)


def thread(key: int, score: float, *people: int, age: timedelta = timedelta()) -> ThreadEvidence:
    return ThreadEvidence(key, score, people, (NOW - age).timestamp())


def evidence(*threads: ThreadEvidence, profiles: dict[int, float] | None = None) -> Evidence:
    found = {person: ProfileEvidence(person, (TermShare("bus", score),)) for person, score in (profiles or {}).items()}
    return Evidence(threads, found, History.of([]))


def people(*ids: int) -> list[Candidate]:
    return [Candidate(each) for each in ids]


def order(found: Evidence, candidates: list[Candidate]) -> list[int]:
    return [each.candidate.person for each in rank_experts(found, candidates, NOW)]


def test_who_answered_the_closest_question_comes_first() -> None:
    assert order(evidence(thread(1, 10, 1), thread(2, 5, 2)), people(1, 2, 3)) == [1, 2]


def test_without_history_the_profiles_decide() -> None:
    assert order(evidence(profiles={1: 2.0, 2: 3.0}), people(1, 2)) == [2, 1]


def test_nobody_is_proposed_for_being_busy_alone() -> None:
    found = Evidence((), {}, History.of([Contribution(1, NOW)] * 9))
    assert rank_experts(found, people(1, 2), NOW) == []


def test_an_old_answer_counts_for_less_but_never_under_half() -> None:
    answers = [Contribution(9, NOW), Contribution(9, NOW - 8 * YEAR)]  # another's, so that time has a span
    found = Evidence((thread(1, 10, 1), thread(2, 10, 2, age=8 * YEAR)), {}, History.of(answers))
    first, second = rank_experts(found, people(1, 2, 3), NOW)
    assert (first.candidate.person, second.candidate.person) == (1, 2)
    assert 0.5 < second.score < 0.51


@pytest.mark.parametrize(
    ("candidate", "reason"),
    [
        (Candidate(1, is_asker=True), LeftOut.IS_ASKER),
        (Candidate(1, shares_organisation=True), LeftOut.OWN_ORGANISATION),
        (Candidate(1, away_until=NOW + YEAR), LeftOut.AWAY),
        (Candidate(1, capacity=2, week_load=2), LeftOut.FULL),
        (Candidate(1, away_until=NOW - YEAR, capacity=2, week_load=1), None),
    ],
)
def test_who_cannot_be_asked_is_left_out_with_the_reason(candidate: Candidate, reason: LeftOut | None) -> None:
    assert [each.left_out for each in rank_experts(evidence(profiles={1: 1.0}), [candidate], NOW)] == [reason]


def test_being_left_out_does_not_change_the_score() -> None:
    found = evidence(thread(1, 10, 1, 2), profiles={1: 4.0})
    free, full = (rank_experts(found, [Candidate(1, capacity=c), Candidate(2)], NOW) for c in (1, 0))
    assert {each.candidate.person: each.score for each in free} == {each.candidate.person: each.score for each in full}


@given(
    st.lists(st.tuples(st.floats(0.1, 50), st.sets(st.integers(1, 6), max_size=4), st.integers(0, 900)), max_size=12),
    st.dictionaries(st.integers(1, 8), st.floats(0.1, 50)),
)
def test_the_parts_sum_to_the_score_and_the_order_follows_it(
    threads: list[tuple[float, set[int], int]], profiles: dict[int, float]
) -> None:
    voting = [thread(key, score, *who, age=timedelta(days=age)) for key, (score, who, age) in enumerate(threads)]
    ranked = rank_experts(evidence(*voting, profiles=profiles), people(*range(1, 9)), NOW)
    assert all(math.isclose(each.score, sum(part.points for part in each.parts)) for each in ranked)
    assert all(part.points > 0 for each in ranked for part in each.parts)
    assert all(1 <= each.fit <= 3 and each.score >= 0 for each in ranked)
    best = max((each.score for each in ranked), default=0.0)
    assert all(first.score >= second.score - TOLERANCE * best for first, second in pairwise(ranked))
    spoken_for = {person for each in voting for person in each.people} | set(profiles)
    assert {each.candidate.person for each in ranked} == spoken_for


def test_a_newcomer_whose_profile_fits_stays_above_a_busy_expert_who_fits_less() -> None:
    busy = History.of([Contribution(2, NOW - timedelta(days=n)) for n in range(90)])
    found = Evidence((), evidence(profiles={1: 3.0, 2: 2.6}).profiles, busy)
    assert order(found, people(1, 2)) == [1, 2]


def test_where_nobody_has_a_profile_who_is_active_lately_weighs_more() -> None:
    answers = [Contribution(1, NOW), Contribution(1, NOW), Contribution(2, NOW - YEAR)]
    threads = (thread(1, 10, 1, age=YEAR), thread(2, 10.5, 2, age=YEAR))
    with_profiles = Evidence(threads, {}, History.of(answers))
    without = Evidence(threads, {}, History.of(answers), has_profiles=False)
    assert order(with_profiles, people(1, 2)) == [2, 1]
    assert order(without, people(1, 2)) == [1, 2]


def test_who_knows_the_theme_of_the_nearest_questions_gets_points_for_it() -> None:
    near = ThreadEvidence(1, 10, (1,), themes=("vervoer",))
    far = ThreadEvidence(2, 1, (1,), themes=("bekostiging",))
    found = Evidence((near, far), {}, knowing={"vervoer": (2,), "bekostiging": (3,)})
    ranked = {each.candidate.person: each for each in rank_experts(found, people(1, 2, 3), NOW)}
    assert [(part.slug, part.points) for part in ranked[2].parts if isinstance(part, ThemePoints)] == [("vervoer", 0.5)]
    assert 3 not in ranked  # what hardly any of the threads is about is chance


def test_a_theme_that_the_asker_chose_counts_without_any_thread() -> None:
    found = Evidence(themes=("vervoer",), knowing={"vervoer": (2,)})
    assert order(found, people(1, 2)) == [2]


def test_a_declared_tie_leaves_out_and_a_rule_that_is_off_does_not_but_says_so() -> None:
    found, tied = evidence(profiles={1: 1.0}), Candidate(1, has_tie=True, capacity=0)
    off = Rulebook(EVERY_RULE - {RankingRule.DECLARED_TIE, RankingRule.FULL})
    assert [each.left_out for each in rank_experts(found, [tied], NOW)] == [LeftOut.DECLARED_TIE]
    [ranked] = rank_experts(found, [tied], NOW, rulebook=off)
    assert (ranked.left_out, ranked.waived) == (None, (LeftOut.DECLARED_TIE, LeftOut.FULL))


def test_no_switch_lets_someone_answer_their_own_question() -> None:
    [ranked] = rank_experts(
        evidence(profiles={1: 1.0}), [Candidate(1, is_asker=True)], NOW, rulebook=Rulebook(frozenset())
    )
    assert ranked.left_out is LeftOut.IS_ASKER


def test_a_substitute_comes_in_the_place_of_who_is_away_with_the_points_that_were_missing() -> None:
    away = Candidate(1, away_until=NOW + YEAR, substitute=3)
    ranked = rank_experts(evidence(profiles={1: 3.0, 2: 2.0, 3: 1.0}), [away, *people(2, 3)], NOW)
    assert [each.person for each in ranked] == [3, 2, 1]
    stands_in = ranked[0].stands_in_for
    assert stands_in is not None
    assert (stands_in.person, ranked[0].score) == (1, ranked[2].score)
    assert math.isclose(ranked[0].score, sum(part.points for part in ranked[0].parts))


def test_a_substitute_who_cannot_be_asked_is_lifted_nowhere() -> None:
    away = Candidate(1, away_until=NOW + YEAR, substitute=3)
    full = Candidate(3, capacity=1, week_load=1)
    ranked = rank_experts(evidence(profiles={1: 3.0, 2: 2.0, 3: 1.0}), [away, *people(2), full], NOW)
    assert [(each.person, each.stands_in_for) for each in ranked] == [(2, None), (1, None), (3, None)]


def test_what_was_refused_takes_three_quarters_of_the_points_as_far_as_the_questions_are_alike() -> None:
    found = evidence(profiles={1: 4.0})
    plain, refused, hardly, off = (
        rank_experts(found, [Candidate(1, refused=alike)], NOW, rulebook=rules)[0]
        for alike, rules in (
            ({}, Rulebook()),
            ({7: 1.0, 8: 0.5}, Rulebook()),
            ({8: 0.1}, Rulebook()),
            ({7: 1.0}, Rulebook(EVERY_RULE - {RankingRule.NOT_MY_SUBJECT})),
        )
    )
    assert math.isclose(refused.score, plain.score * 0.25)
    assert refused.parts[-1] == RefusedSubject(7, -plain.score * 0.75)
    assert hardly.score == off.score == plain.score
