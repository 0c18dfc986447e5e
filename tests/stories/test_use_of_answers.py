"""Six weeks later the asker says what an answer led to, on a phone and by keyboard; it leaves pictures."""

from playwright.sync_api import expect

from tests.stories.gallery import ALL_ROUND, Gallery
from tests.support.hands import Keyboard
from tests.support.pictures import Album


def test_an_asker_tells_what_the_answer_led_to(gallery: Gallery) -> None:
    page, album = gallery.open(ALL_ROUND, "/"), Album("390")
    page.set_viewport_size({"width": 390, "height": 844})
    hands = Keyboard(page)
    hands.press(page.get_by_role("link", name="Vertel het").first)
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat leverde het antwoord op?")
    hands.pick(page.get_by_label("Nee", exact=True))
    hands.press(page.get_by_role("button", name="Bewaar"))
    expect(page.locator(".error-summary")).to_contain_text("Vertel kort waarom u het antwoord niet gebruikte.")
    album.take(page, "gebruikt-waarom-niet")

    hands.write(page.get_by_label("Vertel het kort"), "De taxi reed al. Een volgende keer beginnen wij hiermee.")
    hands.press(page.get_by_role("button", name="Bewaar"))
    expect(page.locator(".remark")).to_contain_text("Dank u wel.")
    told = page.locator(".answer").first
    expect(told).to_contain_text("Niet gebruikt door de vrager")
    album.take(page, "gebruikt-bij-het-antwoord")

    gallery.open(ALL_ROUND, "/moderatie/gebruik")
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 844})
        Album(str(width)).take(page, "wat-antwoorden-opleverden")
