"""Two ways to use a page, with the same verbs: by keyboard alone, and with a mouse."""

from typing import Protocol

from playwright.sync_api import Locator, Page, expect

MOST_TABS = 150
HAS_FOCUS = "wanted => wanted === document.activeElement"
IS_IN_FOCUSED_GROUP = """wanted => {
  const focused = document.activeElement;
  return focused.type === "radio" && focused.name === wanted.name && focused.form === wanted.form;
}"""

UNLESS_GONE = "wanted => wanted.isConnected ? (%s)(wanted) : null"
"""It is looked up once, and again when a script put another in its place: looking up by role costs more than a Tab."""


class Hands(Protocol):
    """What someone does to a page."""

    def press(self, wanted: Locator) -> None:
        """Follow a link, press a button or open a menu."""

    def write(self, wanted: Locator, text: str) -> None:
        """Type in an empty field."""

    def tick(self, wanted: Locator) -> None:
        """See to it that a checkbox is ticked."""

    def pick(self, wanted: Locator) -> None:
        """Choose a radio button."""


class Keyboard:
    """Someone without a mouse: Tab until it has the focus, then Enter, Space, an arrow or the text."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def press(self, wanted: Locator) -> None:
        """Reach it and press Enter."""
        self._reach(wanted)
        self._page.keyboard.press("Enter")

    def write(self, wanted: Locator, text: str) -> None:
        """Reach it and type."""
        self._reach(wanted)
        self._page.keyboard.type(text)

    def tick(self, wanted: Locator) -> None:
        """Reach it, and press Space unless it is ticked already."""
        self._reach(wanted)
        if not wanted.is_checked():
            self._page.keyboard.press("Space")
        expect(wanted).to_be_checked()

    def pick(self, wanted: Locator) -> None:
        """Reach its group, and go down in it."""
        self._reach(wanted, IS_IN_FOCUSED_GROUP)
        for _option in range(10):
            if wanted.is_checked():
                return
            self._page.keyboard.press("ArrowDown")
        raise AssertionError(f"not chosen with the arrows: {wanted}")

    def _reach(self, wanted: Locator, reached: str = HAS_FOCUS) -> None:
        """Tab until it has the focus; fail when that takes more than a page should."""
        self._page.wait_for_load_state()  # until then a page may put the focus at what just happened
        expect(wanted).to_be_visible()
        found = wanted.element_handle()
        for _tab in range(MOST_TABS):
            has_focus = found.evaluate(UNLESS_GONE % reached)
            if has_focus:
                return
            if has_focus is None:
                found = wanted.element_handle()
            self._page.keyboard.press("Tab")
        raise AssertionError(f"not reached with the keyboard: {wanted}")


class Mouse:
    """Someone who clicks."""

    def press(self, wanted: Locator) -> None:
        """Click."""
        wanted.click()

    def write(self, wanted: Locator, text: str) -> None:
        """Put the text in."""
        wanted.fill(text)

    def tick(self, wanted: Locator) -> None:
        """Click unless it is ticked already; its label may lie over it."""
        wanted.check(force=True)

    def pick(self, wanted: Locator) -> None:
        """Click; its label may lie over it."""
        wanted.check(force=True)
