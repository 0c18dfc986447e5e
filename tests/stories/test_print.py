"""On paper a question is a document: its text and answers, and nothing to press."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.stories.gallery import ALL_ROUND, Gallery, open_gallery
from tests.support.databases import copy_of_template


@pytest.fixture(scope="module")
def gallery(
    browser: Browser, sqlite_template: Path, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Gallery]:
    """All pages, in one small world."""
    folder = tmp_path_factory.mktemp("gallery")
    for url in copy_of_template("sqlite", request, folder):
        with open_gallery(browser, url, folder) as gallery:
            yield gallery


def test_a_question_is_printed_without_what_only_a_screen_needs(gallery: Gallery) -> None:
    page = gallery.open(ALL_ROUND, "/vragen/{question}")
    page.emulate_media(media="print", color_scheme="dark")

    for needless in page.locator("header, footer, nav, form, button").all():
        expect(needless).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".answer .prose").first).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf().startswith(b"%PDF")
