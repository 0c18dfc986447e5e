"""Partnerships of the demonstration tell what they worked out, follow, save searches, and are introduced."""

import pytest
from sqlalchemy import select

from samenspraak.conversations.kinds import IntroductionState
from samenspraak.conversations.models import Introduction
from samenspraak.conversations.queries import list_introductions
from samenspraak.core.db import Session
from samenspraak.following.queries.follows import list_followed
from samenspraak.following.queries.searches import list_saved
from samenspraak.people.models.account import Person
from samenspraak.people.models.organisation import Experience
from samenspraak.people.queries.people import find_person
from samenspraak.people.queries.viewers import viewer_of

pytestmark = pytest.mark.sqlite_only


def test_a_dozen_experiences_stand_there_one_of_them_not_open_to_contact(seen: Session) -> None:
    is_open = seen.scalars(select(Experience.is_open_to_contact)).all()

    assert len(is_open) >= 10
    assert set(is_open) == {True, False}


def test_introductions_stand_in_every_way_that_shows(seen: Session) -> None:
    states = set(seen.scalars(select(Introduction.state)))

    assert {IntroductionState.PROPOSED, IntroductionState.MADE, IntroductionState.DECLINED} <= states


def test_the_coordinator_who_logs_in_follows_saved_searches_and_is_asked_to_meet(seen: Session) -> None:
    roos = viewer_of(find_person(seen, seen.scalars(select(Person.id).where(Person.name == "Roos Lessenaar")).one()))

    assert {each.target.subject for each in list_followed(seen, roos)} >= {"question", "theme", "expert", "partnership"}
    assert len(list_saved(seen, roos)) == 2
    found = list_introductions(seen, roos)
    assert len(found.waiting) == 2
    assert len(found.made) == 1
