"""What every page must be, whichever it is: checked on each page that a test fetches."""

import re

from bs4 import BeautifulSoup, Tag

LEAKS = re.compile(r"\bNone\b|&lt;(?:LazyString|built-in|function)|Undefined|\{\{|\{%")
UNLABELLED = {"hidden", "submit", "button"}


def check_page(html: str) -> None:
    """Fail on a page that breaks what holds for all: a heading, a title, a language, labels, ids, no inner names."""
    page = BeautifulSoup(html, "html.parser")
    headings = page.find_all("h1")
    assert len(headings) == 1, f"{len(headings)} h1's"
    assert page.title is not None
    assert "Samenspraak" in page.title.get_text()
    assert page.html is not None
    assert page.html.get("lang") in {"nl", "en"}
    found = LEAKS.search(page.get_text(" "))
    assert found is None, f"leaks: {found}"
    _check_ids(page)
    _check_labels(page)
    assert not page.select("[style], [onclick], style"), "inline style or handler"


def _check_ids(page: BeautifulSoup) -> None:
    ids = [str(tag["id"]) for tag in page.select("[id]")]
    assert len(ids) == len(set(ids)), f"ids twice: {sorted({name for name in ids if ids.count(name) > 1})}"
    for attribute in ("aria-labelledby", "aria-describedby", "aria-controls"):
        for tag in page.select(f"[{attribute}]"):
            missing = set(str(tag[attribute]).split()) - set(ids)
            assert not missing, f"{attribute} of <{tag.name}> names no element: {missing}"


def _check_labels(page: BeautifulSoup) -> None:
    labelled = {str(label["for"]) for label in page.select("label[for]")}
    for field in page.select("input, select, textarea"):
        if field.get("type") not in UNLABELLED:
            assert _has_label(field, labelled), f"no label: {field}"
    for button in page.select("button, a[href]"):
        name = button.get_text(strip=True) or button.get("aria-label") or button.select_one("[aria-label]")
        assert name, f"no name: {button}"


def _has_label(field: Tag, labelled: set[str]) -> bool:
    return bool(field.get("id") in labelled or field.get("aria-label") or field.get("aria-labelledby"))
