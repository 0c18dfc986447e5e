"""What every page must be, whichever it is: checked on each page that a test fetches.

Tests fetch some ten thousand pages. One pass of the parser costs a sixth of a tree that is built and searched.
"""

import dataclasses
import re
from collections import Counter
from html.parser import HTMLParser

LEAKS = re.compile(r"\bNone\b|&lt;(?:LazyString|built-in|function)|Undefined|\{\{|\{%")
UNLABELLED = {"hidden", "submit", "button"}
REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls")
FIELDS = {"input", "select", "textarea"}
UNSEEN = {"script", "style", "template"}

Attributes = dict[str, str | None]


@dataclasses.dataclass
class _Pressed:
    """A link or button that has not ended yet."""

    tag: str
    told: str
    is_named: bool


def check_page(html: str) -> None:
    """Fail on a page that breaks what holds for all: a heading, a title, a language, labels, ids, no inner names."""
    page = Page(html)
    assert page.headings == 1, f"{page.headings} h1's"
    assert "Samenspraak" in page.title
    assert page.language in {"nl", "en"}
    found = LEAKS.search(" ".join(page.texts))
    assert found is None, f"leaks: {found}"
    _check_ids(page)
    unlabelled = [each for name, each in page.fields if name not in page.labelled]
    assert not unlabelled, f"no label: {unlabelled}"
    assert not page.nameless, f"no name: {page.nameless}"
    assert not page.inline, f"inline style or handler: {page.inline}"


def _check_ids(page: "Page") -> None:
    twice = [name for name, count in Counter(page.ids).items() if count > 1]
    assert not twice, f"ids twice: {twice}"
    for tag, attribute, names in page.references:
        missing = set(names.split()) - set(page.ids)
        assert not missing, f"{attribute} of {tag} names no element: {missing}"


class Page(HTMLParser):
    """What is checked of a page, gathered in one pass."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.headings = 0
        self.title = ""
        self.language: str | None = None
        self.texts: list[str] = []
        self.ids: list[str] = []
        self.references: list[tuple[str, str, str]] = []
        self.labelled: set[str | None] = set()
        self.fields: list[tuple[str | None, str]] = []
        self.nameless: list[str] = []
        self.inline: list[str] = []
        self._pressed: list[_Pressed] = []
        self._unseen = 0
        self._in_title = False
        self.feed(html)
        self.close()
        self._leave(self._pressed)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element is called, what it points at and what it needs."""
        attributes = dict(attrs)
        self.headings += tag == "h1"
        self._in_title = tag == "title" and not self.title
        self._unseen += tag in UNSEEN
        if tag == "html":
            self.language = attributes.get("lang")
        if "style" in attributes or "onclick" in attributes or tag == "style":
            self.inline.append(self._told())
        if "id" in attributes:
            self.ids.append(attributes["id"] or "")
        self._refer(attributes)
        self._name(tag, attributes)

    def handle_endtag(self, tag: str) -> None:
        """See whether a link or button that ends had a name."""
        self._in_title = False
        self._unseen -= tag in UNSEEN
        self._leave([each for each in self._pressed if each.tag == tag][-1:])

    def handle_data(self, data: str) -> None:
        """Keep what is read on the page."""
        if self._unseen:
            return
        self.texts.append(data)
        if self._in_title:
            self.title += data
        if data.strip():
            self._give_name()

    def _refer(self, attributes: Attributes) -> None:
        for name in REFERENCES:
            if name in attributes:
                self.references.append((self._told(), name, attributes[name] or ""))

    def _name(self, tag: str, attributes: Attributes) -> None:
        if "aria-label" in attributes:
            self._give_name()
        if tag == "label" and "for" in attributes:
            self.labelled.add(attributes["for"])
        if tag in FIELDS and attributes.get("type") not in UNLABELLED:
            has_label = attributes.get("aria-label") or attributes.get("aria-labelledby")
            self.fields += [] if has_label else [(attributes.get("id"), self._told())]
        if tag == "button" or (tag == "a" and "href" in attributes):
            self._pressed.append(_Pressed(tag, self._told(), bool(attributes.get("aria-label"))))

    def _give_name(self) -> None:
        for each in self._pressed:
            each.is_named = True

    def _leave(self, left: list[_Pressed]) -> None:
        self.nameless += [each.told for each in left if not each.is_named]
        self._pressed = [each for each in self._pressed if all(each is not one for one in left)]

    def _told(self) -> str:
        return self.get_starttag_text() or ""
