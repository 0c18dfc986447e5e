"""The choice is left to Samenspraak; three experts decline one after another, the desk of the sector council lets its
time pass over the Christmas holiday of its region, and a moderator takes the question. By keyboard, with pictures.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.stories.routed import ASKER, MODERATOR, TITLE, Stage, enter, open_stage
from tests.stories.test_accessibility import faults_of
from tests.support.browser import watch
from tests.support.hands import Keyboard
from tests.support.pictures import Album

DAYS = ("2026-12-15T09:00", "2026-12-16T09:00", "2026-12-17T09:00")


@pytest.mark.parametrize("width", [1280, pytest.param(390, marks=pytest.mark.deep)])
def test_a_question_is_declined_three_times_and_comes_to_a_moderator_after_the_holiday(
    browser: Browser, request: pytest.FixtureRequest, tmp_path: Path, width: int
) -> None:
    album = Album(str(width))
    with open_stage(request, tmp_path, "2026-12-14T10:00") as stage:
        leave_the_choice(browser, stage, width, album)
        for day in DAYS:
            stage.clock.set(day)
            decline(browser, stage, width, album)
            stage.work()
        see_the_desk(browser, stage, width, album)
        let_the_holiday_pass(stage)
        take(browser, stage, width, album)
        see_who_has_it(browser, stage, width, album)


def leave_the_choice(browser: Browser, stage: Stage, width: int, album: Album) -> None:
    """As the coordinator: read what will happen, and leave the choice."""
    page = enter(browser, stage, ASKER, width)
    faults, hands = watch(page), Keyboard(page)
    page.goto(f"{stage.question}/deskundigen")
    expect(page.get_by_role("main")).to_contain_text("Samenspraak vraagt dan wie het best past.")
    album.take(page, "kies-voor-mij")
    hands.press(page.get_by_role("button", name="Kies voor mij"))
    expect(page.locator(".remark")).to_contain_text("De keuze is aan Samenspraak.")
    expect(page.get_by_role("region", name="Verloop")).to_contain_text(f"Reactie verwacht van {stage.who_is_asked()}")
    album.take(page, "keuze-gelaten")
    assert faults == []
    page.context.close()


def decline(browser: Browser, stage: Stage, width: int, album: Album) -> None:
    """As the expert who is asked now: say why it does not fit."""
    page = enter(browser, stage, stage.who_is_asked(), width)
    faults, hands = watch(page), Keyboard(page)
    page.goto(f"{stage.url}/gevraagd")
    album.take(page, "gevraagd-met-doorsturen")
    hands.press(page.get_by_role("link", name="Sla af"))
    hands.pick(page.get_by_label("Ik heb nu geen tijd"))
    hands.press(page.get_by_role("button", name="Sla deze vraag af"))
    expect(page.locator(".remark")).to_contain_text("U sloeg deze vraag af.")
    assert faults == []
    page.context.close()


def see_the_desk(browser: Browser, stage: Stage, width: int, album: Album) -> None:
    """As the coordinator: see that the desk has it, and that the holiday does not count."""
    page = enter(browser, stage, ASKER, width)
    page.goto(stage.question)
    course = page.get_by_role("region", name="Verloop")
    expect(course).to_contain_text("Naar het bureau van PO-Raad")
    expect(course.locator(".is-next")).to_contain_text("Eerste reactie verwacht van het bureau van PO-Raad")
    expect(course.locator(".is-next time")).to_have_attribute("datetime", "2027-01-05")
    album.take(page, "bij-het-bureau")
    assert faults_of(page) == []
    page.context.close()


def let_the_holiday_pass(stage: Stage) -> None:
    """Nothing runs out within the holiday; after it the desk's time is over."""
    for moment in ("2026-12-24T09:00", "2027-01-02T09:00", "2027-01-04T09:00", "2027-01-06T08:00"):
        stage.clock.set(moment)
        stage.work()


def take(browser: Browser, stage: Stage, width: int, album: Album) -> None:
    """As a moderator: find the question on the desk of moderators, and take it."""
    page = enter(browser, stage, MODERATOR, width)
    faults, hands = watch(page), Keyboard(page)
    page.goto(f"{stage.url}/moderatie")
    hands.press(page.get_by_role("link", name=TITLE))
    expect(page.get_by_role("button", name="Neem deze vraag")).to_be_visible()
    album.take(page, "bij-de-moderator")
    hands.press(page.get_by_role("button", name="Neem deze vraag"))
    expect(page.locator(".remark")).to_contain_text("U hebt deze vraag nu in handen.")
    assert faults == []
    page.context.close()


def see_who_has_it(browser: Browser, stage: Stage, width: int, album: Album) -> None:
    """As the coordinator: read all that was tried, and who looks further."""
    page = enter(browser, stage, ASKER, width)
    page.goto(stage.question)
    course = page.get_by_role("region", name="Verloop")
    expect(course.get_by_text("sloeg af")).to_have_count(3)
    expect(course).to_contain_text("De tijd voor het bureau van PO-Raad is om")
    expect(course).to_contain_text("Naar de moderatoren van OCW")
    expect(course.locator(".is-next")).to_contain_text(f"{MODERATOR}, moderator van OCW, zoekt verder")
    album.take(page, "verloop-tot-moderator")
    page.context.close()
