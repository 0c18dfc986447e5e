"""What the small scripts add to pages that work without them: a count on a button, keys on the desk."""

from playwright.sync_api import Page, expect

from tests.stories.gallery import ALL_ROUND, Gallery


def test_the_button_says_how_many_are_invited(gallery: Gallery) -> None:
    page = gallery.open(ALL_ROUND, "/vragen/{own}/deskundigen")
    ticks = page.locator("[name=experts]")
    for number in range(ticks.count()):
        ticks.nth(number).uncheck(force=True)
    button = page.locator("button[data-ticked]")
    expect(button).to_have_text("Nodig uit wie u aankruist")
    ticks.first.check(force=True)
    expect(button).to_have_text("Nodig 1 deskundige uit")


def test_the_desk_is_gone_through_by_keys(gallery: Gallery) -> None:
    page = gallery.open(ALL_ROUND, "/moderatie")
    first = page.locator(".desk__title").first
    page.keyboard.press("j")
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/moderatie?open=*")
    expect(first).to_be_focused()
    expect(first).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("x")
    page.wait_for_url(lambda url: "open=" not in url)
    expect(first).to_have_attribute("aria-expanded", "false")


def test_the_keys_of_the_desk_can_be_turned_off(gallery: Gallery) -> None:
    page = gallery.open(ALL_ROUND, "/moderatie")
    _turn_keys(page)
    gallery.open(ALL_ROUND, "/moderatie")
    page.keyboard.press("j")
    assert page.locator(".desk__title:focus").count() == 0
    _turn_keys(page)


def _turn_keys(page: Page) -> None:
    page.get_by_role("button", name="Zet deze toetsen uit").press("Enter")
