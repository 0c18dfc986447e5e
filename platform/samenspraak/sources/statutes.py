"""Statutes in Markdown, as the public repository of laws writes them: pure functions.

The files are untidy: `### Artikel  18a  ` and `###Artikel 2 ` are both headings, chapters are on the same level as
articles, what belongs below a paragraph starts a line without indentation, and links are relative to a tree of files.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_HEADING = re.compile(r"(#{2,6})\s*(.*)")
_ARTICLE = re.compile(r"Artikel\s+(\S+)(?:\s+(.*))?", re.IGNORECASE)
_DIVISION = re.compile(r"(Boek|Hoofdstuk|Titel|Afdeling|Paragraaf|§|Bijlage)\s*(.*)", re.IGNORECASE)
_PARAGRAPH = re.compile(r"(\d{1,3})([a-z]{0,2})\.\s+(.*)", re.DOTALL)
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_EMPHASIS = re.compile(r"\*+\s?([^*\n]*?)\s?\*+")
_BEFORE_TEXT = re.compile(r"<meta\b|Treedt in werking per \d\d-\d\d-\d{4}\s*$|Lasten en bevelen\b")
_CLOSING = "Lasten en bevelen"
_SPACES = re.compile(r"[ \t\u00a0]{2,}")
_BEFORE_SIGN = re.compile(r" +([,:;])")
_WIDEST_GAP = 3
"""Paragraphs that lapsed in a row; a number further on belongs to a list within a paragraph."""


@dataclass(frozen=True)
class ParsedPart:
    """What can be cited of a statute, or a heading of its chapters (`level` from 1 on)."""

    level: int = 0
    article: str = ""
    paragraph: str = ""
    heading: str = ""
    text: str = ""


@dataclass
class _Open:
    """The part that lines are being added to."""

    part: ParsedPart
    lines: list[str]

    def close(self) -> ParsedPart:
        part = self.part
        return ParsedPart(part.level, part.article, part.paragraph, part.heading, _joined(self.lines))


def title_of(markdown: str) -> str:
    """Return the words of the first heading."""
    found = re.search(r"^##\s*([^#\n]+)", markdown, re.MULTILINE)
    return plain(found[1]) if found else ""


def parse_statute(markdown: str) -> tuple[ParsedPart, ...]:
    """Return the parts of a statute in the order of its text: chapters, articles, paragraphs.

    What stands above the first article and below the last is left out. No text fails; one without articles has none.
    """
    parts: list[ParsedPart] = []
    divisions: list[str] = []
    opened: _Open | None = None
    for line in _lines(markdown):
        heading = _HEADING.match(line)
        following = _begun(heading, divisions) if heading else _paragraph(line, opened)
        if heading and following is None:
            opened = _named(opened, plain(heading[2]))
        elif following:
            parts += [opened.close()] if opened else []
            opened = following
        elif opened:
            opened.lines.append(line)
    return (*parts, *([opened.close()] if opened else []))


def plain(text: str) -> str:
    """Return a line without links, emphasis and double spaces."""
    bare = _SPACES.sub(" ", _EMPHASIS.sub(r"\1 ", _LINK.sub(r"\1", text)))
    return _BEFORE_SIGN.sub(r"\1", bare).strip()


def _lines(markdown: str) -> Iterator[str]:
    for line in markdown.splitlines():
        if line.startswith(_CLOSING):
            return
        if not _BEFORE_TEXT.match(line):
            yield line.strip()


def _begun(heading: re.Match[str], divisions: list[str]) -> _Open | None:
    """The article or chapter that begins with a heading; None for the name of the one above."""
    words = plain(heading[2])
    if article := _ARTICLE.fullmatch(words):
        return _Open(ParsedPart(article=article[1].rstrip("."), heading=article[2] or ""), [])
    if len(heading[1]) == 3 and (division := _DIVISION.fullmatch(words)):
        return _Open(ParsedPart(level=_level(division[1].lower(), divisions), heading=words), [])
    return None


def _level(kind: str, divisions: list[str]) -> int:
    """How deep a chapter lies. In one law titles are above chapters, in another below: the first of a kind tells."""
    if kind in divisions:
        del divisions[divisions.index(kind) + 1 :]
    else:
        divisions.append(kind)
    return len(divisions)


def _named(opened: _Open | None, name: str) -> _Open | None:
    """Give the article or chapter its name, when it has none; else the name is a heading within the text."""
    if opened is None:
        return None
    part = opened.part
    if opened.lines and any(opened.lines):
        opened.lines.append(name)
    elif part.level:
        opened.part = ParsedPart(part.level, heading=f"{part.heading} {name}")
    else:
        opened.part = ParsedPart(0, part.article, part.paragraph, f"{part.heading} {name}".strip())
    return opened


def _paragraph(line: str, opened: _Open | None) -> _Open | None:
    """The paragraph that begins with a line: its number follows that of the one before; a lower one is of a list."""
    found = _PARAGRAPH.fullmatch(line)
    if not found or opened is None or not opened.part.article:
        return None
    before = _number(opened.part.paragraph)
    this = _number(found[1] + found[2])
    follows = before < this and this[0] - before[0] <= (_WIDEST_GAP if before[0] else 1)
    if not follows:
        return None
    return _Open(ParsedPart(0, opened.part.article, found[1] + found[2]), [found[3]])


def _number(paragraph: str) -> tuple[int, str]:
    found = re.match(r"(\d+)([a-z]*)", paragraph)
    return (int(found[1]), found[2]) if found else (0, "")


def _joined(lines: Sequence[str]) -> str:
    """The lines of a part, without empty ones."""
    return "\n".join(written for line in lines if (written := plain(line)))
