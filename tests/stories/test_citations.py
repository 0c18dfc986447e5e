"""What a text cites opens over the page, by mouse and by keyboard, wide and narrow."""

import pytest
from playwright.sync_api import expect

from tests.stories.gallery import ALL_ROUND, Gallery

WIDTHS = (1280, 390)


@pytest.mark.parametrize("width", WIDTHS)
def test_what_a_text_cites_opens_and_closes_by_keyboard_and_by_mouse(gallery: Gallery, width: int) -> None:
    page = gallery.open(ALL_ROUND, "/vragen/{question}")
    page.set_viewport_size({"width": width, "height": 844})
    form = page.locator("form:has(button[name=preview]):has(textarea)").last
    form.locator("textarea").first.fill("Lees art. 18a lid 3 WPO nog eens.")
    form.locator("button[name=preview]").click()
    link = page.locator("a.cite").first
    shown = page.locator(".cite-popover")

    link.press("Enter")
    expect(shown).to_be_visible()
    expect(shown).to_contain_text("WPO artikel 18a lid 3")
    page.keyboard.press("Escape")
    expect(shown).to_have_count(0)
    expect(link).to_be_focused()

    link.click()
    expect(shown).to_be_visible()
    shown.get_by_role("button", name="Sluit").click()
    expect(shown).to_have_count(0)
    expect(link).to_be_focused()
