"""The desks of the demonstration have something to show: what waits, what is done, and figures."""

import pytest
from sqlalchemy import func, select

from samenspraak.calendar.models import SchoolHoliday
from samenspraak.core.db import Session
from samenspraak.people.kinds import OrganisationKind
from samenspraak.people.models.organisation import Organisation
from samenspraak.routing.desks.figures import figures_of
from samenspraak.routing.desks.queries import colleagues_of, open_desks
from samenspraak.routing.kinds import DeskCaseState
from samenspraak.routing.models.desk import DeskCase
from tests.support.site import NOON


@pytest.mark.sqlite_only
def test_each_desk_has_colleagues_and_questions_that_wait_or_were_responded_to(seen: Session) -> None:
    desks = open_desks(seen)
    assert len(desks) == 2
    for desk in desks:
        figures = figures_of(seen, desk.desk_id, NOON)
        assert len(colleagues_of(seen, desk.desk_id)) >= 2
        assert figures.total.arrived >= 3
        assert figures.total.responded >= 1


@pytest.mark.sqlite_only
def test_some_questions_wait_at_a_desk(seen: Session) -> None:
    waiting = select(func.count()).where(DeskCase.state == DeskCaseState.OPEN)
    assert (seen.scalar(waiting) or 0) >= 1


@pytest.mark.sqlite_only
@pytest.mark.sqlite_only
def test_all_partnerships_have_a_region_and_the_table_of_holidays_is_there(seen: Session) -> None:
    lost = select(func.count()).where(
        Organisation.kind == OrganisationKind.PARTNERSHIP,
        Organisation.code.is_not(None),
        Organisation.holiday_region.is_(None),
    )
    assert seen.scalar(lost) == 0
    assert seen.scalar(select(func.count()).select_from(SchoolHoliday)) == 243
