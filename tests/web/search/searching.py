"""Searching as a reader does, in an index that was filled as the platform fills it."""

import re
from typing import Any

from bs4 import BeautifulSoup, Tag

from samenspraak.indexing.upkeep import rebuild
from tests.support.site import Site


def fill(site: Site) -> None:
    """Index all that the test made."""
    site.session.commit()
    rebuild(site.services.sessions, site.services.index)


def search(site: Site, typed: str = "", **choices: Any) -> BeautifulSoup:
    """Return the page for what was typed and chosen."""
    return site.get("/zoeken", query_string={"q": typed, **choices})


def titles(page: BeautifulSoup) -> list[str]:
    """Return the titles of what was found, in order."""
    return [title.get_text() for title in page.select(".rows .row__title")]


def count(page: BeautifulSoup) -> int:
    """Return how many the page says that were found."""
    heading = page.select_one("h1")
    assert heading is not None
    found = re.fullmatch(r"([\d.]+) gevonden", heading.get_text(strip=True))
    return int(found[1].replace(".", "")) if found else 0


def marks(page: BeautifulSoup) -> list[str]:
    """Return the words that are marked."""
    return [mark.get_text() for mark in page.select("main mark")]


def entries(page: BeautifulSoup, anchor: str) -> dict[str, tuple[int, str]]:
    """Return the entries of a facet: for each its words, how many, and the address."""
    return dict(_entry(link) for link in page.select(f"[aria-labelledby=facet-{anchor}] .facet a"))


def tabs(page: BeautifulSoup) -> dict[str, tuple[int, str]]:
    """Return the kinds: for each its word, how many, and the address."""
    return dict(_entry(link) for link in page.select(".tabs a"))


def _entry(link: Tag) -> tuple[str, tuple[int, str]]:
    number = link.select_one(".num")
    assert number is not None
    words = link.get_text().removesuffix(number.get_text()).strip()
    return words, (int(number.get_text().replace(".", "")), str(link["href"]))
