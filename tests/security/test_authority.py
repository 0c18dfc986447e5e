"""Doing more than one may: fields that a form does not have, ids of others, choices that were not offered."""

import statistics
import time

import pytest
from sqlalchemy import func, select

from samenspraak.notifications.transports.folder import list_keys, read_message
from samenspraak.people.kinds import OrganisationKind, Role
from samenspraak.people.models.account import Person
from samenspraak.people.models.expert import AwayPeriod, ExpertProfile
from samenspraak.people.passwords import is_password
from samenspraak.questions.kinds import Standing, Visibility
from samenspraak.questions.models.answer import Acceptance, Answer
from samenspraak.questions.models.question import Question
from samenspraak.routing.rules import InvitationState
from samenspraak.worker.draining import drain
from samenspraak.worker.effects import EFFECTS
from tests.factories.accounts import make_account
from tests.factories.notices import make_notice
from tests.factories.people import make_expert, make_organisation, make_person, make_theme, organisation_of
from tests.factories.questions import make_answer, make_question
from tests.factories.routing import make_invited
from tests.support.site import NOON, Site

COLUMNS = {
    "id": 1, "asker_id": 1, "author_id": 1, "person_id": 1, "question_id": 1, "is_accepted": "1", "accepted": "1",
    "asked_at": "2001-01-01", "answered_at": "2001-01-01", "edited_at": "", "version": 99, "role": "administrator",
    "roles": "administrator", "group": "ministry", "is_active": "", "is_admin": "1", "password_hash": "x",
    "organisation": 1, "expert_id": 1, "state": "accepted", "invited_by_id": 1, "updated_at": "2001-01-01",
    "email": "over@voorbeeld.test", "name": "Iemand anders",
}  # fmt: skip
"""Columns of our tables that no form of a question, an answer or a profile has."""


def test_a_question_takes_nothing_but_its_form(site: Site) -> None:
    theme, other = make_theme(site.session), make_organisation(site.session)
    asker = make_person(site.session, Role.COORDINATOR)
    form = {"title": "Wie?", "body": "Wat?", "themes": theme.id, "sector": "po", "visibility": "restricted"}
    site.sign_in(asker)

    site.post("/vragen/nieuw", COLUMNS | form | {"confirmed": "1"})
    site.post("/vragen/nieuw", form | {"organisation_id": other.id, "confirmed": "1", "submission": "x"}, status=422)

    question = site.session.scalars(select(Question)).one()
    assert (question.asker_id, question.asked_at, question.version) == (asker.id, NOON, 1)
    assert question.organisation_id == organisation_of(site.session, asker).id
    assert site.session.scalar(select(func.count()).select_from(Acceptance)) == 0


@pytest.mark.parametrize("standing", ["ministry", "organisation", "x", ""])
def test_an_answer_takes_no_standing_that_was_not_offered(site: Site, standing: str) -> None:
    question = make_question(site.session)
    ministry = make_organisation(site.session, kind=OrganisationKind.MINISTRY)
    site.sign_in(make_expert(site.session))
    path = f"/vragen/{question.id}/antwoorden"

    site.post(path, {"body": "Bindend.", "voice": f"{standing}:{ministry.id}", "submission": "a"}, status=422)
    site.post(path, COLUMNS | {"body": "Bindend.", "standing": "ministry", "organisation_id": ministry.id})

    answer = site.session.scalars(select(Answer)).one()
    assert answer.standing is Standing.PERSONAL
    assert answer.organisation_id != ministry.id


def test_a_profile_takes_nothing_but_its_form(site: Site) -> None:
    expert = make_expert(site.session)
    before = site.session.get_one(ExpertProfile, expert.id)
    kept = (before.group, before.organisation_id)
    form = {"headline": "Adviseur", "expertise": "Veel", "sector": "po", "weekly_capacity": 20, "is_listed": "y"}
    site.sign_in(expert)

    site.post(f"/deskundigen/{expert.id}/bewerken", COLUMNS | form | {"version": 1})

    after = site.session.get_one(ExpertProfile, expert.id)
    assert (after.group, after.organisation_id) == kept
    person = site.session.get_one(Person, expert.id)
    assert (person.email, person.is_active) == (expert.email, True)


def test_a_question_that_is_written_under_is_not_opened_further_by_a_forged_choice(site: Site) -> None:
    asker, theme = make_person(site.session, Role.COORDINATOR), make_theme(site.session)
    question = make_question(site.session, asker=asker, visibility=Visibility.RESTRICTED, themes=[theme])
    make_answer(site.session, question)
    site.sign_in(asker)
    form = {"title": "Wie?", "body": "Wat?", "themes": theme.id, "sector": "po", "visibility": "public"}

    site.post(f"/vragen/{question.id}/bewerken", form | {"seen": question.sign}, status=422)

    assert site.session.get_one(Question, question.id).visibility is Visibility.RESTRICTED


