"""A deadline after the end of the table of school holidays says that it could not count them."""

import datetime as dt

import pytest

from samenspraak.people.kinds import Region, Role
from tests.factories.calendar import make_holiday
from tests.factories.people import make_expert, make_organisation, make_person
from tests.factories.questions import make_question
from tests.factories.routing import make_invited
from tests.support.site import Site


@pytest.mark.sqlite_only
@pytest.mark.parametrize(("last_day", "is_in_doubt"), [(dt.date(2013, 2, 24), True), (dt.date(2013, 4, 5), False)])
def test_the_course_says_when_school_holidays_are_not_known(
    site: Site, last_day: dt.date, *, is_in_doubt: bool
) -> None:
    north = make_organisation(site.session, holiday_region=Region.NORTH)
    asker = make_person(site.session, Role.COORDINATOR, organisation=north)
    make_holiday(site.session, first_day=last_day - dt.timedelta(days=2), last_day=last_day)
    question = make_question(site.session, asker=asker)
    make_invited(site.session, question, make_expert(site.session))
    site.sign_in(asker)

    text = site.get(f"/vragen/{question.id}").select_one(".timeline").get_text()

    assert "Reactie verwacht" in text
    assert ("De schoolvakanties van dan zijn nog niet bekend" in text) is is_in_doubt
