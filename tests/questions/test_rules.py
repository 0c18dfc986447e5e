"""Who may do what with a question."""

import datetime as dt
import itertools

import pytest

from samenspraak.core.errors import Invalid
from samenspraak.people.kinds import OrganisationKind, Role
from samenspraak.people.rules import VISITOR, Viewer
from samenspraak.questions.kinds import CloseReason, Standing, Visibility
from samenspraak.questions.rules import (
    Seat,
    answering_seats,
    check_closing,
    check_themes,
    check_validity,
    check_wish,
    fingerprint,
    is_valid,
    may_accept,
    may_close,
    may_edit,
    may_follow,
    may_hold,
    may_vote,
    open_visibilities,
    signing_seat,
    standings_of,
    voices_of,
)

OWN, OTHER, COUNCIL = 1, 2, 3
ASKER, SOMEONE = 10, 11
TODAY = dt.date(2013, 3, 14)
NOT_MEMBER = [role for role in Role if role is not Role.MEMBER]


def seat(role: Role, organisation: int = OTHER, kind: OrganisationKind = OrganisationKind.PARTNERSHIP) -> Seat:
    return Seat(organisation, f"Organisatie {organisation}", kind, role)


def may_answer(*seats: Seat, person: int | None = SOMEONE, guest: bool = False) -> bool:
    return bool(answering_seats(seats, asked_by=ASKER, asked_for=OWN, person_id=person, is_guest=guest))


@pytest.mark.parametrize("kind", OrganisationKind)
def test_a_plain_member_speaks_only_for_themself(kind: OrganisationKind) -> None:
    assert standings_of(seat(Role.MEMBER, kind=kind), is_spokesperson=False) == (Standing.PERSONAL,)


@pytest.mark.parametrize(("kind", "role"), list(itertools.product(OrganisationKind, NOT_MEMBER)))
def test_only_whom_the_ministry_named_states_its_position(kind: OrganisationKind, role: Role) -> None:
    of_ministry = kind is OrganisationKind.MINISTRY
    for named in (False, True):
        found = standings_of(seat(role, kind=kind), is_spokesperson=named)
        assert found[0] is Standing.PERSONAL
        assert found[1:] == (((Standing.MINISTRY,) if named else ()) if of_ministry else (Standing.ORGANISATION,))


def test_being_named_is_a_task_that_a_member_of_the_ministry_can_have_too() -> None:
    of_ministry = seat(Role.MEMBER, kind=OrganisationKind.MINISTRY)
    assert Standing.MINISTRY in standings_of(of_ministry, is_spokesperson=True)


def test_two_roles_in_one_organisation_give_each_voice_once() -> None:
    voices = voices_of([seat(Role.EXPERT), seat(Role.ADMINISTRATOR)], is_spokesperson=False)
    assert [voice.standing for voice in voices] == [Standing.PERSONAL, Standing.ORGANISATION]


def test_a_ministry_voice_belongs_to_the_ministry_and_not_to_another_organisation_of_the_same_person() -> None:
    seats = [seat(Role.EXPERT, COUNCIL), seat(Role.MODERATOR, OTHER, OrganisationKind.MINISTRY)]
    voices = voices_of(seats, is_spokesperson=True)
    assert {each.organisation_id for each in voices if each.standing is Standing.MINISTRY} == {OTHER}


@pytest.mark.parametrize("role", Role)
def test_experts_moderators_and_coordinators_elsewhere_answer(role: Role) -> None:
    assert may_answer(seat(role)) is (role in {Role.EXPERT, Role.MODERATOR, Role.COORDINATOR})


@pytest.mark.parametrize("role", Role)
def test_a_guest_answers_whatever_the_role(role: Role) -> None:
    assert may_answer(seat(role), guest=True)


def test_a_coordinator_of_the_asking_partnership_does_not_answer_it() -> None:
    assert not may_answer(seat(Role.COORDINATOR, OWN))


def test_who_coordinates_the_asking_partnership_and_another_answers_from_the_other() -> None:
    seats = [seat(Role.COORDINATOR, OWN), seat(Role.COORDINATOR, OTHER)]
    found = answering_seats(seats, asked_by=ASKER, asked_for=OWN, person_id=SOMEONE, is_guest=False)
    assert [each.organisation_id for each in found] == [OTHER]


def test_the_asker_does_not_answer_even_as_an_expert_or_guest() -> None:
    assert not may_answer(seat(Role.EXPERT), person=ASKER, guest=True)


def test_a_visitor_does_not_answer() -> None:
    assert not may_answer(person=None)


def test_the_asker_accepts_also_after_leaving_the_partnership() -> None:
    assert may_accept([], asked_by=ASKER, asked_for=OWN, person_id=ASKER)


@pytest.mark.parametrize("role", Role)
def test_of_the_asking_partnership_only_coordinators_accept(role: Role) -> None:
    assert may_accept([seat(role, OWN)], asked_by=ASKER, asked_for=OWN, person_id=SOMEONE) is (role is Role.COORDINATOR)


@pytest.mark.parametrize("role", Role)
def test_nobody_from_elsewhere_accepts(role: Role) -> None:
    assert not may_accept([seat(role)], asked_by=ASKER, asked_for=OWN, person_id=SOMEONE)


def test_a_visitor_does_not_accept() -> None:
    assert not may_accept([], asked_by=ASKER, asked_for=OWN, person_id=None)


def test_a_text_is_changed_by_who_wrote_it_alone() -> None:
    assert may_edit(Viewer(person_id=ASKER), ASKER)
    assert not may_edit(Viewer(person_id=ASKER + 1, roles=frozenset(Role)), ASKER)
    assert not may_edit(VISITOR, ASKER)


