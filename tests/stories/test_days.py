"""A day that does not exist: a date field would send nothing, so the form stays and says so."""

import pytest
from playwright.sync_api import Locator, expect

from tests.stories.gallery import ALL_ROUND, Gallery
from tests.support.axe import violations

WIDTHS = (1280, 390)
NO_DAY = "Deze dag bestaat niet"
FIELDS = {
    "/vragen/nieuw": "wished_by",
    "/vragen/{question}": "valid_until",
    "/deskundigen/{expert}/afwezig": "first_day",
    "/beheer/vakanties/nieuw": "last_day",
    "/moderatie/handelingen": "vanaf",
}


def type_30_february(field: Locator) -> None:
    """Type it part by part, as a browser in English asks for it."""
    field.evaluate("field => field.closest('details')?.setAttribute('open', '')")
    field.focus()
    field.press_sequentially("02302013")


@pytest.mark.parametrize("path", FIELDS)
def test_a_day_that_does_not_exist_is_not_sent(gallery: Gallery, path: str) -> None:
    page = gallery.open(ALL_ROUND, path)
    field = page.locator(f"main [name={FIELDS[path]}]").first
    type_30_february(field)
    before = page.url
    field.evaluate("field => field.closest('details')?.removeAttribute('open')")
    field.evaluate("field => field.form.requestSubmit()")
    message = page.locator(f"#{field.get_attribute('id')}-day")
    expect(message).to_be_visible()
    expect(message).to_contain_text(NO_DAY)
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    assert str(message.get_attribute("id")) in str(field.get_attribute("aria-describedby")).split()
    assert page.url == before


@pytest.mark.parametrize("width", WIDTHS)
def test_the_message_goes_when_the_day_is_right(gallery: Gallery, width: int) -> None:
    page = gallery.open(ALL_ROUND, "/beheer/vakanties/nieuw")
    page.set_viewport_size({"width": width, "height": 844})
    first, last = page.locator("#first_day"), page.locator("#last_day")
    for field in (first, last):
        type_30_february(field)
    last.press("Enter")
    expect(page.get_by_text(NO_DAY)).to_have_count(2)
    expect(first).to_be_focused()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    for field in (first, last):
        field.fill("2013-03-20")
    expect(page.get_by_text(NO_DAY)).to_have_count(0)
    expect(first).to_have_attribute("aria-invalid", "false")
    with page.expect_navigation():
        last.press("Enter")
