"""Editing profiles and days away."""

import dataclasses
import datetime as dt

import pytest

from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict, Invalid, NotAllowed, NotFound
from samenspraak.people.actions.away import add_away_period, change_away_period, remove_away_period
from samenspraak.people.actions.profiles import ProfileDraft, edit_profile
from samenspraak.people.documents import expert_documents
from samenspraak.people.events import ProfileChanged
from samenspraak.people.kinds import ExpertGroup, Role, Sector
from samenspraak.people.queries.experts import (
    BY_NAME,
    ExpertFilters,
    count_experts,
    find_profile,
    find_visible_profile,
    list_capacities,
    list_like_minded,
    part_of_experts,
)
from tests.factories.people import make_expert, make_person, make_theme, viewer
from tests.support.site import NOON

DRAFT = ProfileDraft(
    headline="Adviseur bekostiging",
    expertise="Rekent **door**.",
    theme_slugs=(),
    sector=Sector.PRIMARY,
    weekly_capacity=3,
    is_listed=True,
    version=1,
)
TODAY = NOON.date()


def days(first: int, last: int) -> tuple[dt.date, dt.date]:
    return TODAY + dt.timedelta(days=first), TODAY + dt.timedelta(days=last)


def test_an_owner_edits_the_profile_and_it_is_told(session: Session) -> None:
    expert, theme = make_expert(session), make_theme(session, "zorgplicht", "Zorgplicht")

    edit_profile(session, viewer(expert), expert.id, dataclasses.replace(DRAFT, theme_slugs=("zorgplicht",)), NOON)

    profile = find_profile(session, expert.id)
    assert (profile.headline, profile.weekly_capacity, profile.version) == ("Adviseur bekostiging", 3, 2)
    assert profile.themes == [theme]
    assert session.info["samenspraak.events"] == [ProfileChanged(expert.id)]


def test_the_second_of_two_editors_overwrites_nothing(session: Session) -> None:
    expert, administrator = make_expert(session), make_person(session, Role.ADMINISTRATOR)
    edit_profile(session, viewer(expert), expert.id, DRAFT, NOON)

    with pytest.raises(Conflict):
        edit_profile(session, viewer(administrator), expert.id, dataclasses.replace(DRAFT, headline="Anders"), NOON)

    assert find_profile(session, expert.id).headline == "Adviseur bekostiging"
    again = dataclasses.replace(DRAFT, headline="Anders", version=2)
    edit_profile(session, viewer(administrator), expert.id, again, NOON)
    assert find_profile(session, expert.id).headline == "Anders"


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.EXPERT, Role.MODERATOR, Role.ACCOUNT_MANAGER, Role.MEMBER])
def test_nobody_else_edits_a_profile(session: Session, role: Role) -> None:
    expert, other = make_expert(session), viewer(make_person(session, role))

    with pytest.raises(NotAllowed):
        edit_profile(session, other, expert.id, DRAFT, NOON)
    with pytest.raises(NotAllowed):
        add_away_period(session, other, expert.id, days(0, 1), NOON)
    with pytest.raises(NotAllowed):
        remove_away_period(session, other, expert.id, 1, NOON)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"theme_slugs": ("bestaat-niet",)}, "themes"),
        ({"theme_slugs": tuple(f"thema-{number}" for number in range(9))}, "themes"),
        ({"weekly_capacity": 21}, "weekly_capacity"),
        ({"weekly_capacity": -1}, "weekly_capacity"),
        ({"headline": ""}, "headline"),
    ],
)
def test_a_wrong_profile_is_refused_at_its_field(session: Session, change: dict[str, object], field: str) -> None:
    expert = make_expert(session)

    with pytest.raises(Invalid) as refused:
        edit_profile(session, viewer(expert), expert.id, dataclasses.replace(DRAFT, **change), NOON)

    assert refused.value.field == field


