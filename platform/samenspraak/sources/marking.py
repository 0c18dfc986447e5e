"""Texts from people with their citations told apart: Markdown in, HTML and the places of citations in it out."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from samenspraak.core.markup import to_html
from samenspraak.sources.citing import Reference, find_citations

_MAY_CITE = re.compile(r"\bart|\blid\b|\bnr\b|\bkst-", re.IGNORECASE)
_NO_TEXT = re.compile(r"<(a|code|pre)\b[^>]*>.*?</\1>|<[^>]*>", re.DOTALL)


@dataclass(frozen=True)
class Marked:
    """A text as safe HTML, and what it cites, each with its place in that HTML."""

    html: str
    references: tuple[Reference, ...]

    def linked(self, link: Callable[[Reference, str], str]) -> str:
        """Return the HTML with each citation replaced by what `link` makes of it and of its words, which are HTML."""
        pieces, last = [], 0
        for reference in self.references:
            pieces.append(self.html[last : reference.start])
            pieces.append(link(reference, self.html[reference.start : reference.end]))
            last = reference.end
        return "".join([*pieces, self.html[last:]])


def mark(text: str) -> Marked:
    """Return a text with its citations. What stands in a link or in code cites nothing; no citation crosses a tag."""
    written = to_html(text)
    return Marked(written, tuple(find_citations(_NO_TEXT.sub(_blank, written))))


def citations_of(*texts: str) -> list[Reference]:
    """Return what some texts cite."""
    return [reference for text in texts if _MAY_CITE.search(text) for reference in mark(text).references]


def _blank(found: re.Match[str]) -> str:
    """As many characters that no citation holds."""
    return "\0" * len(found[0])
