"""Each act with special powers is done as it is done on screen, and leaves one row: the right one, without words.

A story is a list of steps: where a form is sent, with what, and which act the audit then holds.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import func, select

from samenspraak.audit.chain import verify
from samenspraak.audit.kinds import Act
from samenspraak.audit.models import AuditEntry
from samenspraak.moderation.actions.warnings import confirm_warning
from samenspraak.people.kinds import OrganisationKind, Role
from samenspraak.people.models.account import Person, RoleAssignment
from samenspraak.privacy.findings import Kind
from samenspraak.questions.kinds import Standing
from samenspraak.questions.models.answer import EarlierText
from samenspraak.questions.models.question import Question
from tests.factories.calendar import make_holiday
from tests.factories.desks import make_case, make_colleague, make_desk
from tests.factories.experiences import make_experience
from tests.factories.introductions import make_coordinator
from tests.factories.people import make_expert, make_organisation, make_person, make_theme, organisation_of
from tests.factories.questions import make_answer, make_question
from tests.factories.routing import leave_to_moderators, make_invited
from tests.support.site import NOON, Site

pytestmark = pytest.mark.sqlite_only

WORDS = "kanariegeel"
"""Stands in every text that the stories send, and must stand in no row but as the reason that was given."""

Step = tuple[str, dict[str, Any], Act]


@dataclass
class Office:
    """The site with an administrator, a moderator and a colleague at a desk; `who` acts."""

    site: Site
    administrator: Person
    moderator: Person
    who: Person

    def as_moderator(self) -> None:
        """Let the moderator act from here on."""
        self.act_as(self.moderator)

    def act_as(self, who: Person) -> None:
        """Let someone act from here on."""
        self.who = who
        self.site.sign_in(who)


Story = Callable[[Office], Iterator[Step]]


def account(office: Office) -> Iterator[Step]:
    session = office.site.session
    loes = make_person(session)
    home = organisation_of(session, loes)
    role = {"organisation": home.id, "role": "coordinator", "group": ""}
    path = f"/beheer/accounts/{loes.id}"
    yield (
        "/beheer/accounts/nieuw",
        role | {"name": f"Nieuw {WORDS}", "email": "nieuw@voorbeeld.test"},
        Act.PERSON_INVITED,
    )
    yield path, {"name": f"Ander {WORDS}", "email": "ander@voorbeeld.test"}, Act.PERSON_CHANGED
    yield f"{path}/link", {}, Act.LINK_SENT
    yield f"{path}/sluiten", {"reason": f"Werkt niet meer bij {WORDS}."}, Act.ACCOUNT_CLOSED
    yield f"{path}/heropenen", {}, Act.ACCOUNT_REOPENED
    yield f"{path}/rollen", role, Act.ROLE_GIVEN
    given = session.scalars(select(RoleAssignment).order_by(RoleAssignment.id.desc())).first()
    assert given is not None
    given.admitted_by_id = office.moderator.id
    yield f"{path}/rollen/{given.id}/bevestigen", {}, Act.ROLE_CONFIRMED
    yield f"{path}/rollen/{given.id}/weg", {}, Act.ROLE_TAKEN


def profile(office: Office) -> Iterator[Step]:
    expert = make_expert(office.site.session)
    path = f"/deskundigen/{expert.id}"
    said = {"headline": WORDS, "expertise": WORDS, "sector": "po", "weekly_capacity": "3", "is_listed": "y"}
    yield f"{path}/bewerken", said | {"version": "1"}, Act.PROFILE_CHANGED
    yield f"{path}/afwezig", {"first_day": "2013-04-29", "last_day": "2013-05-03"}, Act.AWAY_CHANGED


def organisation(office: Office) -> Iterator[Step]:
    partnership = make_organisation(office.site.session)
    draft = {"kind": "school_board", "name": f"Bestuur {WORDS}", "sector": "", "holiday_region": "", "is_active": "y"}
    yield "/beheer/organisaties/nieuw", draft, Act.ORGANISATION_ADDED
    last = office.site.session.scalar(select(func.max(type(partnership).id)))
    yield f"/beheer/organisaties/{last}", draft | {"province": "Utrecht"}, Act.ORGANISATION_CHANGED
    members = f"/samenwerkingsverbanden/{partnership.id}/aangesloten"
    yield members, {"name": f"Bestuur {WORDS}", "kind": "school_board"}, Act.MEMBER_ADDED
    yield f"{members}/{last}/weg", {}, Act.MEMBER_REMOVED


def holidays(office: Office) -> Iterator[Step]:
    holiday = make_holiday(office.site.session)
    draft = {
        "school_year": "2012-2013",
        "region": "noord",
        "school_break": "mei",
        "sector": "both",
        "first_day": "2013-04-27",
        "last_day": "2013-05-05",
        "source": WORDS,
    }
    yield "/beheer/vakanties/nieuw", draft, Act.HOLIDAY_ADDED
    moved = draft | {"school_break": "voorjaar", "first_day": "2013-02-17", "last_day": "2013-02-24"}
    yield f"/beheer/vakanties/{holiday.id}", moved, Act.HOLIDAY_CHANGED
    yield f"/beheer/vakanties/{holiday.id}/weg", {}, Act.HOLIDAY_REMOVED


def rules(office: Office) -> Iterator[Step]:
    theme = make_theme(office.site.session)
    council = make_desk(office.site.session).organisation_id
    yield "/beheer/rangschikking/fair_spread", {"on": "0"}, Act.RULE_SWITCHED
    yield "/beheer/themas-uitnodigen", {"themes": theme.id}, Act.PACE_CHANGED
    yield f"/bureau/{council}/afspraak", {"is_open": "y", "working_days": "3"}, Act.DESK_CHANGED


def spokespeople(office: Office) -> Iterator[Step]:
    office.as_moderator()
    session = office.site.session
    ministry = make_organisation(session, kind=OrganisationKind.MINISTRY)
    carla, theme = make_expert(session, organisation=ministry), make_theme(session)
    path = "/moderatie/woordvoerders"
    yield path, {"theme": theme.id, "person": carla.id}, Act.SPOKESPERSON_NAMED
    yield f"{path}/{theme.id}/{carla.id}/weg", {}, Act.SPOKESPERSON_UNNAMED


def answers(office: Office) -> Iterator[Step]:
    office.as_moderator()
    answer = make_answer(office.site.session, make_question(office.site.session), standing=Standing.ORGANISATION)
    yield f"/antwoorden/{answer.id}/vasthouden", {"because": f"Namens wie is dit {WORDS}?"}, Act.ANSWER_HELD
    yield f"/antwoorden/{answer.id}/vrijgeven", {}, Act.ANSWER_RELEASED


def closing(office: Office) -> Iterator[Step]:
    office.as_moderator()
    question = make_question(office.site.session, title=WORDS)
    yield f"/vragen/{question.id}/sluiten", {"because": "other", "words": WORDS}, Act.QUESTION_CLOSED
    yield f"/vragen/{question.id}/heropenen", {}, Act.QUESTION_REOPENED


def restoring(office: Office) -> Iterator[Step]:
    office.as_moderator()
    session = office.site.session
    question = make_question(session)
    answer = make_answer(session, question)
    said = {"written_at": NOON, "replaced_at": NOON, "replaced_by_id": question.asker_id, "body": WORDS}
    asked = EarlierText(question_id=question.id, title=WORDS, **said)
    answered = EarlierText(answer_id=answer.id, standing=Standing.PERSONAL, **said)
    session.add_all([asked, answered])
    session.flush()
    told = {"reason": f"Zo klopt {WORDS} weer"}
    yield (
        f"/vragen/{question.id}/wijzigingen/{asked.id}/terugzetten",
        told | {"seen": question.sign},
        Act.QUESTION_RESTORED,
    )
    path = f"/antwoorden/{answer.id}/wijzigingen/{answered.id}/terugzetten"
    yield path, told | {"seen": answer.sign}, Act.ANSWER_RESTORED


def taking_out(office: Office) -> Iterator[Step]:
    office.as_moderator()
    question = make_question(office.site.session, body=f"Over {WORDS} gesproken.")
    form = {"words": WORDS, "reason": "Dat wijst een kind aan.", "definitief": "ja"}
    yield f"/vragen/{question.id}/weghalen", form, Act.TEXT_REDACTED


def routes(office: Office) -> Iterator[Step]:
    office.as_moderator()
    session = office.site.session
    question, expert = _stuck(office), make_expert(session)
    yield f"/moderatie/{question.id}/neem", {}, Act.QUESTION_TAKEN
    asked = {"experts": expert.id, "note": f"Weet u iets van {WORDS}?"}
    yield f"/vragen/{question.id}/deskundigen", asked, Act.EXPERTS_INVITED
    invitation = make_invited(session, _stuck(office), make_expert(session))
    yield f"/uitnodigingen/{invitation.id}/intrekken", {}, Act.INVITATION_WITHDRAWN
    make_colleague(session, make_desk(session))
    yield f"/moderatie/{_stuck(office).id}/bureau", {}, Act.QUESTION_TO_DESK


def desk(office: Office) -> Iterator[Step]:
    session = office.site.session
    at_work = make_desk(session)
    colleague, question = make_colleague(session, at_work), make_question(session)
    office.act_as(make_colleague(session, at_work))
    make_case(session, at_work, question)
    path = f"/bureau/vragen/{question.id}"
    yield f"{path}/geven", {"person": colleague.id}, Act.CASE_ASSIGNED
    yield f"{path}/doorgeven", {"reason": WORDS}, Act.CASE_PASSED_ON


def partnerships(office: Office) -> Iterator[Step]:
    office.as_moderator()
    session = office.site.session
    first, other = (organisation_of(session, make_coordinator(session)).id for _ in range(2))
    met = {"organisation_id": first, "other_id": other, "words": WORDS}
    yield f"/kennismakingen/nieuw?met={other}", met, Act.INTRODUCTION_PROPOSED
    yield "/kennismakingen/1/intrekken", {}, Act.INTRODUCTION_WITHDRAWN
    experience = make_experience(session, title=WORDS)
    yield f"/ervaringen/{experience.id}/weg", {}, Act.EXPERIENCE_REMOVED


def warnings(office: Office) -> Iterator[Step]:
    office.as_moderator()
    session = office.site.session
    question = make_question(session)
    warning = confirm_warning(session, question.asker_id, [Kind.PHONE], "questions.comment", question.id, NOON)
    yield f"/moderatie/privacy/{warning.id}/bekeken", {}, Act.WARNING_SEEN


STORIES: tuple[Story, ...] = (
    account,
    profile,
    organisation,
    holidays,
    rules,
    spokespeople,
    answers,
    closing,
    restoring,
    taking_out,
    routes,
    desk,
    partnerships,
    warnings,
)


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


def _stuck(office: Office) -> Question:
    session = office.site.session
    return leave_to_moderators(session, make_question(session))
