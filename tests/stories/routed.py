"""A stage for stories on the way of a question: who takes part, a clock that can be set, and the worker's round."""

import dataclasses
import datetime as dt
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from samenspraak.calendar.kinds import SchoolBreak
from samenspraak.calendar.models import SchoolHoliday
from samenspraak.config import Settings
from samenspraak.core.clock import AMSTERDAM
from samenspraak.core.db import Session, reading
from samenspraak.factory import create_app
from samenspraak.indexing.upkeep import rebuild
from samenspraak.notifications.models import Mail
from samenspraak.people.kinds import OrganisationKind, Region, Role, Sector
from samenspraak.people.models.account import Person
from samenspraak.people.passwords import hash_password
from samenspraak.routing.models.desk import Desk
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.route import begin
from samenspraak.routing.rules import InvitationState
from samenspraak.services import Services
from samenspraak.worker.ticks import keep_deadlines
from tests.factories.people import make_expert, make_organisation, make_person, make_theme
from tests.factories.questions import make_question
from tests.support.databases import copy_of_template
from tests.support.hands import Keyboard
from tests.support.site import services_of
from tests.support.site_server import serving

PASSWORD = "potlood gum liniaal"
ASKER, MODERATOR = "Roos Lessenaar", "Tineke Gumdoos"
EXPERTS = ("Carla Puntenslijper", "Daan Inktpot", "Hugo Passer")
TITLE = "Wie betaalt het leerlingenvervoer?"


class Clock:
    """The time, which the story sets."""

    def __init__(self, text: str) -> None:
        self.now = _in_amsterdam(text)

    def __call__(self) -> dt.datetime:
        return self.now

    def set(self, text: str) -> None:
        """Make it a moment in Amsterdam."""
        self.now = _in_amsterdam(text)


def _in_amsterdam(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM).astimezone(dt.UTC)


@dataclasses.dataclass(frozen=True)
class Stage:
    """Where it happens."""

    url: str
    question_id: int
    clock: Clock
    services: Services

    @property
    def question(self) -> str:
        """The address of the question."""
        return f"{self.url}/vragen/{self.question_id}"

    def work(self) -> None:
        """Have the worker come by until nothing is due any more."""
        for _round in range(4):
            keep_deadlines(self.services)

    def who_is_asked(self) -> str:
        """Return the name of the expert who is to react now."""
        with reading(self.services.sessions) as session:
            wanted = select(Person.name).join(Invitation, Invitation.expert_id == Person.id)
            return session.scalars(wanted.where(Invitation.state == InvitationState.INVITED)).one()

    def token_for(self, email: str) -> str:
        """Return the token of the link that was mailed to someone."""
        with reading(self.services.sessions) as session:
            wanted = select(Mail.text).where(Mail.recipient == email, Mail.cause.like("account_link:%"))
            text = session.scalars(wanted).one()
        found = re.search(r"/account/openen/(\S+)", text)
        assert found is not None
        return found[1]


@contextmanager
def open_stage(template_request: pytest.FixtureRequest, folder: Path, begins: str) -> Iterator[Stage]:
    """Make who takes part, and a question that was just asked."""
    clock = Clock(begins)
    for url in copy_of_template("sqlite", template_request, folder):
        settings = Settings(mode="test", database_url=url, data_folder=folder, log_level="ERROR")
        app = create_app(settings, clock=clock)
        services = services_of(app)
        with services.sessions.begin() as session:
            question_id = furnish(session, clock.now)
        rebuild(services.sessions, services.index)
        with serving(app) as address:
            yield Stage(address, question_id, clock, services)
        services.engine.dispose()


def furnish(session: Session, now: dt.datetime) -> int:
    """Make a partnership in the north, three experts, the desk of a sector council, and a moderator."""
    session.add(christmas())
    theme = make_theme(session, "vervoer", "Leerlingenvervoer")
    partnership = make_organisation(session, name="SWV Noord", holiday_region=Region.NORTH)
    ministry = make_organisation(session, kind=OrganisationKind.MINISTRY, name="Ministerie van OCW", sector=None)
    council = make_organisation(session, kind=OrganisationKind.SECTOR_COUNCIL, name="PO-Raad")
    session.add(Desk(organisation_id=council.id, working_days_to_respond=3))
    asker = make_person(session, Role.COORDINATOR, organisation=partnership, name=ASKER)
    moderator = make_person(session, Role.MODERATOR, organisation=ministry, name=MODERATOR)
    experts = [
        make_expert(session, name=name, themes=[theme], expertise="Kent het vervoer van leerlingen.")
        for name in EXPERTS
    ]
    make_person(session, Role.EXPERT, organisation=council, name="Els Gymtas")
    password = hash_password(PASSWORD)
    for person in (asker, moderator, *experts):
        person.password_hash, person.email = password, email_of(person.name)
    body = "De gemeente weigert het vervoer naar een passende school. Wie betaalt dan?"
    question = make_question(session, asker=asker, themes=[theme], title=TITLE, body=body, asked_at=now)
    begin(session, question.id, now)
    return question.id


def christmas() -> SchoolHoliday:
    """Return the Christmas holiday of the north in 2026."""
    return SchoolHoliday(
        school_year="2026-2027",
        region=Region.NORTH,
        school_break=SchoolBreak.CHRISTMAS,
        sector=Sector.BOTH,
        first_day=dt.date(2026, 12, 19),
        last_day=dt.date(2027, 1, 3),
        source="test",
    )


def email_of(name: str) -> str:
    """Return the address with which someone logs in."""
    return f"{name.lower().replace(' ', '.')}@voorbeeld.test"


def new_page(browser: Browser, width: int) -> Page:
    """Open a browser of one's own."""
    context = browser.new_context(
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
        viewport={"width": width, "height": 844},
        reduced_motion="reduce",
    )
    return context.new_page()


def enter(browser: Browser, stage: Stage, name: str, width: int) -> Page:
    """Log in, in a browser of one's own."""
    page = new_page(browser, width)
    page.goto(f"{stage.url}/inloggen")
    hands = Keyboard(page)
    hands.write(page.get_by_label("E-mailadres"), email_of(name))
    hands.write(page.get_by_label("Wachtwoord"), PASSWORD)
    hands.press(page.get_by_role("main").get_by_role("button", name="Log in"))
    expect(page.get_by_role("heading", level=1)).to_contain_text(name.split(maxsplit=1)[0], timeout=20_000)
    return page
