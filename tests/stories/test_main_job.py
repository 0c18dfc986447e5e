"""The main job in a browser: ask, be matched, invite, accept, answer, accept, find; told by keyboard alone and without
script. It leaves pictures in test-results/screenshots/.
"""

import dataclasses
import datetime as dt
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from samenspraak.core.db import create_engine, session_factory
from samenspraak.indexing.upkeep import rebuild
from samenspraak.search.index import Index
from tests.stories.cast import (
    COORDINATOR,
    FALLING_INCOME,
    FULL_SCHOOL,
    MODERATOR,
    NURSE,
    PASSWORD,
    Subject,
    email_of,
    set_the_stage,
)
from tests.support.browser import watch
from tests.support.databases import copy_of_template
from tests.support.hands import Hands, Keyboard, Mouse
from tests.support.mail_server import free_port
from tests.support.pictures import Album
from tests.support.served import Served
from tests.support.waiting import eventually

NOTE = "Wij willen dit volgende week met de directeuren bespreken."
DESK, PHONE = 1280, 390


@dataclasses.dataclass(frozen=True)
class Telling:
    """One telling of the story."""

    subject: Subject
    width: int
    hands: Callable[[Page], Hands]
    ending: str
    has_script: bool = True


TELLINGS = (
    Telling(FULL_SCHOOL, DESK, Keyboard, "1280"),
    Telling(FALLING_INCOME, PHONE, Keyboard, "390"),
    Telling(NURSE, PHONE, lambda _page: Mouse(), "390-zonder-script", has_script=False),
)
MARKS = {"390": pytest.mark.deep}
"""The phone with script is in the long run alone: each of its halves is in one of the others."""


@pytest.fixture(scope="module")
def served(
    tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path, request: pytest.FixtureRequest
) -> Iterator[Served]:
    """The platform with its worker, as `make run` starts it."""
    folder = tmp_path_factory.mktemp("served")
    for url in copy_of_template("sqlite", request, folder):
        engine = create_engine(url)
        sessions = session_factory(engine)
        with sessions.begin() as session:
            set_the_stage(session, dt.datetime.now(dt.UTC))
        rebuild(sessions, Index(folder / "index"))
        engine.dispose()
        served = Served(free_port(), folder, database_url=url, log_level="ERROR")
        served.start()
        yield served
        served.stop()


