"""Every pair of a stage and an act: what the table holds happens, the rest is refused."""

from itertools import product

import pytest

from samenspraak.core.errors import Conflict
from samenspraak.routing.kinds import RouteStage
from samenspraak.routing.stages import STAGES, UNDER_WAY, RouteAct, next_stage

PAIRS = sorted(product(RouteStage, RouteAct))


@pytest.mark.parametrize(("stage", "act"), PAIRS)
def test_what_the_table_holds_happens_and_the_rest_is_refused(stage: RouteStage, act: RouteAct) -> None:
    if (stage, act) in STAGES:
        assert next_stage(stage, act) is STAGES[stage, act]
    else:
        with pytest.raises(Conflict, match=f"route-{stage.value}"):
            next_stage(stage, act)


@pytest.mark.parametrize("stage", RouteStage)
def test_every_stage_can_end_and_an_answer_is_welcome_in_each(stage: RouteStage) -> None:
    assert next_stage(stage, RouteAct.END) is RouteStage.ENDED
    assert next_stage(stage, RouteAct.ANSWER) is RouteStage.ANSWERED


@pytest.mark.parametrize("stage", sorted(UNDER_WAY))
def test_who_is_invited_has_the_question_in_hand(stage: RouteStage) -> None:
    assert next_stage(stage, RouteAct.INVITE) is RouteStage.EXPERTS


def test_the_moderators_are_reached_from_everywhere_that_is_not_over() -> None:
    for stage in (*UNDER_WAY - {RouteStage.MODERATOR}, RouteStage.ANSWERED):
        assert next_stage(stage, RouteAct.TO_MODERATOR) is RouteStage.MODERATOR
