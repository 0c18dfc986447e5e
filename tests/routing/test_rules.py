"""The table of an invitation's life, and who may do what with it."""

import itertools

import pytest

from samenspraak.core.errors import Conflict
from samenspraak.people.kinds import OrganisationKind, Role
from samenspraak.people.rules import VISITOR, Viewer
from samenspraak.questions.rules import Seat
from samenspraak.routing.rules import TRANSITIONS, Act, InvitationState, may_invite, may_respond, next_state

OWN, OTHER = 10, 20
COORDINATOR = Seat(OWN, "SWV", OrganisationKind.PARTNERSHIP, Role.COORDINATOR)
MEMBER = Seat(OWN, "SWV", OrganisationKind.PARTNERSHIP, Role.MEMBER)
STRANGER = Seat(OTHER, "SWV", OrganisationKind.PARTNERSHIP, Role.COORDINATOR)


@pytest.mark.parametrize(("state", "act"), list(itertools.product(InvitationState, Act)))
def test_only_what_the_table_holds_may_happen(state: InvitationState, act: Act) -> None:
    if (state, act) in TRANSITIONS:
        assert next_state(state, act) is TRANSITIONS[state, act]
    else:
        with pytest.raises(Conflict, match=f"invitation-{state.value}"):
            next_state(state, act)


def test_a_declined_invitation_is_final() -> None:
    assert not [state for state, _act in TRANSITIONS if state is InvitationState.DECLINED]


@pytest.mark.parametrize(
    ("viewer", "seats", "expected"),
    [
        (VISITOR, (), False),
        (Viewer(person_id=1), (), True),  # the asker
        (Viewer(person_id=2), (COORDINATOR,), True),
        (Viewer(person_id=2), (MEMBER,), False),
        (Viewer(person_id=2), (STRANGER,), False),
        (Viewer(person_id=2, roles=frozenset({Role.MODERATOR})), (), True),
        (Viewer(person_id=2, roles=frozenset({Role.EXPERT})), (), False),
    ],
)
def test_who_may_invite(viewer: Viewer, seats: tuple[Seat, ...], expected: bool) -> None:  # noqa: FBT001
    assert may_invite(viewer, seats, asked_by=1, asked_for=OWN) is expected


def test_only_the_expert_responds() -> None:
    assert may_respond(Viewer(person_id=5), 5)
    assert not may_respond(Viewer(person_id=6, roles=frozenset({Role.MODERATOR})), 5)
    assert not may_respond(VISITOR, 5)
