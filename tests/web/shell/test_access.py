"""Access: every view says who may use it, and what says nothing is closed."""

import pytest

from samenspraak.people.kinds import Role
from tests.factories.people import make_person
from tests.support.site import Site

pytestmark = pytest.mark.sqlite_only


def test_a_view_without_a_decision_is_closed_to_everyone(trial: Site) -> None:
    trial.get("/proef/vergeten", status=403)
    trial.sign_in(make_person(trial.session, *Role))
    trial.get("/proef/vergeten", status=403)


def test_a_visitor_is_sent_to_the_log_in_and_back(trial: Site) -> None:
    response = trial.fetch("GET", "/proef/ingelogd?a=1&b=2")

    assert response.status_code == 303
    assert response.location == "/inloggen?next=/proef/ingelogd?a%3D1%26b%3D2"


def test_a_form_sent_without_being_signed_in_is_not_lost(trial: Site) -> None:
    response = trial.post("/proef/ingelogd", {"body": "Dit schreef ik in een uur."}, status=401)

    assert "Dit schreef ik in een uur." in response.text


def test_a_role_is_needed_where_a_view_says_so(trial: Site) -> None:
    trial.sign_in(make_person(trial.session, Role.COORDINATOR))
    trial.get("/proef/moderator", status=403)
    trial.sign_in(make_person(trial.session, Role.MODERATOR))
    assert trial.fetch("GET", "/proef/moderator").text == "moderator"


def test_everyone_may_use_what_is_open(trial: Site) -> None:
    assert trial.fetch("GET", "/proef/iedereen").text == "iedereen"
