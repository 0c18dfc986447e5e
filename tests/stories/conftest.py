"""All pages, in one small world, for the stories that look at pages one by one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.stories.gallery import Gallery, open_gallery
from tests.support.databases import copy_of_template


@pytest.fixture(scope="module")
def gallery(
    browser: Browser, sqlite_template: Path, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Gallery]:
    """All pages; what went wrong inside them fails the module in the end."""
    folder = tmp_path_factory.mktemp("gallery")
    for url in copy_of_template("sqlite", request, folder):
        with open_gallery(browser, url, folder) as gallery:
            yield gallery
        assert [fault for page in gallery.faults for fault in page] == []
