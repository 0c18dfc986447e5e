"""Two partnerships are introduced and what is followed comes home, wide and on a phone; it leaves pictures."""

import pytest
from playwright.sync_api import expect

from tests.stories.gallery import ALL_ROUND, Gallery
from tests.support.hands import Keyboard
from tests.support.pictures import Album

LOOKED_AT = {
    "thuis-nieuw-voor-u": "/",
    "samenwerkingsverbanden": "/samenwerkingsverbanden",
    "samenwerkingsverband": "/samenwerkingsverbanden/{own_partnership}",
    "kunnen-u-verder-helpen": "/vragen/{own}",
    "stel-voor-aan-elkaar": "/kennismakingen/nieuw?met={peer}",
    "wat-u-volgt": "/account/volgt",
    "zoeken-bewaren": "/zoeken?thema={theme}",
}


@pytest.mark.parametrize("width", [1280, 390])
def test_the_pages_look_as_they_should(gallery: Gallery, width: int) -> None:
    album = Album(f"{width}-partners")
    for name, path in LOOKED_AT.items():
        page = gallery.open(ALL_ROUND, path)
        page.set_viewport_size({"width": width, "height": 844})
        expect(page.locator("h1")).to_be_visible()
        album.take(page, name)


def test_a_coordinator_follows_by_keyboard_and_agrees_to_meet_on_a_phone(gallery: Gallery) -> None:
    page, album = gallery.open(ALL_ROUND, "/samenwerkingsverbanden/{peer}"), Album("390-kennismaken")
    page.set_viewport_size({"width": 390, "height": 844})
    hands = Keyboard(page)
    follow = page.get_by_role("button", name="Volg dit samenwerkingsverband")
    expect(follow).to_have_attribute("aria-pressed", "false")
    hands.press(follow)
    expect(follow).to_have_attribute("aria-pressed", "true")

    gallery.open(ALL_ROUND, "/")
    hands.press(page.get_by_role("link", name="Bekijk het voorstel"))
    row = page.locator(".introduction").filter(has_text="Hoe begonnen jullie met de taxipool?")
    expect(row).not_to_contain_text("@")
    album.take(page, "wacht-op-u")
    hands.press(row.get_by_role("button", name="Ga akkoord"))
    expect(page.locator(".remark")).to_contain_text("U bent aan elkaar voorgesteld.")
    expect(row).to_contain_text("Sem Schaar")
    album.take(page, "elkaars-gegevens")
