"""Two windows in which one question is changed at once: on a desk and on a phone, by keyboard; nothing is lost.

It leaves pictures in test-results/screenshots/.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.stories.gallery import ALL_ROUND, Gallery
from tests.stories.test_accessibility import faults_of
from tests.support.browser import watch
from tests.support.hands import Keyboard
from tests.support.pictures import Album

FIRST = "De passende plek is ver weg, zegt de gemeente."
SECOND = "De passende plek is ver weg, zeggen de ouders."
BOTH = "De passende plek is ver weg, zeggen gemeente en ouders."


@pytest.fixture
def windows(gallery: Gallery) -> Iterator[tuple[Page, Page]]:
    """A window on a desk, and one as wide as a phone, of the same person."""
    context = gallery.pages[ALL_ROUND].context
    desk, phone = context.new_page(), context.new_page()
    faults = [*watch(desk), *watch(phone)]
    desk.set_viewport_size({"width": 1280, "height": 900})
    phone.set_viewport_size({"width": 390, "height": 844})
    yield desk, phone
    desk.close()
    phone.close()
    assert faults == []


def test_two_who_change_a_question_at_once_lose_nothing(gallery: Gallery, windows: tuple[Page, Page]) -> None:
    desk, phone = windows
    question = f"{gallery.url}/vragen/{gallery.ids['own']}"
    for window in windows:
        window.goto(f"{question}/bewerken")
    change(desk, FIRST, "Nagevraagd bij de gemeente")
    expect(desk.locator(".remark")).to_contain_text("Uw vraag is aangepast.")

    change(phone, SECOND, "Nagevraagd bij de ouders")
    told = phone.get_by_role("alert")
    expect(told).to_contain_text("De tekst is intussen gewijzigd")
    expect(told).to_be_focused()
    expect(phone.get_by_label("Toelichting")).to_have_value(f"{FIRST}\n\n{SECOND}")
    for width in (1280, 390):
        phone.set_viewport_size({"width": width, "height": 844})
        Album(str(width)).take(phone, "twee-bewerkers-samenvoegen")
    assert faults_of(phone) == []

    phone.set_viewport_size({"width": 390, "height": 844})
    change(phone, BOTH)
    expect(phone.locator(".remark")).to_contain_text("Uw vraag is aangepast.")
    expect(phone.get_by_role("main")).to_contain_text(BOTH)
    compare(desk, question)


def change(window: Page, body: str, reason: str = "") -> None:
    """Write another text by keyboard alone, and send it."""
    hands, field = Keyboard(window), window.get_by_label("Toelichting")
    hands.write(field, "")
    window.keyboard.press("Control+A")
    hands.write(field, body)
    if reason:
        hands.write(window.get_by_label("Waarom past u dit aan?"), reason)
    hands.press(window.get_by_role("button", name="Bewaar uw vraag"))


def compare(window: Page, question: str) -> None:
    """Look at what the versions were, and put none back."""
    window.goto(question)
    Keyboard(window).press(window.get_by_role("link", name="gewijzigd"))
    expect(window.get_by_role("heading", level=1)).to_have_text("Wijzigingen van de vraag")
    expect(window.locator("ins").first).to_be_visible()
    for width in (1280, 390):
        window.set_viewport_size({"width": width, "height": 844})
        Album(str(width)).take(window, "wijzigingen-vergelijken")
    Keyboard(window).press(window.get_by_role("link", name="Zet terug").first)
    expect(window.get_by_role("heading", level=1)).to_contain_text("Zet versie 1 terug")
    Album("390").take(window, "versie-terugzetten")