def test_days_away_are_added_changed_and_taken_back(session: Session) -> None:
    expert = make_expert(session)
    who = viewer(expert)

    period = add_away_period(session, who, expert.id, days(3, 5), NOON)
    change_away_period(session, who, expert.id, period.id, days(4, 4), NOON)
    session.expire_all()
    assert [(each.first_day, each.last_day) for each in find_profile(session, expert.id).away_periods] == [days(4, 4)]
    remove_away_period(session, who, expert.id, period.id, NOON)
    remove_away_period(session, who, expert.id, period.id, NOON)

    session.expire_all()
    assert find_profile(session, expert.id).away_periods == []


def test_days_away_run_forward_for_a_year_at_most_and_belong_to_their_expert(session: Session) -> None:
    expert, other = make_expert(session), make_expert(session)
    period = add_away_period(session, viewer(other), other.id, days(0, 1), NOON)

    for wrong in (days(2, 1), days(0, 400)):
        with pytest.raises(Invalid):
            add_away_period(session, viewer(expert), expert.id, wrong, NOON)
    with pytest.raises(NotFound):
        change_away_period(session, viewer(expert), expert.id, period.id, days(0, 1), NOON)


def test_the_directory_lists_by_name_what_the_filters_let_through(session: Session) -> None:
    theme = make_theme(session, "zorgplicht")
    anna = make_expert(session, name="anna", themes=[theme], sector=Sector.PRIMARY)
    make_expert(session, name="Bas", group=ExpertGroup.MINISTRY, sector=Sector.SECONDARY)
    full = make_expert(session, name="Cor", themes=[theme])
    away = make_expert(session, name="Dirk")
    add_away_period(session, viewer(away), away.id, days(-1, 0), NOON)
    make_expert(session, name="Evi", weekly_capacity=0)
    make_expert(session, name="Onvindbaar", is_listed=False)
    closed = make_expert(session, name="Gesloten")
    closed.is_active = False

    def names(**filters: object) -> list[str]:
        wanted = ExpertFilters(**filters)
        profiles = part_of_experts(session, wanted, BY_NAME, None, 25).rows
        assert count_experts(session, wanted) == len(profiles)
        return [profile.person.name for profile in profiles]

    assert names() == ["anna", "Bas", "Cor", "Dirk", "Evi"]
    assert names(group=ExpertGroup.MINISTRY) == ["Bas"]
    assert names(sector=Sector.PRIMARY) == ["anna", "Cor", "Dirk", "Evi"]
    assert names(theme="zorgplicht") == ["anna", "Cor"]
    assert names(available_on=TODAY, full=frozenset({full.id})) == ["anna", "Bas"]
    assert names(available_on=TODAY + dt.timedelta(days=1)) == ["anna", "Bas", "Cor", "Dirk"]
    assert set(list_capacities(session).values()) == {4, 0}
    alike = list_like_minded(session, find_profile(session, anna.id), 3)
    assert [profile.person.name for profile in alike] == ["Cor"]


def test_a_profile_that_is_not_listed_is_seen_by_its_owner_and_its_keepers_only(session: Session) -> None:
    expert = make_expert(session, is_listed=False)

    for role in (Role.ADMINISTRATOR, Role.MODERATOR):
        assert find_visible_profile(session, viewer(make_person(session, role)), expert.id)
    assert find_visible_profile(session, viewer(expert), expert.id)
    for role in (Role.COORDINATOR, Role.EXPERT, Role.ACCOUNT_MANAGER, Role.MEMBER):
        with pytest.raises(NotFound):
            find_visible_profile(session, viewer(make_person(session, role)), expert.id)


def test_what_is_found_of_experts_is_of_those_listed_with_an_open_account(session: Session) -> None:
    theme = make_theme(session, "zorgplicht", "Zorgplicht")
    expert = make_expert(session, name="Xander", expertise="Rekent **door**.", themes=[theme])
    hidden = make_expert(session, is_listed=False)
    closed = make_expert(session)
    closed.is_active = False

    (document,) = expert_documents(session, None)

    assert document.key == expert.id
    assert document.body == "Adviseur\nRekent door."
    assert document.theme_labels == ("Zorgplicht",)
    assert document.audience == ("signed-in",)
    assert expert_documents(session, [hidden.id, closed.id]) == []