@pytest.mark.parametrize(
    ("viewer", "follows"),
    [
        (VISITOR, False),
        (Viewer(SOMEONE, roles=frozenset({Role.EXPERT}), organisation_ids=frozenset({OTHER})), False),
        (Viewer(SOMEONE, roles=frozenset({Role.MEMBER}), organisation_ids=frozenset({OWN})), True),
        (Viewer(SOMEONE, roles=frozenset({Role.MODERATOR}), organisation_ids=frozenset({OTHER})), True),
        (Viewer(ASKER), True),
    ],
)
def test_who_was_asked_is_seen_by_the_asking_partnership_and_moderators(viewer: Viewer, *, follows: bool) -> None:
    assert may_follow(viewer, asked_by=ASKER, asked_for=OWN) is follows


@pytest.mark.parametrize("present", Visibility)
def test_as_long_as_nobody_wrote_under_it_a_question_may_get_any_readers(present: Visibility) -> None:
    assert set(open_visibilities(present, has_contributions=False)) == set(Visibility)


def test_what_was_written_for_few_is_not_opened_to_more() -> None:
    found = {each: open_visibilities(each, has_contributions=True) for each in Visibility}
    assert found == {
        Visibility.RESTRICTED: (Visibility.RESTRICTED,),
        Visibility.SIGNED_IN: (Visibility.SIGNED_IN, Visibility.RESTRICTED),
        Visibility.PUBLIC: (Visibility.PUBLIC, Visibility.SIGNED_IN, Visibility.RESTRICTED),
    }


@pytest.mark.parametrize("themes", [[1], [1, 2], [1, 2, 3], [1, 2, 3, 3]])
def test_one_to_three_themes_are_fine(themes: list[int]) -> None:
    check_themes(themes)


@pytest.mark.parametrize(("themes", "reason"), [([], "no-theme"), ([1, 2, 3, 4], "more-than-three-themes")])
def test_no_theme_and_four_themes_are_refused(themes: list[int], reason: str) -> None:
    with pytest.raises(Invalid) as refusal:
        check_themes(themes)
    assert (refusal.value.field, refusal.value.reason) == ("themes", reason)


@pytest.mark.parametrize("wish", [None, TODAY, TODAY + dt.timedelta(days=1)])
def test_a_wish_is_today_later_or_absent(wish: dt.date | None) -> None:
    check_wish(wish, TODAY)


def test_a_wish_for_yesterday_is_refused() -> None:
    with pytest.raises(Invalid):
        check_wish(TODAY - dt.timedelta(days=1), TODAY)


def test_a_fingerprint_tells_texts_apart_also_where_they_are_cut_elsewhere() -> None:
    assert fingerprint("ab", "c") != fingerprint("a", "bc")
    assert fingerprint("ab", "c") == fingerprint("ab", "c")


def test_an_answer_holds_through_its_last_day() -> None:
    assert is_valid(None, TODAY)
    assert is_valid(TODAY, TODAY)
    assert not is_valid(TODAY - dt.timedelta(days=1), TODAY)


def test_a_last_day_has_to_come() -> None:
    check_validity(None, TODAY)
    check_validity(TODAY + dt.timedelta(days=1), TODAY)
    for day in (TODAY, TODAY - dt.timedelta(days=1)):
        with pytest.raises(Invalid):
            check_validity(day, TODAY)


@pytest.mark.parametrize("reason", CloseReason)
def test_only_another_reason_needs_words(reason: CloseReason) -> None:
    check_closing(reason, "Gevonden bij de buren.")
    if reason is CloseReason.OTHER:
        with pytest.raises(Invalid):
            check_closing(reason, "  ")
    else:
        check_closing(reason, "")


def test_the_asking_side_and_moderators_close() -> None:
    coordinator, moderator = Viewer(SOMEONE), Viewer(SOMEONE, roles=frozenset({Role.MODERATOR}))
    assert may_close(Viewer(ASKER), [], asked_by=ASKER, asked_for=OWN)
    assert may_close(coordinator, [seat(Role.COORDINATOR, OWN)], asked_by=ASKER, asked_for=OWN)
    assert may_close(moderator, [], asked_by=ASKER, asked_for=OWN)
    assert not may_close(coordinator, [seat(Role.COORDINATOR)], asked_by=ASKER, asked_for=OWN)
    assert not may_close(VISITOR, [], asked_by=ASKER, asked_for=OWN)


def test_nobody_votes_for_what_they_signed() -> None:
    assert not may_vote(Viewer(SOMEONE), {ASKER, SOMEONE})
    assert may_vote(Viewer(SOMEONE), {ASKER})
    assert not may_vote(VISITOR, {ASKER})


def test_a_moderator_holds_what_claims_a_standing_but_never_the_own() -> None:
    moderator = Viewer(SOMEONE, roles=frozenset({Role.MODERATOR}))
    assert may_hold(moderator, Standing.MINISTRY, {ASKER})
    assert not may_hold(moderator, Standing.PERSONAL, {ASKER})
    assert not may_hold(moderator, Standing.MINISTRY, {ASKER, SOMEONE})
    assert not may_hold(Viewer(ASKER + 5), Standing.MINISTRY, {ASKER})


def test_one_signs_from_the_first_seat_that_may_claim_the_standing() -> None:
    seats = [seat(Role.MEMBER, COUNCIL), seat(Role.EXPERT, OTHER)]
    assert signing_seat(seats, Standing.PERSONAL, is_spokesperson=False) == seats[0]
    assert signing_seat(seats, Standing.ORGANISATION, is_spokesperson=False) == seats[1]
    assert signing_seat(seats, Standing.MINISTRY, is_spokesperson=True) is None
