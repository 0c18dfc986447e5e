"""An expert passes a question on to a colleague without an account, who opens one, takes it on, asks the asker
something first, and answers. By keyboard, with pictures.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from samenspraak.core.events import unit_of_work
from samenspraak.people.models.account import Person
from samenspraak.people.queries.people import find_person
from samenspraak.people.queries.viewers import viewer_of
from samenspraak.routing.actions import invite
from tests.stories.routed import ASKER, EXPERTS, PASSWORD, TITLE, Stage, enter, new_page, open_stage
from tests.stories.test_accessibility import faults_of
from tests.support.browser import watch
from tests.support.hands import Keyboard
from tests.support.pictures import Album

FORWARDER = EXPERTS[0]
COLLEAGUE, ADDRESS = "Mirte Stempel", "mirte.stempel@voorbeeld.test"
WORDS = "Jij hebt dit vorig jaar voor een gemeente uitgezocht."


@pytest.mark.parametrize("width", [390, pytest.param(1280, marks=pytest.mark.deep)])
def test_a_question_is_passed_on_to_a_colleague_without_an_account(
    browser: Browser, request: pytest.FixtureRequest, tmp_path: Path, width: int
) -> None:
    album = Album(str(width))
    with open_stage(request, tmp_path, "2026-09-07T10:00") as stage:
        ask(stage)
        pass_on(browser, stage, width, album)
        page = open_account(browser, stage, width, album)
        take_on(page, stage, album)
        see_the_course(browser, stage, width, album)


def ask(stage: Stage) -> None:
    """Have the asker invite the expert."""
    with unit_of_work(stage.services.sessions, stage.services.wiring, stage.clock) as session:
        people = {name: key for name, key in session.execute(select(Person.name, Person.id))}  # noqa: C416 - rows
        asker = viewer_of(find_person(session, people[ASKER]))
        invite(session, asker, stage.question_id, [people[FORWARDER]], "", stage.clock())


def pass_on(browser: Browser, stage: Stage, width: int, album: Album) -> None:
    """As the expert: name a colleague, first without the address that is needed."""
    page = enter(browser, stage, FORWARDER, width)
    faults, hands = watch(page), Keyboard(page)
    page.goto(f"{stage.url}/gevraagd")
    hands.press(page.get_by_role("link", name="Stuur door"))
    hands.write(page.get_by_label("Naam van uw collega"), COLLEAGUE)
    hands.write(page.get_by_label("Waarom past de vraag"), WORDS)
    hands.press(page.get_by_role("button", name="Stuur door"))
    expect(page.get_by_role("main")).to_contain_text("Vul ook het e-mailadres in.")
    album.take(page, "doorsturen-zonder-adres")
    hands.write(page.get_by_label("E-mailadres van uw collega"), ADDRESS)
    hands.press(page.get_by_role("button", name="Stuur door"))
    expect(page.locator(".remark")).to_contain_text(f"U stuurde de vraag door naar {COLLEAGUE}.")
    album.take(page, "doorgestuurd")
    assert faults == []
    page.context.close()


def open_account(browser: Browser, stage: Stage, width: int, album: Album) -> Page:
    """As the colleague: follow the link in the mail, and choose a password."""
    page = new_page(browser, width)
    hands = Keyboard(page)
    page.goto(f"{stage.url}/account/openen/{stage.token_for(ADDRESS)}")
    album.take(page, "account-openen")
    for field in page.locator("input[type=password]").all():
        hands.write(field, PASSWORD)
    hands.press(page.get_by_role("button", name="Stel wachtwoord in"))
    expect(page.get_by_role("heading", level=1)).to_contain_text(COLLEAGUE.split(maxsplit=1)[0], timeout=20_000)
    return page


def take_on(page: Page, stage: Stage, album: Album) -> None:
    """Read the words of the one who passed it on, take it on, and answer."""
    faults, hands = watch(page), Keyboard(page)
    page.goto(f"{stage.url}/gevraagd")
    asked = page.get_by_role("article").filter(has_text=TITLE)
    expect(asked).to_contain_text(WORDS)
    album.take(page, "gevraagd-door-collega")
    assert faults_of(page) == []
    hands.press(asked.get_by_role("button", name="Neem aan"))
    expect(page.locator(".remark")).to_contain_text("U nam deze vraag aan.")
    hands.write(page.get_by_label("Uw antwoord"), "De gemeente betaalt, ook als de school verder weg is.")
    expect(page.get_by_role("radio")).to_have_count(0)  # until an administrator confirms, it is personal
    hands.press(page.get_by_role("main").get_by_role("button", name="Plaats uw antwoord"))
    expect(page.locator(".remark")).to_contain_text("Uw antwoord staat erbij.")
    assert faults == []
    page.context.close()


def see_the_course(browser: Browser, stage: Stage, width: int, album: Album) -> None:
    """As the coordinator: see the whole way, and what is asked now."""
    page = enter(browser, stage, ASKER, width)
    page.goto(stage.question)
    course = page.get_by_role("region", name="Verloop")
    expect(course).to_contain_text(f"{FORWARDER} stuurde de vraag door naar een collega")
    expect(course).to_contain_text(f"{COLLEAGUE} nam aan")
    expect(course.locator(".is-next")).to_contain_text("Laat weten of het antwoord u hielp")
    album.take(page, "verloop-na-doorsturen")
    page.context.close()
