"""Profiles in the demonstration: most are confirmed, some are waited for, some have a tie or a substitute."""

import pytest
from sqlalchemy import func, select

from samenspraak.core.db import Session
from samenspraak.matching.models import NotMySubject, RuleSwitch
from samenspraak.people.models.account import Person
from samenspraak.people.models.expert import AwayPeriod, DeclaredTie, ExpertProfile
from samenspraak.people.queries.confirming import is_unconfirmed, unconfirmed_profiles
from samenspraak.questions.queries.answered_themes import themes_to_suggest
from tests.factories.people import viewer
from tests.support.site import NOON

pytestmark = pytest.mark.sqlite_only


def test_a_few_profiles_wait_for_their_expert_and_two_of_them_long(seen: Session) -> None:
    waiting = seen.scalars(select(ExpertProfile.person_id).where(is_unconfirmed())).all()
    assert len(waiting) == 4
    assert unconfirmed_profiles(seen, NOON, 0, 9)[1] == 2


def test_there_are_ties_substitutes_refused_subjects_and_a_rule_that_was_switched(seen: Session) -> None:
    for rows in (DeclaredTie, NotMySubject, RuleSwitch):
        assert seen.scalar(select(func.count()).select_from(rows))
    assert seen.scalar(select(func.count()).where(AwayPeriod.substitute_id.is_not(None)))


def test_some_experts_are_suggested_a_theme(seen: Session) -> None:
    people = seen.scalars(select(Person).join(ExpertProfile, ExpertProfile.person_id == Person.id)).all()
    for person in people:
        seen.refresh(person, ["assignments"])
        for assignment in person.assignments:
            seen.refresh(assignment, ["organisation"])
    assert any(themes_to_suggest(seen, viewer(person)) for person in people)
