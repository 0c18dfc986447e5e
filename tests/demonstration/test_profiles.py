"""Experts differ in how much they take on, and whether they are there."""

import pytest
from sqlalchemy import select

from samenspraak.core.clock import local_day
from samenspraak.core.db import Session
from samenspraak.people.models.expert import AwayPeriod, ExpertProfile
from samenspraak.routing.load import load_of
from tests.support.site import NOON


@pytest.mark.sqlite_only
def test_nobody_has_more_in_hand_than_they_take_on(seen: Session) -> None:
    capacity = dict(seen.execute(select(ExpertProfile.person_id, ExpertProfile.weekly_capacity)).all())
    load = {person: each.week for person, each in load_of(seen, NOON, capacity).items()}
    assert [person for person, number in load.items() if number > capacity[person]] == []
    assert sum(number == capacity[person] for person, number in load.items()) >= 2


@pytest.mark.sqlite_only
def test_some_experts_are_away_and_some_are_unlisted(seen: Session) -> None:
    today = local_day(NOON)
    away = select(AwayPeriod.person_id).where(AwayPeriod.first_day <= today, AwayPeriod.last_day >= today)
    assert len(set(seen.scalars(away))) >= 3
    assert len(seen.scalars(select(ExpertProfile.person_id).where(~ExpertProfile.is_listed)).all()) == 2