def test_what_is_someone_elses_is_not_there(site: Site) -> None:
    owner, other = make_expert(site.session), make_expert(site.session)
    question = make_question(site.session, visibility=Visibility.RESTRICTED)
    answer = make_answer(site.session, question, author=owner)
    invitation = make_invited(site.session, question, owner)
    notice = make_notice(site.session, owner, question)
    site.sign_in(other)

    for path in (
        f"/uitnodigingen/{invitation.id}/aannemen",
        f"/uitnodigingen/{invitation.id}/intrekken",
        f"/postvak/{notice.id}/gelezen",
        f"/vragen/{question.id}/antwoorden",
        f"/vragen/{question.id}/reacties",
        f"/vragen/{question.id}/deskundigen",
        f"/vragen/{question.id}/bewerken",
        f"/antwoorden/{answer.id}/reacties",
        f"/antwoorden/{answer.id}/bewerken",
        f"/antwoorden/{answer.id}/accepteren",
        f"/antwoorden/{answer.id}/niet-accepteren",
    ):
        missing = path.replace(path.split("/")[2], "999999")
        there, not_there = site.post(path, {"body": "x"}, status=404), site.post(missing, {"body": "x"}, status=404)
        assert without_volatile(there.text) == without_volatile(not_there.text.replace(missing, path)), path
    declined = {"because": "no_time"}
    site.post(f"/uitnodigingen/{invitation.id}/afslaan", declined, status=404)
    assert invitation.state is InvitationState.INVITED
    assert notice.read_at is None


def without_volatile(page: str) -> str:
    """Return a page without what differs at every request."""
    return "\n".join(line for line in page.splitlines() if "nonce" not in line and "csrf" not in line)


def test_a_hidden_profile_and_its_days_away_are_not_there_for_others(site: Site) -> None:
    hidden, listed = make_expert(site.session, is_listed=False), make_expert(site.session)
    days = {"first_day": NOON.date(), "last_day": NOON.date()}
    periods = [AwayPeriod(person_id=each.id, **days) for each in (hidden, listed)]
    site.session.add_all(periods)
    site.session.flush()
    site.sign_in(make_expert(site.session))

    for act in ("bewerken", "afwezig", f"afwezig/{periods[0].id}", f"afwezig/{periods[0].id}/weg"):
        site.post(f"/deskundigen/{hidden.id}/{act}", status=404)
        site.post(f"/deskundigen/999999/{act}", status=404)
    site.post(f"/deskundigen/{listed.id}/afwezig/{periods[1].id}/weg", status=403)
    assert site.session.scalar(select(func.count()).select_from(AwayPeriod)) == 2


def test_a_period_of_another_is_not_reached_through_ones_own_profile(site: Site) -> None:
    own, other = make_expert(site.session), make_expert(site.session)
    period = AwayPeriod(person_id=other.id, first_day=NOON.date(), last_day=NOON.date())
    site.session.add(period)
    site.session.flush()
    site.sign_in(own)

    day = {"first_day": "2014-01-01", "last_day": "2014-01-02"}
    site.post(f"/deskundigen/{own.id}/afwezig/{period.id}", day, status=404)
    site.post(f"/deskundigen/{own.id}/afwezig/{period.id}/weg")

    assert site.session.get_one(AwayPeriod, period.id).first_day == NOON.date()


@pytest.mark.sqlite_only
def test_a_wrong_password_takes_as_long_for_who_is_known_as_for_who_is_not(site: Site) -> None:
    stored = make_account(site.session).password_hash
    times: dict[str | None, list[float]] = {stored: [], None: []}

    for _ in range(30):
        for each, taken in times.items():
            began = time.process_time()
            assert not is_password("niet dit wachtwoord", each)
            taken.append(time.process_time() - began)

    known, unknown = (statistics.median(taken) for taken in times.values())
    assert abs(known - unknown) < 0.25 * max(known, unknown)


@pytest.mark.sqlite_only
@pytest.mark.parametrize("host", ["evil.example", "localhost:99", "localhost.evil.example"])
def test_no_link_in_a_mail_and_no_redirection_follows_the_host_that_a_request_names(site: Site, host: str) -> None:
    person = make_account(site.session)
    site.session.commit()
    client, there = site.app.test_client(), f"http://{host}"
    page = client.get("/wachtwoord-vergeten", base_url=there).text
    form = {"csrf_token": page.partition('name="csrf-token" content="')[2].partition('"')[0], "email": person.email}

    assert client.post("/wachtwoord-vergeten", base_url=there, data=form).status_code == 303
    while drain(site.services, EFFECTS, lambda: False):
        pass

    folder = site.services.settings.mailbox
    messages = [read_message(folder, key) for key in list_keys(folder)]
    [mail] = [message.as_string() for message in messages if message and message["To"] == person.email]
    assert "http://localhost/account/openen/" in mail
    assert "evil" not in mail
    assert client.get("/account", base_url=there).headers["Location"].startswith("/inloggen")