@dataclasses.dataclass
class Story:
    """The story so far: who is at the screen, and with which hands."""

    context: BrowserContext
    url: str
    telling: Telling
    album: Album
    page: Page
    hands: Hands

    @property
    def subject(self) -> Subject:
        return self.telling.subject

    def arrive(self, name: str) -> None:
        """Log in from the first page."""
        self.page.goto(self.url)
        self.hands.press(self.page.get_by_role("link", name="Log in").first)
        self.hands.write(self.page.get_by_label("E-mailadres"), email_of(name))
        self.hands.write(self.page.get_by_label("Wachtwoord"), PASSWORD)
        self.hands.press(self.page.get_by_role("main").get_by_role("button", name="Log in"))
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(name.split(maxsplit=1)[0])

    def leave(self) -> None:
        """Log out from the menu."""
        self.hands.press(self.page.locator(".menu summary"))
        self.hands.press(self.page.get_by_role("button", name="Log uit"))
        self.sees_told("U bent uitgelogd.")

    def go(self, name: str) -> None:
        """Go where the main menu leads; on a phone that is in the menu."""
        if self.telling.width == PHONE:
            self.hands.press(self.page.locator(".menu summary"))
        self.hands.press(self.page.get_by_role("banner").get_by_role("link", name=name).locator("visible=true"))
        self.is_at(name)

    def press(self, name: str) -> None:
        """Press a button of the page itself."""
        self.hands.press(self.page.get_by_role("main").get_by_role("button", name=name).first)

    def sees_told(self, text: str) -> None:
        """See what just happened, which has the focus where there is script."""
        told = self.page.locator(".remark")
        expect(told).to_contain_text(text)
        if self.telling.has_script:
            expect(told).to_be_focused()

    def is_at(self, title: str) -> None:
        """Be at the page of that title."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(title)

    def picture(self, name: str) -> None:
        """Take a picture for who judges the looks."""
        self.album.take(self.page, name)


@pytest.fixture(params=[pytest.param(each, id=each.ending, marks=MARKS.get(each.ending, ())) for each in TELLINGS])
def story(browser: Browser, served: Served, request: pytest.FixtureRequest) -> Iterator[Story]:
    telling: Telling = request.param
    context = browser.new_context(
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
        viewport={"width": telling.width, "height": 844},
        java_script_enabled=telling.has_script,
    )
    page = context.new_page()
    faults = watch(page)
    yield Story(context, served.url, telling, Album(telling.ending), page, telling.hands(page))
    context.close()
    assert faults == []


def test_a_question_is_asked_answered_and_found_again(story: Story) -> None:
    ask(story)
    invite(story)
    story.leave()
    answer(story)
    story.leave()
    accept(story)
    find(story)
    story.leave()
    help_a_stuck_question(story)
    story.leave()
    read_the_mail(story)


def ask(story: Story) -> None:
    """Begin with a sentence, see what was answered before, and write the rest."""
    subject, page = story.subject, story.page
    story.arrive(COORDINATOR)
    story.picture("thuis")
    story.hands.write(page.get_by_label("Waar loopt u tegenaan?"), subject.title)
    story.press("Ga verder")
    alike = page.get_by_role("region", name="Misschien al beantwoord")
    expect(alike.get_by_role("link", name=subject.alike)).to_be_visible()
    story.picture("vraag-nieuw")
    story.hands.write(page.get_by_label("Toelichting"), subject.body)
    story.hands.tick(page.get_by_label(subject.theme, exact=True))
    story.picture("vraag-geschreven")
    story.press("Verder: kies deskundigen")
    story.sees_told("Uw vraag staat op Samenspraak.")


def invite(story: Story) -> None:
    """Choose from the experts who are proposed with reasons."""
    subject, page = story.subject, story.page
    story.is_at("Deze deskundigen passen bij uw vraag")
    candidate = page.get_by_role("listitem").filter(has=page.get_by_label(subject.expert, exact=True))
    expect(candidate).to_contain_text(subject.alike)
    expect(candidate).to_contain_text("vragen deze week")
    story.picture("deskundigen-kiezen")
    story.hands.tick(page.get_by_label(subject.expert, exact=True))
    assert page.locator("[name=experts]:checked").count() <= 3
    story.hands.write(page.get_by_label("Bericht"), NOTE)
    story.press("Nodig")
    story.sees_told(subject.expert)
    story.picture("gevraagd-door-coordinator")


def answer(story: Story) -> None:
    """As the expert: take the question on, and answer it with a standing."""
    subject, page = story.subject, story.page
    story.arrive(subject.expert)
    story.picture("thuis-deskundige")
    story.go("Gevraagd")
    asked = page.get_by_role("article").filter(has_text=subject.title)
    expect(asked).to_contain_text(NOTE)
    story.picture("gevraagd")
    story.hands.press(asked.get_by_role("button", name="Neem aan"))
    story.sees_told("U nam deze vraag aan.")
    story.picture("aangenomen")
    story.hands.write(page.get_by_label("Uw antwoord"), subject.answer)
    if subject.standing:
        story.hands.pick(page.get_by_label(subject.standing))
    else:
        expect(page.get_by_role("main")).to_contain_text("U kunt hier geen standpunt van OCW innemen")
    story.press("Plaats uw antwoord")
    story.sees_told("Uw antwoord staat erbij.")
    story.picture("beantwoord")


def accept(story: Story) -> None:
    """As the coordinator: read in the inbox that there is an answer, and accept it."""
    subject, page = story.subject, story.page
    story.arrive(COORDINATOR)
    story.hands.press(page.get_by_role("link", name="Postvak"))
    story.is_at("Postvak")
    told = page.get_by_role("listitem").filter(has_text=f"{subject.expert} gaf antwoord")
    story.picture("postvak")
    story.hands.press(told.get_by_role("link", name=subject.title))
    story.is_at(subject.title)
    story.picture("antwoord-gekregen")
    story.press("Accepteer dit antwoord")
    story.sees_told(f"U hebt het antwoord van {subject.expert} geaccepteerd.")
    story.picture("geaccepteerd")


def find(story: Story) -> None:
    """Find it by other forms of its words, as soon as the worker has indexed it."""
    subject, page = story.subject, story.page
    story.hands.write(page.get_by_label("Zoek in vragen en deskundigen"), subject.searched)
    story.hands.press(page.get_by_role("banner").get_by_role("button", name="Zoek"))
    expect(page).to_have_url(re.compile("/zoeken"))
    found = page.get_by_role("main").get_by_role("link", name=subject.title)

    def is_found() -> bool:
        page.reload()
        return found.count() > 0 and page.get_by_text("Geaccepteerd").count() > 0

    eventually(is_found, "the question is found")
    story.picture("zoeken")
    story.hands.press(found.first)
    story.is_at(subject.title)
    story.picture("teruggevonden")


def help_a_stuck_question(story: Story) -> None:
    """As the moderator: invite someone for a question that nobody was asked for."""
    subject, page = story.subject, story.page
    story.arrive(MODERATOR)
    story.picture("thuis-moderator")
    story.go("Moderatie")
    story.picture("moderatie")
    story.hands.press(page.get_by_role("link", name=subject.stuck))
    proposed = page.get_by_role("form", name="Nodig uit namens").get_by_role("checkbox").first
    expect(proposed).to_be_visible()
    story.picture("moderatie-open")
    story.hands.tick(proposed)
    story.press("Nodig uit namens de vraagsteller")
    story.sees_told("Gevraagd:")
    expect(page.get_by_role("link", name=subject.stuck)).to_be_hidden()


def read_the_mail(story: Story) -> None:
    """Read what the worker sent: the expert is asked, the coordinator answered, the expert accepted."""
    page = story.page

    def letters(recipient: str) -> int:
        page.goto(f"{story.url}/dev/mail")
        about = page.get_by_role("main").get_by_role("listitem").filter(has_text=story.subject.title)
        return about.filter(has_text=f"aan {email_of(recipient)}").count()

    eventually(lambda: letters(story.subject.expert) == 2, "the expert's mail is sent")
    eventually(lambda: letters(COORDINATOR) >= 1, "the coordinator's mail is sent")
    story.picture("mail")
    story.hands.press(page.get_by_role("main").get_by_role("link", name=story.subject.title).first)
    expect(page.get_by_role("main")).to_contain_text(story.subject.title)
    story.picture("mail-bericht")
