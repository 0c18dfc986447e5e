"""Each act with special powers is done as it is done on screen, and leaves one row: the right one, without words."""

import json
from collections.abc import Iterator

import pytest
from sqlalchemy import select

from samenspraak.audit.chain import verify
from samenspraak.audit.kinds import Act
from samenspraak.audit.models import AuditEntry
from samenspraak.people.kinds import Role
from tests.factories.introductions import make_coordinator
from tests.factories.people import make_expert, make_person, organisation_of
from tests.factories.questions import make_question
from tests.support.site import Site
from tests.web.audit.privileged_stories import STORIES, WORDS, Office, Step, Story

pytestmark = pytest.mark.sqlite_only


@pytest.fixture
def office(site: Site) -> Office:
    """The site as the administrator has it before them."""
    administrator = make_person(site.session, Role.ADMINISTRATOR)
    site.sign_in(administrator)
    return Office(site, administrator, make_person(site.session, Role.MODERATOR), administrator)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
def test_each_privileged_act_leaves_one_row_without_words(office: Office, story: Story) -> None:
    session = office.site.session
    for done, (path, data, act) in enumerate(story(office), start=1):
        office.site.post(path, data)
        entries = session.scalars(select(AuditEntry).order_by(AuditEntry.id)).all()
        assert len(entries) == done, f"{act}: {[entry.act for entry in entries]}"
        last = entries[-1]
        assert (last.act, last.actor_id) == (act.value, office.who.id)
        assert WORDS not in json.dumps([last.before, last.after])
        assert not last.reason or last.reason.endswith((data.get("because", "-"), data.get("reason", "-")))
    assert verify(session).is_whole


def test_a_second_time_that_changes_nothing_leaves_no_second_row(office: Office) -> None:
    loes = make_person(office.site.session)
    for _ in range(2):
        office.site.post(f"/beheer/accounts/{loes.id}/sluiten", {"reason": "Werkt hier niet meer."})
    office.site.post("/beheer/rangschikking/fair_spread", {"on": "1"})
    assert office.site.session.scalars(select(AuditEntry.act)).all() == ["account_closed"]


def test_what_people_do_with_what_is_their_own_leaves_no_row(office: Office) -> None:
    session, site = office.site.session, office.site
    expert, asker = make_expert(session), make_coordinator(session)
    question = make_question(session, asker=asker)
    site.sign_in(expert)
    site.post(f"/deskundigen/{expert.id}/afwezig", {"first_day": "2013-04-29", "last_day": "2013-05-03"})
    site.sign_in(asker)
    site.post(f"/vragen/{question.id}/deskundigen", {"experts": make_expert(session).id, "note": ""})
    site.post(f"/vragen/{question.id}/sluiten", {"because": "unclear"})
    site.post(f"/vragen/{question.id}/heropenen")
    members = f"/samenwerkingsverbanden/{organisation_of(session, asker).id}/aangesloten"
    site.post(members, {"name": "Stichting Catent", "kind": "school_board"})
    assert session.scalars(select(AuditEntry.act)).all() == []


def test_every_act_on_screen_of_these_rooms_is_in_a_story(office: Office) -> None:
    from_the_command_line = {
        Act.CONTENT_LOADED,
        Act.PARTNERSHIPS_IMPORTED,
        Act.CALENDAR_LOADED,
        Act.DEMONSTRATION_LOADED,
    }
    told = {act for story in STORIES for _path, _data, act in _steps(office, story)}
    earlier = set(list(Act)[: list(Act).index(Act.WARNING_SEEN) + 1])
    assert earlier - told - from_the_command_line == set()


def _steps(office: Office, story: Story) -> Iterator[Step]:
    for path, data, act in story(office):
        office.site.post(path, data)
        yield path, data, act
