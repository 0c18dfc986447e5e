"""Asking with care: an answer that was there already closes the question, drafts survive a log-out, and who asks
anonymously is not known to a peer. On a desk and on a phone, by keyboard.

It leaves pictures in test-results/screenshots/.
"""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import delete

from samenspraak.config import Settings
from samenspraak.core.db import Session
from samenspraak.factory import create_app
from samenspraak.indexing.upkeep import rebuild
from samenspraak.people.kinds import Region, Role
from samenspraak.people.models.account import LoginSession
from samenspraak.people.passwords import hash_password
from samenspraak.services import Services
from tests.factories.people import make_expert, make_organisation, make_person, make_theme
from tests.factories.questions import make_answer, make_question
from tests.stories.test_accessibility import faults_of
from tests.support.browser import watch
from tests.support.databases import copy_of_template
from tests.support.hands import Keyboard
from tests.support.pictures import Album
from tests.support.site import NOON, services_of
from tests.support.site_server import serving

PASSWORD = "potlood gum liniaal"
ASKER, PEER = "Roos Lessenaar", "Sjaak Perforator"
ASKED = "Wie betaalt het vervoer naar een passende plek?"
HIDDEN = "een samenwerkingsverband in regio Zuid (PO)"


@dataclasses.dataclass(frozen=True)
class Stage:
    """Where it happens."""

    url: str
    services: Services
    answer_id: int


@pytest.fixture
def stage(sqlite_template: Path, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stage]:
    """A coordinator, a peer, and a question that was answered before."""
    for url in copy_of_template("sqlite", request, tmp_path):
        settings = Settings(mode="test", database_url=url, data_folder=tmp_path, log_level="ERROR")
        app = create_app(settings, clock=lambda: NOON)
        services = services_of(app)
        with services.sessions() as session:
            answer_id = furnish(session)
            session.commit()
        rebuild(services.sessions, services.index)
        with serving(app) as address:
            yield Stage(address, services, answer_id)
        services.engine.dispose()


def furnish(session: Session) -> int:
    """Make who takes part, and what was answered so far."""
    own = make_organisation(session, name="SWV De Punt", holiday_region=Region.SOUTH)
    people = [
        make_person(session, Role.COORDINATOR, name=ASKER, organisation=own),
        make_person(session, Role.COORDINATOR, name=PEER),
    ]
    password = hash_password(PASSWORD)
    for person in people:
        person.password_hash, person.email = password, email_of(person.name)
    theme = make_theme(session, "vervoer", "Leerlingenvervoer")
    expert = make_expert(session, name="Carla Puntenslijper", themes=[theme])
    question = make_question(session, themes=[theme], title=ASKED, body="De plek is ver weg en de gemeente weigert.")
    return make_answer(session, question, author=expert, accepted=True, body="De gemeente betaalt het vervoer.").id


def email_of(name: str) -> str:
    return f"{name.lower().replace(' ', '.')}@voorbeeld.test"


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
    log_in(page, name)
    expect(page.get_by_role("heading", level=1)).to_contain_text(name.split(maxsplit=1)[0], timeout=20_000)
    return page


def log_in(page: Page, name: str) -> None:
    hands = Keyboard(page)
    hands.write(page.get_by_label("E-mailadres"), email_of(name))
    hands.write(page.get_by_label("Wachtwoord"), PASSWORD)
    hands.press(page.get_by_role("main").get_by_role("button", name="Log in"))


@pytest.mark.parametrize("width", [1280, pytest.param(390, marks=pytest.mark.deep)])
def test_an_answer_that_was_there_closes_the_question(browser: Browser, stage: Stage, width: int) -> None:
    album, page = Album(str(width)), enter(browser, stage, ASKER, width)
    faults, hands = watch(page), Keyboard(page)
    page.goto(f"{stage.url}/vragen/nieuw")
    hands.write(page.get_by_label("Uw vraag in een zin"), "Wie betaalt het vervoer naar een plek")
    found = page.get_by_role("button", name="Dit beantwoordt mijn vraag")
    expect(found).to_be_visible(timeout=20_000)
    expect(page.locator("#kept")).to_contain_text("Bewaard om 12:00.", timeout=20_000)
    album.take(page, "vooraf-gevonden")
    assert faults_of(page) == []
    hands.press(found)
    notice = page.locator(".remark")
    expect(notice).to_contain_text("Fijn dat u het antwoord vond.")
    expect(notice).to_be_focused()
    expect(page.locator(f"#antwoord-{stage.answer_id}")).to_contain_text("Beantwoordde ook 1 vraag vooraf")
    album.take(page, "vooraf-beantwoord")
    hands.press(notice.get_by_role("button", name="Maak ongedaan"))
    expect(page.get_by_label("Uw vraag in een zin")).to_have_value("Wie betaalt het vervoer naar een plek")
    hands.press(page.get_by_role("button", name="Dit beantwoordt mijn vraag"))
    expect(notice).to_contain_text("Fijn dat u het antwoord vond.")
    page.goto(f"{stage.url}/vragen/concepten")
    expect(page.get_by_role("main")).to_contain_text("u wilde vragen: Wie betaalt het vervoer naar een plek")
    album.take(page, "vooraf-teruggevonden")
    assert faults_of(page) == []
    assert faults == []
    page.context.close()


