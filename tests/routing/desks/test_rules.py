"""Which desk is for which question, and what may become of a case."""

import itertools

import pytest

from samenspraak.core.errors import Conflict
from samenspraak.people.kinds import Role, Sector
from samenspraak.people.rules import Viewer
from samenspraak.routing.desks.rules import (
    IN_HAND,
    TRANSITIONS,
    Act,
    OpenDesk,
    desk_for,
    may_keep_agreement,
    next_state,
)
from samenspraak.routing.kinds import DeskCaseState

PO, VO, BOTH = Sector
DESKS = (OpenDesk(1, PO), OpenDesk(2, VO), OpenDesk(3, None))


@pytest.mark.parametrize(("state", "act"), list(itertools.product(DeskCaseState, Act)))
def test_a_case_moves_only_by_the_table(state: DeskCaseState, act: Act) -> None:
    if (state, act) in TRANSITIONS:
        assert next_state(state, act) is TRANSITIONS[state, act]
    else:
        with pytest.raises(Conflict, match="case-over"):
            next_state(state, act)


def test_what_left_the_desk_or_is_closed_stays_so() -> None:
    assert {state for state, _act in TRANSITIONS} == IN_HAND


@pytest.mark.parametrize(
    ("question", "partnership", "expected"),
    [(PO, PO, 1), (VO, VO, 2), (VO, PO, 2), (BOTH, PO, 1), (BOTH, VO, 2), (BOTH, BOTH, None), (BOTH, None, None)],
)
def test_a_question_goes_to_the_desk_of_its_sector(
    question: Sector, partnership: Sector | None, expected: int | None
) -> None:
    assert desk_for(question, partnership, DESKS) == expected


def test_a_desk_for_both_sectors_takes_what_no_other_does() -> None:
    desks = (OpenDesk(1, BOTH), OpenDesk(2, VO))

    assert [desk_for(sector, None, desks) for sector in (PO, VO, BOTH)] == [1, 2, 1]
    assert desk_for(PO, PO, ()) is None


@pytest.mark.parametrize("role", Role)
def test_the_agreement_is_kept_by_administrators_and_moderators(role: Role) -> None:
    viewer = Viewer(1, "Iemand", frozenset({role}))
    assert may_keep_agreement(viewer) is (role in {Role.ADMINISTRATOR, Role.MODERATOR})
