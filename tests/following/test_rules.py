"""The formula of "Nieuw voor u", on plain values."""

import datetime as dt
import itertools

from hypothesis import given
from hypothesis import strategies as st

from samenspraak.following.kinds import NewsKind, ReasonKind
from samenspraak.following.rules import (
    HALF_LIFE,
    MOST_OF_ONE_REASON,
    WEIGHTS,
    WINDOW,
    Happening,
    Reason,
    rank_news,
)

NOW = dt.datetime(2013, 3, 14, 12, tzinfo=dt.UTC)
_numbers = itertools.count(1)


def happened(
    *reasons: Reason, days: float = 1, kind: NewsKind = NewsKind.ASKED, question: int | None = None
) -> Happening:
    return Happening(kind, NOW - dt.timedelta(days=days), question or next(_numbers), reasons=reasons)


def on_theme(name: str = "Zorgplicht", kind: ReasonKind = ReasonKind.FOLLOWED_THEME) -> Reason:
    return Reason(kind, name)


def test_what_has_no_reason_or_is_too_old_or_is_yet_to_come_is_not_new() -> None:
    old = happened(on_theme(), days=WINDOW.days + 1)
    coming = happened(on_theme(), days=-1)

    assert rank_news([happened(), old, coming], NOW) == ()


def test_what_is_followed_itself_comes_before_a_theme_and_that_before_an_own_profile() -> None:
    kinds = [ReasonKind.PROFILE_THEME, ReasonKind.FOLLOWED_THEME, ReasonKind.FOLLOWED_QUESTION]

    news = rank_news([happened(Reason(kind, "x")) for kind in kinds], NOW)

    assert [each.reasons[0].kind for each in news] == list(reversed(kinds))


def test_two_reasons_count_for_more_than_the_better_one_and_the_weightiest_is_told_first() -> None:
    both = happened(on_theme(kind=ReasonKind.PROFILE_THEME), on_theme())
    one = happened(on_theme())

    first, second = rank_news([one, both], NOW)

    assert first.happening is both
    assert [reason.kind for reason in first.reasons] == [ReasonKind.FOLLOWED_THEME, ReasonKind.PROFILE_THEME]
    assert second.happening is one


def test_after_the_half_life_it_counts_for_half() -> None:
    fresh, old = rank_news([happened(on_theme(), days=0), happened(on_theme(), days=HALF_LIFE.days)], NOW)

    assert old.score * 2 == fresh.score


def test_of_one_question_only_what_scores_best_is_told() -> None:
    asked = happened(on_theme(), days=10, question=7)
    answered = happened(on_theme(), days=2, kind=NewsKind.ANSWERED, question=7)

    [news] = rank_news([asked, answered], NOW)

    assert news.happening is answered


def test_a_busy_theme_leaves_room_for_something_else() -> None:
    busy = [happened(on_theme("Druk"), days=1) for _ in range(10)]
    other = happened(on_theme("Anders", ReasonKind.ASKED_THEME), days=15)

    assert other in {each.happening for each in rank_news([*busy, other], NOW, most=6)}
    names = [each.reasons[0].name for each in rank_news([*busy, other], NOW, most=4)]
    assert names.count("Druk") == MOST_OF_ONE_REASON
    assert len(rank_news(busy, NOW, most=6)) == 6


reasons = st.builds(
    Reason, st.sampled_from(ReasonKind), st.sampled_from(["a", "b"]), st.floats(min_value=0.1, max_value=1)
)
happenings = st.builds(
    Happening,
    st.sampled_from(NewsKind),
    st.integers(-5, 40).map(lambda days: NOW - dt.timedelta(days=days)),
    st.integers(1, 8),
    reasons=st.lists(reasons, max_size=3).map(tuple),
)


@given(st.lists(happenings, max_size=30), st.integers(0, 8))
def test_the_list_is_short_explained_ordered_without_repeats_and_the_same_in_any_order(
    found: list[Happening], most: int
) -> None:
    news = rank_news(found, NOW, most)

    assert len(news) <= most
    assert all(each.reasons and NOW - WINDOW <= each.happening.at <= NOW for each in news)
    assert [each.score for each in news] == sorted((each.score for each in news), reverse=True)
    things = [each.happening.thing for each in news]
    assert len(set(things)) == len(things)
    again = rank_news(found[::-1], NOW, most)
    assert [each.score for each in again] == [each.score for each in news]


def test_every_kind_of_reason_has_its_weight_and_the_list_of_kinds_is_in_that_order() -> None:
    weights = [WEIGHTS[kind] for kind in ReasonKind]

    assert weights == sorted(weights, reverse=True)
