"""Text from people: Markdown in, safe HTML out."""

import html
import itertools
import re

import nh3
from markdown_it import MarkdownIt

LONGEST_TEXT = 20_000
"""Characters in one contribution; keeps the slowest Markdown under a tenth of a second."""

_MARKDOWN = MarkdownIt("commonmark", {"html": False, "linkify": False, "breaks": True}).enable("table").disable("image")
_TAGS = {
    "a", "blockquote", "br", "code", "em", "h3", "h4", "hr", "li", "ol", "p", "pre", "strong",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_SPACE = re.compile(r"\s+")
_TARGET = re.compile(r"(?:https?|mailto):|[^:/?#]*(?:[/?#]|$)", re.IGNORECASE)
"""An address that begins with a scheme that we allow, or with none."""
_OPENING = re.compile(r"<(p|li|h3|h4|pre|td|th)>")
_BLOCK = re.compile(r"</?(?:blockquote|br|h[1-6]|hr|li|ol|p|pre|table|tbody|td|th|thead|tr|ul)\b")


def to_html(text: str) -> str:
    """Return Markdown as HTML that is safe to show: a short list of tags, links to http, https and mailto only.

    Headings are moved two levels down, below the headings of the page.
    """
    rendered = _MARKDOWN.render(text[:LONGEST_TEXT])
    rendered = re.sub(r"<(/?)h([1-6])>", lambda found: f"<{found[1]}h{min(4, int(found[2]) + 2)}>", rendered)
    return nh3.clean(
        rendered,
        tags=_TAGS,
        attributes={"a": {"href"}, "ol": {"start"}},
        attribute_filter=_without_odd_scheme,
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow noopener noreferrer",
    )


def to_anchored_html(text: str, prefix: str) -> str:
    """Return what `to_html` does, each block with an id: the prefix and its number in `to_blocks`, from 0."""
    numbers = itertools.count()
    return _OPENING.sub(lambda found: f'<{found[1]} id="{prefix}{next(numbers)}">', to_html(text))


def to_blocks(text: str) -> list[str]:
    """Return the words of each paragraph, heading, list item and cell of Markdown, in order."""
    return [_words_of(block) for block in _OPENING.split(to_html(text))[2::2]]


def _words_of(markup: str) -> str:
    words = nh3.clean(_BLOCK.sub(r" \g<0>", markup), tags=set())
    return _SPACE.sub(" ", html.unescape(words)).strip()


def _without_odd_scheme(_tag: str, attribute: str, value: str) -> str | None:
    """Leave out what is read as a path and made to look like a scheme, such as `java%09script:`."""
    return None if attribute == "href" and not _TARGET.match(value) else value


def to_plain(text: str) -> str:
    """Return the words of Markdown in one line, for mail subjects, excerpts and the index."""
    return _words_of(_MARKDOWN.render(text[:LONGEST_TEXT]))
