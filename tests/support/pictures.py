"""Pictures that stories leave in test-results/screenshots/, to be looked at."""

from playwright.sync_api import Page

from samenspraak.config import ROOT

FOLDER = ROOT / "test-results" / "screenshots"


class Album:
    """Takes numbered pictures of whole pages; `ending` tells one telling of a story from another."""

    def __init__(self, ending: str) -> None:
        self._ending = ending
        self._taken = 0

    def take(self, page: Page, name: str) -> None:
        """Take a picture of the page as it is now."""
        page.wait_for_load_state()
        page.evaluate("scrollTo(0, 0)")  # what sticks to the window is drawn where it is
        self._taken += 1
        path = FOLDER / f"{self._taken:02}-{name}-{self._ending}.png"
        page.screenshot(path=path, full_page=True, animations="disabled")
