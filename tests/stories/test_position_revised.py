"""The ministry revises its position: whom OCW named changes it with a reason, who relied on it is told and reads what
changed, and a colleague who was not named reads why they cannot. On a desk and on a phone, by keyboard.

It leaves pictures in test-results/screenshots/.
"""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from samenspraak.config import Settings
from samenspraak.core.db import Session
from samenspraak.factory import create_app
from samenspraak.people.kinds import ExpertGroup, OrganisationKind, Role
from samenspraak.people.passwords import hash_password
from samenspraak.questions.kinds import Standing
from samenspraak.questions.models.answer import Answer
from tests.factories.people import make_expert, make_organisation, make_person, make_spokesperson, make_theme
from tests.factories.questions import make_answer, make_question
from tests.stories.test_accessibility import faults_of
from tests.support.browser import watch
from tests.support.databases import copy_of_template
from tests.support.hands import Keyboard
from tests.support.pictures import Album
from tests.support.site import NOON, services_of
from tests.support.site_server import serving

PASSWORD = "potlood gum liniaal"
ASKER, NAMED, COLLEAGUE = "Roos Lessenaar", "Carla Puntenslijper", "Daan Inktpot"
SIX_WEEKS = "De school beslist binnen zes weken."
TEN_WEEKS = "De school beslist binnen tien weken."
REASON = "De wet is op dit punt gewijzigd"


@dataclasses.dataclass(frozen=True)
class Stage:
    """Where it happens."""

    url: str
    question: str
    answer_id: int


@pytest.fixture
def stage(sqlite_template: Path, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stage]:
    """A question with the position of the ministry, accepted three weeks ago."""
    for url in copy_of_template("sqlite", request, tmp_path):
        settings = Settings(mode="test", database_url=url, data_folder=tmp_path, log_level="ERROR")
        app = create_app(settings, clock=lambda: NOON)
        with services_of(app).sessions() as session:
            answer = state_position(session)
            session.commit()
            with serving(app) as address:
                yield Stage(address, f"{address}/vragen/{answer.question_id}", answer.id)
        services_of(app).engine.dispose()


def state_position(session: Session) -> Answer:
    """Make who takes part, and what was answered so far."""
    ministry = make_organisation(session, kind=OrganisationKind.MINISTRY, name="Ministerie van OCW", sector=None)
    theme = make_theme(session, "zorgplicht", "Zorgplicht")
    named, colleague = (
        make_expert(session, organisation=ministry, name=name, group=ExpertGroup.MINISTRY, themes=[theme])
        for name in (NAMED, COLLEAGUE)
    )
    asker = make_person(session, Role.COORDINATOR, name=ASKER)
    make_spokesperson(session, named, theme)
    password = hash_password(PASSWORD)
    for person in (named, colleague, asker):
        person.password_hash, person.email = password, email_of(person.name)
    question = make_question(session, asker=asker, themes=[theme], title="Binnen hoeveel weken beslist de school?")
    values = {"standing": Standing.MINISTRY, "body": SIX_WEEKS, "basis": "art. 40 lid 3 WPO"}
    return make_answer(session, question, author=named, accepted=True, **values)


def email_of(name: str) -> str:
    return f"{name.lower().replace(' ', '.')}@voorbeeld.test"


@pytest.mark.parametrize("width", [1280, pytest.param(390, marks=pytest.mark.deep)])
def test_the_position_of_the_ministry_is_revised_and_who_relied_on_it_is_told(
    browser: Browser, stage: Stage, width: int
) -> None:
    album = Album(str(width))
    with_reason(enter(browser, stage, NAMED, width), stage, album)
    is_told(enter(browser, stage, ASKER, width), stage, album)
    cannot(enter(browser, stage, COLLEAGUE, width), stage, album)


def enter(browser: Browser, stage: Stage, name: str, width: int) -> Page:
    """Log in, in a browser of one's own."""
    context = browser.new_context(
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
        viewport={"width": width, "height": 844},
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(f"{stage.url}/inloggen")
    hands = Keyboard(page)
    hands.write(page.get_by_label("E-mailadres"), email_of(name))
    hands.write(page.get_by_label("Wachtwoord"), PASSWORD)
    hands.press(page.get_by_role("main").get_by_role("button", name="Log in"))
    expect(page.get_by_role("heading", level=1)).to_contain_text(name.split(maxsplit=1)[0], timeout=20_000)
    return page


def with_reason(page: Page, stage: Stage, album: Album) -> None:
    """As whom OCW named: change the position, first without and then with the reason that it needs."""
    faults, hands = watch(page), Keyboard(page)
    page.goto(stage.question)
    album.take(page, "standpunt-voor")
    hands.press(page.get_by_role("link", name="Pas uw antwoord aan"))
    field = page.get_by_label("Uw antwoord")
    hands.write(field, "")
    page.keyboard.press("Control+A")
    hands.write(field, TEN_WEEKS)
    hands.press(page.get_by_role("button", name="Bewaar uw antwoord"))
    expect(page.get_by_role("alert")).to_be_focused()
    album.take(page, "standpunt-zonder-reden")
    hands.write(page.get_by_label("Waarom past u dit aan?"), REASON)
    hands.press(page.get_by_role("button", name="Bewaar uw antwoord"))
    expect(page.locator(".remark")).to_contain_text("Uw antwoord is aangepast.")
    album.take(page, "standpunt-gewijzigd")
    assert faults == []
    page.context.close()


def is_told(page: Page, stage: Stage, album: Album) -> None:
    """As who accepted it: read in the inbox that it changed, and then what and why."""
    faults, hands = watch(page), Keyboard(page)
    page.goto(f"{stage.url}/postvak")
    expect(page.get_by_role("main")).to_contain_text(f"{NAMED} wijzigde een tekst")
    album.take(page, "standpunt-bericht")
    hands.press(page.get_by_role("main").get_by_role("link", name="Binnen hoeveel weken").first)
    expect(page.locator(f"#antwoord-{stage.answer_id}")).to_contain_text(TEN_WEEKS)
    hands.press(page.locator(f"#antwoord-{stage.answer_id}").get_by_role("link", name="gewijzigd"))
    changes = page.get_by_role("main")
    expect(changes).to_contain_text(REASON)
    expect(changes.locator("del").first).to_contain_text("zes")
    expect(changes.locator("ins").first).to_contain_text("tien")
    album.take(page, "standpunt-verschil")
    assert faults_of(page) == []
    assert faults == []
    page.context.close()


def cannot(page: Page, stage: Stage, album: Album) -> None:
    """As a colleague who was not named: read why one cannot state the position of the ministry."""
    page.goto(stage.question)
    why = page.get_by_text(
        "U kunt hier geen standpunt van OCW innemen, omdat OCW u niet heeft aangewezen voor Zorgplicht."
    )
    expect(why).to_contain_text(f"Wel aangewezen: {NAMED}.")
    album.take(page, "standpunt-niet-aangewezen")
    page.context.close()
