"""Moments and numbers are written as the Dutch do, and every value of a closed list has a word."""

import datetime as dt
import enum

import pytest

from samenspraak.people.kinds import ExpertGroup, OrganisationKind, Role, Sector
from samenspraak.questions.kinds import AnswerState, Standing, Visibility
from samenspraak.routing.rules import InvitationState
from samenspraak.web.shell import formatting
from samenspraak.web.shell.labels import label
from tests.support.site import NOON, Site

pytestmark = pytest.mark.sqlite_only


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (dt.date(2013, 3, 14), "vandaag"),
        (dt.date(2013, 3, 13), "gisteren"),
        (dt.date(2013, 3, 15), "morgen"),
        (dt.date(2013, 2, 28), "28\xa0februari"),
        (dt.date(2011, 8, 1), "1\xa0augustus 2011"),
        (dt.datetime(2013, 3, 13, 23, 30, tzinfo=dt.UTC), "vandaag"),
    ],
)
def test_a_day_is_written_as_one_says_it(trial: Site, day: dt.date, words: str) -> None:
    with trial.app.test_request_context():
        trial.app.preprocess_request()
        assert formatting.ago(day) == words


def test_moments_and_numbers_follow_dutch_custom(trial: Site) -> None:
    with trial.app.test_request_context():
        trial.app.preprocess_request()
        assert formatting.date(NOON) == "14\xa0maart 2013"
        assert formatting.moment(NOON) == "14\xa0maart 2013, 12:00 uur"
        assert formatting.number(1234.5) == "1.234,5"


def test_an_excerpt_breaks_between_words(trial: Site) -> None:
    assert formatting.excerpt("**Een** twee drie vier", 12) == "Een twee …"
    assert formatting.excerpt("Een twee", 12) == "Een twee"


@pytest.mark.parametrize(
    "kind",
    [OrganisationKind, Sector, Role, ExpertGroup, Visibility, Standing, InvitationState],
    ids=lambda k: k.__name__,
)
def test_every_value_of_a_closed_list_has_a_word(trial: Site, kind: type[enum.StrEnum]) -> None:
    with trial.app.test_request_context():
        words = [label(value) for value in kind]

    assert all(words)
    assert len(set(words)) == len(words)


def test_values_that_are_equal_as_text_keep_their_own_words(trial: Site) -> None:
    with trial.app.test_request_context():
        assert label(ExpertGroup.MINISTRY) == "ministerie"
        assert label(Standing.MINISTRY) == "Standpunt van het ministerie"
        assert label(InvitationState.ACCEPTED) != label(AnswerState.ACCEPTED)