@pytest.mark.deep
def test_what_was_written_survives_the_end_of_a_session(browser: Browser, stage: Stage) -> None:
    album, page = Album("1280"), enter(browser, stage, ASKER, 1280)
    hands = Keyboard(page)
    page.goto(f"{stage.url}/vragen/nieuw")
    hands.write(page.get_by_label("Uw vraag in een zin"), "Mag een school vol zijn?")
    expect(page.locator("#kept")).to_contain_text("Bewaard om 12:00.", timeout=20_000)
    lost = page.locator("[data-draft-lost]")
    expect(lost).to_be_hidden()
    with stage.services.sessions() as session:
        session.execute(delete(LoginSession))
        session.commit()
    hands.write(page.get_by_label("Toelichting"), "Ouders meldden zich op tijd aan.")
    expect(lost).to_be_visible(timeout=20_000)
    album.take(page, "concept-niet-bewaard")
    hands.press(page.get_by_role("button", name="Verder: kies deskundigen"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("niet meer ingelogd")
    hands.press(page.get_by_role("button", name="Log in en ga verder met uw tekst"))
    expect(page.get_by_label("Wachtwoord")).to_be_visible()
    album.take(page, "concept-gaat-mee")
    log_in(page, ASKER)
    expect(page.get_by_label("Uw vraag in een zin")).to_have_value("Mag een school vol zijn?", timeout=20_000)
    expect(page.get_by_label("Toelichting")).to_have_value("Ouders meldden zich op tijd aan.")
    album.take(page, "concept-verder")
    page.context.close()


@pytest.mark.parametrize("width", [1280, pytest.param(390, marks=pytest.mark.deep)])
def test_a_peer_reads_an_anonymous_question_and_not_who_asked(browser: Browser, stage: Stage, width: int) -> None:
    album, page = Album(str(width)), enter(browser, stage, ASKER, width)
    hands = Keyboard(page)
    page.goto(f"{stage.url}/vragen/nieuw")
    hands.write(page.get_by_label("Uw vraag in een zin"), "Hoe vertellen wij ouders dat het geld op is?")
    hands.write(page.get_by_label("Toelichting"), "Wij kwamen dit jaar tekort en durven het niet te zeggen.")
    page.get_by_label("Kies een thema uit de lijst").select_option("Leerlingenvervoer")
    hands.tick(page.get_by_label("Stel deze vraag anoniem"))
    expect(page.get_by_text(f"Andere lezers zien “{HIDDEN}”")).to_be_visible()
    album.take(page, "anoniem-stellen")
    assert faults_of(page) == []
    hands.press(page.get_by_role("button", name="Verder: kies deskundigen"))
    if page.get_by_role("button", name="Ja, stel mijn vraag").count():
        hands.press(page.get_by_role("button", name="Ja, stel mijn vraag").first)
    expect(page.locator(".remark")).to_contain_text("Uw vraag staat op Samenspraak.")
    address = page.url.partition("/deskundigen")[0]
    page.goto(address)
    expect(page.get_by_role("main")).to_contain_text(f"Gesteld door {ASKER}, SWV De Punt")
    page.context.close()

    peer = enter(browser, stage, PEER, width)
    peer.goto(address)
    expect(peer.get_by_role("main")).to_contain_text(f"Gesteld door {HIDDEN}")
    album.take(peer, "anoniem-gelezen")
    assert faults_of(peer) == []
    assert not any(name in peer.content() for name in (ASKER, "De Punt"))
    peer.goto(f"{stage.url}/vragen")
    expect(peer.get_by_role("main")).to_contain_text(HIDDEN)
    peer.context.close()
