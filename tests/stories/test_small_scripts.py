"""What the small scripts add to pages that work without them: a count on a button, keys on the desk, completion."""

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.stories.gallery import ALL_ROUND, VISITOR, Gallery
from tests.support.axe import violations

WIDTHS = (1280, 390)


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
    page.wait_for_url("**/moderatie?*open=*")
    expect(first).to_be_focused()
    expect(first).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("o")
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


def type_in(page: Page, text: str, box: str = "#site-search") -> Locator:
    """Type letter by letter, and wait until something is offered."""
    field = page.locator(box)
    field.focus()
    field.press_sequentially(text)
    expect(page.get_by_role("option").first).to_be_visible()
    return field


@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_offered_can_be_chosen_by_keyboard(gallery: Gallery, width: int) -> None:
    page = gallery.open(ALL_ROUND, "/toegankelijkheid")
    page.set_viewport_size({"width": width, "height": 844})
    field = type_in(page, "verv")
    expect(field).to_have_attribute("aria-expanded", "true")
    options = page.get_by_role("option")
    number = options.count()
    expect(page.locator(".completes [role=status]").first).to_contain_text(f"{number} suggestie")
    field.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", str(options.first.get_attribute("id")))
    field.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None
    field.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    field.press("Home")
    assert field.get_attribute("aria-activedescendant") is None
    expect(field).to_have_value("verv")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(field).to_have_value("verv")
    field.press("ArrowDown")
    goal = str(options.first.get_attribute("data-url"))
    field.press("Enter")
    page.wait_for_url(f"**{goal}")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_thumb_chooses_too(gallery: Gallery, width: int) -> None:
    page = gallery.open(VISITOR, "/zoeken")
    page.set_viewport_size({"width": width, "height": 844})
    type_in(page, "vervoer", "#ask-q")
    option = page.get_by_role("option").last
    box = option.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    goal = str(option.get_attribute("data-url"))
    option.click()
    page.wait_for_url(f"**{goal}")


def test_enter_without_a_choice_searches_for_what_was_typed(gallery: Gallery) -> None:
    page = gallery.open(VISITOR, "/contact")
    type_in(page, "vervoer").press("Enter")
    page.wait_for_url("**/zoeken?q=vervoer")


def test_going_elsewhere_closes_the_list(gallery: Gallery) -> None:
    page = gallery.open(VISITOR, "/contact")
    type_in(page, "vervoer").press("Tab")
    expect(page.get_by_role("listbox")).to_have_count(0)


def test_the_shortcut_to_the_box_can_be_turned_off(gallery: Gallery) -> None:
    page = gallery.open(VISITOR, "/uitleg")
    page.keyboard.press("/")
    expect(page.locator("#site-search")).to_be_focused()
    page.get_by_role("button", name="Zet de toets / uit").click()
    expect(page.get_by_role("button", name="Zet de toets / aan")).to_be_visible()
    page.keyboard.press("/")
    expect(page.locator("#site-search")).not_to_be_focused()
    page.get_by_role("button", name="Zet de toets / aan").click()
    expect(page.get_by_role("button", name="Zet de toets / uit")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_without_script_the_box_searches_and_an_expansion_is_left_out(
    browser: Browser, gallery: Gallery, width: int
) -> None:
    signed_in = gallery.pages[ALL_ROUND].context.storage_state()
    context = browser.new_context(
        java_script_enabled=False, storage_state=signed_in, viewport={"width": width, "height": 844}
    )
    page = context.new_page()
    page.goto(f"{gallery.url}/contact")
    assert page.locator("#site-search").get_attribute("role") is None
    page.fill("#site-search", "rit")
    page.press("#site-search", "Enter")
    page.wait_for_url("**/zoeken?q=rit")
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Niets gevonden")
    page.get_by_role("link", name="Zoek niet op vervoer").click()
    page.wait_for_url("**/zoeken?q=rit&zonder=vervoer")
    expect(page.get_by_role("heading", level=1)).to_have_text("Niets gevonden")
    page.get_by_role("link", name="Zoek weer op vervoer").click()
    page.wait_for_url("**/zoeken?q=rit")
    context.close()
