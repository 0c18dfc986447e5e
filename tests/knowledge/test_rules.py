"""What may be done with an article, from which state."""

import datetime as dt

import pytest

from samenspraak.core.errors import Conflict, Invalid
from samenspraak.knowledge.kinds import ArticleState, ArticleVisibility
from samenspraak.knowledge.rules import (
    STEPS,
    Step,
    after,
    check_is_second,
    check_review_day,
    is_wider,
    reminders_due,
    slug_of,
)
from samenspraak.questions.kinds import Visibility

DAY = dt.date(2026, 11, 24)
TABLE = """
            draft      in_review  published  obsolete
edit        draft      draft      draft      -
submit      in_review  -          -          -
accept      -          published  -          -
send_back   -          draft      -          -
renew       -          -          published  -
retire      obsolete   obsolete   obsolete   -
revive      -          -          -          draft
"""


def _table() -> dict[tuple[ArticleState, Step], str]:
    head, *lines = (line.split() for line in TABLE.strip().splitlines())
    return {(ArticleState(head[place]), Step(line[0])): to for line in lines for place, to in enumerate(line[1:])}


@pytest.mark.parametrize(("state", "step"), [(state, step) for state in ArticleState for step in Step])
def test_each_step_leads_where_the_table_says(state: ArticleState, step: Step) -> None:
    to = _table()[state, step]
    if to == "-":
        assert (state, step) not in STEPS
        with pytest.raises(Conflict):
            after(state, step)
    else:
        assert after(state, step) is ArticleState(to)


def test_who_wrote_it_does_not_decide_on_it() -> None:
    check_is_second(3, {1, 2})
    with pytest.raises(Invalid):
        check_is_second(2, {1, 2})


@pytest.mark.parametrize("days", [0, -1, 3 * 366 + 1])
def test_the_day_to_look_again_is_to_come_and_not_too_far(days: int) -> None:
    with pytest.raises(Invalid):
        check_review_day(DAY + dt.timedelta(days), DAY)


@pytest.mark.parametrize(("days", "times"), [(-1, 0), (0, 1), (13, 1), (14, 2), (300, 2)])
def test_there_is_a_reminder_on_the_day_and_one_two_weeks_later(days: int, times: int) -> None:
    assert reminders_due(DAY, DAY + dt.timedelta(days)) == times


def test_an_article_may_be_read_by_others_than_its_question() -> None:
    assert is_wider(ArticleVisibility.SIGNED_IN, Visibility.RESTRICTED)
    assert is_wider(ArticleVisibility.PUBLIC, Visibility.SIGNED_IN)
    assert not is_wider(ArticleVisibility.SIGNED_IN, Visibility.SIGNED_IN)
    assert not is_wider(ArticleVisibility.PUBLIC, None)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Wie betaalt het vervoer?", "wie-betaalt-het-vervoer"),
        ("Privé: één loket", "prive-een-loket"),
        ("…", "artikel"),
    ],
)
def test_a_title_becomes_an_address(title: str, slug: str) -> None:
    assert slug_of(title) == slug
