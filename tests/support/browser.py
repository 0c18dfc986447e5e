"""The browser for tests: the system's Chromium, driven by Playwright; a page that misbehaves fails its test."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from tests.support import programs
from tests.support.needs import skip_or_fail

ARGUMENTS = [
    "--no-sandbox",  # CI is root
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    path = programs.find_chromium()
    if path is None:
        skip_or_fail("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a fresh visitor, which may not ask another host for anything, nor log an error."""
    context = browser.new_context(locale="nl-NL", timezone_id="Europe/Amsterdam")
    page = context.new_page()
    faults = watch(page)
    yield page
    context.close()
    assert faults == []


def watch(page: Page) -> list[str]:
    """Return a list to which each foreign request, script error and refusal by the CSP on a page is added."""
    faults: list[str] = []

    def note_request(request: Request) -> None:
        if (urlsplit(request.url).hostname or "127.0.0.1") != "127.0.0.1":
            faults.append(f"foreign request: {request.url}")

    def note_message(message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            faults.append(f"console: {message.text}")

    page.on("request", note_request)
    page.on("console", note_message)
    page.on("pageerror", lambda error: faults.append(f"script: {error}"))
    return faults
