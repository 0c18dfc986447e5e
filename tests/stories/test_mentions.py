"""Mentioning someone in a comment by keyboard, on a desk and on a phone."""

import pytest
from playwright.sync_api import expect

from tests.stories.gallery import ALL_ROUND, Gallery
from tests.support.axe import violations
from tests.support.hands import Keyboard
from tests.support.pictures import Album

WIDTHS = (1280, 390)


@pytest.mark.parametrize("width", WIDTHS)
def test_someone_is_mentioned_by_keyboard(gallery: Gallery, width: int) -> None:
    page = gallery.open(ALL_ROUND, "/vragen/{own}")
    page.set_viewport_size({"width": width, "height": 844})
    hands, field = Keyboard(page), page.locator("#reactie-vraag")
    hands.press(page.get_by_text("Reageer op de vraag"))
    expect(field).to_be_visible()
    expect(page.locator("#noem-vraag")).to_be_hidden()
    hands.write(field, "Weet @ger")
    offered = page.locator(".mentions").first.get_by_role("option")
    expect(offered.first).to_contain_text("Gerda Gast")
    assert field.get_attribute("aria-activedescendant") == offered.first.get_attribute("id")
    assert violations(page) == []
    Album(str(width)).take(page, "noem-iemand")
    field.press("Enter")
    expect(field).to_have_value("Weet @Gerda Gast ")
    expect(offered.first).to_be_hidden()
    field.press_sequentially("dit? En @ger")
    expect(offered.first).to_be_visible()
    field.press("Escape")
    expect(offered.first).to_be_hidden()
    expect(field).to_be_focused()


@pytest.mark.parametrize("width", WIDTHS)
def test_what_gives_answers_weight_is_seen(gallery: Gallery, width: int) -> None:
    page = gallery.open(ALL_ROUND, "/vragen/{weighed}")
    page.set_viewport_size({"width": width, "height": 844})
    shown = page.get_by_role("main")
    for words in (
        "Deze vraag is gesloten op",
        "Dit antwoord gold tot en met 13\N{NO-BREAK SPACE}maart 2013.",
        "Een moderator houdt dit antwoord vast.",
        "Gerda Gast vraagt u dit antwoord mee te ondertekenen.",
    ):
        expect(shown.get_by_text(words).first).to_be_visible()
    Album(str(width)).take(page, "antwoorden-met-gewicht")
    for path, name in (
        ("/antwoorden/{own_answer}/ondertekenaars", "onderteken-samen"),
        ("/antwoorden/{claim}/vasthouden", "houd-vast"),
        ("/vragen/{own}/sluiten", "sluit-vraag"),
        ("/moderatie/woordvoerders", "woordvoerders"),
        ("/moderatie/vastgehouden", "vastgehouden"),
    ):
        Album(str(width)).take(gallery.open(ALL_ROUND, path), name)
